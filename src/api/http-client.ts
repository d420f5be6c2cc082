import type { Rows } from '../billing/types.js';
import { jsonOf } from './answer.js';
import { account } from './answers/account.js';
import { balance, balances } from './answers/balances.js';
import { invoiceDetail, invoicePage } from './answers/invoices.js';
import { operation, paymentOptions } from './answers/payments.js';
import { changePreview, plans, subscription } from './answers/plans.js';
import { usageRecordPage, usageSeries } from './answers/usage.js';
import type { BillingApi } from './billing-api.js';
import { systemClock } from './clock.js';
import type { Clock } from './clock.js';
import { decode } from './decode.js';
import { invoicePdfOf } from './invoice-pdf.js';
import type { Read } from './read.js';
import { retryAfterOf } from './retry.js';
import type { TokenProvider } from './token.js';
import { createTransport } from './transport.js';
import type { Call } from './transport.js';

const PDF_LIMIT = 25_000_000;

export interface HttpClientSettings {
  /** URL that names one account; in a browser it may be relative to the page. */
  readonly apiBase: string;
  /** The page's way to get a token. It is sent to the origin of `apiBase` only. */
  readonly getToken?: TokenProvider | undefined;
  /** Whether cookies go along, as `fetch` knows it. Left out: not with a token, else to the same origin. */
  readonly credentials?: RequestCredentials | undefined;
  /** Stands in for the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/**
 * A `BillingApi` that speaks the contract over HTTP. Every call ends within 15 s, tries and waiting
 * included.
 *
 * @throws {TypeError} where `apiBase` is no URL
 */
export function createHttpClient(settings: HttpClientSettings): BillingApi {
  return createHttpClientWith(settings, systemClock);
}

/** The same with a clock of its own, for tests. */
export function createHttpClientWith(settings: HttpClientSettings, clock: Clock): BillingApi {
  const { apiBase, credentials, fetch, getToken } = settings;
  const send = createTransport(
    {
      base: new URL(apiBase, typeof document === 'undefined' ? undefined : document.baseURI),
      credentials,
      // Looked up for each call: a page may replace its `fetch` at any time.
      fetch: fetch ?? ((...request) => globalThis.fetch(...request)),
      getToken,
    },
    clock,
  );

  type Request = Pick<Call<unknown>, 'path' | 'query' | 'body' | 'options'>;

  const ask = <Value extends object>(
    method: Call<unknown>['method'],
    what: keyof BillingApi,
    schema: Read<Value>,
    request: Request,
  ): Promise<Rows<Value>> =>
    send({ ...request, method, read: (answer) => decode(what, schema, jsonOf(answer)) });

  return {
    account: (options) => ask('GET', 'account', account, { path: ['account'], options }),

    subscription: (slot, options) =>
      ask('GET', 'subscription', subscription, { path: ['subscriptions', slot], options }),

    plans: (slot, options) =>
      ask('GET', 'plans', plans, { path: ['subscriptions', slot, 'plans'], options }),

    previewChange: (slot, body, options) =>
      ask('POST', 'previewChange', changePreview, {
        path: ['subscriptions', slot, 'preview'],
        body,
        options,
      }),

    changePlan: (slot, body, options) =>
      ask('POST', 'changePlan', operation, {
        path: ['subscriptions', slot, 'change'],
        body,
        options,
      }),

    cancelSubscription: (slot, body, options) =>
      ask('POST', 'cancelSubscription', operation, {
        path: ['subscriptions', slot, 'cancel'],
        body,
        options,
      }),

    resumeSubscription: (slot, options) =>
      ask('POST', 'resumeSubscription', operation, {
        path: ['subscriptions', slot, 'resume'],
        options,
      }),

    balances: (options) => ask('GET', 'balances', balances, { path: ['balances'], options }),

    topUp: (balanceId, body, options) =>
      ask('POST', 'topUp', operation, {
        path: ['balances', balanceId, 'top-up'],
        body,
        options,
      }),

    setAutoTopUp: (balanceId, body, options) =>
      ask('PUT', 'setAutoTopUp', balance, {
        path: ['balances', balanceId, 'auto-top-up'],
        body,
        options,
      }),

    usage: (query, options) =>
      ask('GET', 'usage', usageSeries, { path: ['usage'], query, options }),

    usageRecords: (query, options) =>
      ask('GET', 'usageRecords', usageRecordPage, {
        path: ['usage', 'records'],
        query,
        options,
      }),

    invoices: (query, options) =>
      ask('GET', 'invoices', invoicePage, { path: ['invoices'], query, options }),

    invoice: (invoiceId, options) =>
      ask('GET', 'invoice', invoiceDetail, { path: ['invoices', invoiceId], options }),

    invoicePdf: (invoiceId, options) =>
      send({
        method: 'GET',
        path: ['invoices', invoiceId, 'pdf'],
        accept: 'application/pdf',
        limit: PDF_LIMIT,
        options,
        read: (answer) => invoicePdfOf(answer, retryAfterOf(answer.headers, clock)),
      }),

    payInvoice: (invoiceId, body, options) =>
      ask('POST', 'payInvoice', operation, {
        path: ['invoices', invoiceId, 'pay'],
        body,
        options,
      }),

    paymentOptions: (query, options) =>
      ask('GET', 'paymentOptions', paymentOptions, {
        path: ['payment-options'],
        query,
        options,
      }),

    createPaymentSession: (body, options) =>
      ask('POST', 'createPaymentSession', operation, {
        path: ['payment-session'],
        body,
        options,
      }),

    operation: (operationId, options) =>
      ask('GET', 'operation', operation, { path: ['operations', operationId], options }),
  };
}
