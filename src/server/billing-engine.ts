import type { BillingApi } from '../api/billing-api.js';
import type { PartialPort } from '../api/whole-port.js';
import type { Action } from '../billing/types.js';

/** A billing of which everything but the account may be missing: what it lacks is not offered. */
export type BillingEngine = PartialPort & Pick<BillingApi, 'account'>;

/** What an action is done by. */
const methods: Readonly<Record<Action, keyof BillingApi>> = {
  changePlan: 'changePlan',
  cancelPlan: 'cancelSubscription',
  changeSupport: 'changePlan',
  cancelSupport: 'cancelSubscription',
  topUp: 'topUp',
  viewInvoices: 'invoices',
  payInvoice: 'payInvoice',
  managePayment: 'createPaymentSession',
};

export const actions = Object.keys(methods) as readonly Action[];

/** Whether an engine has what an action is done by. */
export const serves = (engine: BillingEngine, action: Action): boolean =>
  engine[methods[action]] !== undefined;
