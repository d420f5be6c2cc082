/**
 * What an engine is: a factory that takes options (address, key, customer, catalogue) and gives the
 * billing of **one** account. It keeps nothing between two accounts, and it never takes the customer
 * from a question.
 */
import type { BillingApi } from '../../api/billing-api.js';
import { notSupported } from './refusals.js';

/**
 * Some operations of the port: what an engine has, or what a host adds of its own. `account` names
 * in `can` the actions that this part serves, in `slots` its subscriptions, in `meters` its usage.
 */
export type EnginePart = Partial<BillingApi>;

/** The port's operations by the `operationId` that the contract gives them. */
export const operationIds: Readonly<Record<keyof BillingApi, string>> = {
  account: 'getAccount',
  subscription: 'getSubscription',
  plans: 'listPlans',
  previewChange: 'previewChange',
  changePlan: 'changePlan',
  cancelSubscription: 'cancelSubscription',
  resumeSubscription: 'resumeSubscription',
  balances: 'listBalances',
  topUp: 'topUp',
  setAutoTopUp: 'setAutoTopUp',
  usage: 'queryUsage',
  usageRecords: 'listUsageRecords',
  invoices: 'listInvoices',
  invoice: 'getInvoice',
  invoicePdf: 'getInvoicePdf',
  payInvoice: 'payInvoice',
  paymentOptions: 'listPaymentOptions',
  createPaymentSession: 'createPaymentSession',
  operation: 'getOperation',
};

/** The whole port over a part of it: what is missing rejects with `not_supported`. */
export function wholePort(part: EnginePart): BillingApi {
  const missing = Object.fromEntries(
    Object.entries(operationIds).map(([method, operation]) => [
      method,
      () => Promise.reject(notSupported(operation)),
    ]),
  ) as unknown as BillingApi;
  return { ...missing, ...part };
}
