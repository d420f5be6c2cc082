import type { BillingApi } from './billing-api.js';
import { BillingError } from './billing-error.js';

/** Some operations of the port: what an engine has, or what a host adds of its own. */
export type PartialPort = Partial<BillingApi>;

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

/** A port of which nothing is served. */
const missing = Object.fromEntries(
  Object.entries(operationIds).map(([method, operation]) => [
    method,
    () => Promise.reject(notSupported(operation)),
  ]),
) as unknown as BillingApi;

/** The whole port over a part of it: what is missing rejects with `not_supported`. */
export const wholePort = (part: PartialPort): BillingApi => ({ ...missing, ...part });

/** What is not served. The status is for the handler to give. */
export const notSupported = (operation: string): BillingError =>
  new BillingError('not_supported', { cause: new Error(`Not served: ${operation}`) });
