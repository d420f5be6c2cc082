/**
 * Everything that reads an answer. It is fetched while the first request is on its way, so that
 * less code stands before that request.
 */
import type { Rows } from '../billing/types.js';
import type { Answer } from './answer.js';
import { account } from './answers/account.js';
import { balance, balances } from './answers/balances.js';
import { invoiceDetail, invoicePage } from './answers/invoices.js';
import { operation, paymentOptions } from './answers/payments.js';
import { changePreview, plans, subscription } from './answers/plans.js';
import { usageRecordPage, usageSeries } from './answers/usage.js';
import type { BillingApi } from './billing-api.js';
import type { Clock } from './clock.js';
import { decode } from './decode.js';
import { invoicePdfOf } from './invoice-pdf.js';
import { jsonOf } from './json.js';
import type { Read } from './read.js';
import { retryAfterOf } from './retry-after.js';

export { unreadable } from './answer.js';
export { completed } from './body.js';
export { errorOf } from './problem.js';

/** Makes the value of an operation's good answer. */
type Reader<Value> = (answer: Answer, clock: Clock) => Value;

type Readers = {
  readonly [What in keyof BillingApi]: Reader<Awaited<ReturnType<BillingApi[What]>>>;
};

function json<Value extends object>(
  what: keyof BillingApi,
  read: Read<Value>,
): Reader<Rows<Value>> {
  return (answer) => decode(what, read, jsonOf(answer));
}

export const readers: Readers = {
  account: json('account', account),
  subscription: json('subscription', subscription),
  plans: json('plans', plans),
  previewChange: json('previewChange', changePreview),
  changePlan: json('changePlan', operation),
  cancelSubscription: json('cancelSubscription', operation),
  resumeSubscription: json('resumeSubscription', operation),
  balances: json('balances', balances),
  topUp: json('topUp', operation),
  setAutoTopUp: json('setAutoTopUp', balance),
  usage: json('usage', usageSeries),
  usageRecords: json('usageRecords', usageRecordPage),
  invoices: json('invoices', invoicePage),
  invoice: json('invoice', invoiceDetail),
  invoicePdf: (answer, clock) => invoicePdfOf(answer, retryAfterOf(answer.headers, clock)),
  payInvoice: json('payInvoice', operation),
  paymentOptions: json('paymentOptions', paymentOptions),
  createPaymentSession: json('createPaymentSession', operation),
  operation: json('operation', operation),
};
