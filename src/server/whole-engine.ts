import type { BillingApi } from '../api/billing-api.js';
import type { Action } from '../billing/types.js';
import { refusal } from './problem.js';

/** A billing of which everything but the account may be missing: what it lacks is not offered. */
export type BillingEngine = Pick<BillingApi, 'account'> & Partial<BillingApi>;

const lacking = (): Promise<never> => Promise.reject(refusal('not_supported', 501));

const nothing: BillingApi = {
  account: lacking,
  subscription: lacking,
  plans: lacking,
  previewChange: lacking,
  changePlan: lacking,
  cancelSubscription: lacking,
  resumeSubscription: lacking,
  balances: lacking,
  topUp: lacking,
  setAutoTopUp: lacking,
  usage: lacking,
  usageRecords: lacking,
  invoices: lacking,
  invoice: lacking,
  invoicePdf: lacking,
  payInvoice: lacking,
  paymentOptions: lacking,
  createPaymentSession: lacking,
  operation: lacking,
};

/** The whole port, where each missing part says that it is not offered. */
export const wholeEngine = (engine: BillingEngine): BillingApi => ({ ...nothing, ...engine });

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

export const actions: readonly Action[] = Object.keys(methods) as Action[];

/** Whether an engine has what an action is done by. */
export const serves = (engine: BillingEngine, action: Action): boolean =>
  engine[methods[action]] !== undefined;
