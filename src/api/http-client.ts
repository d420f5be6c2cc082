import type { Rows } from '../billing/types.js';
import { jsonOf } from './answer.js';
import type { BillingApi } from './billing-api.js';
import { systemClock } from './clock.js';
import type { Clock } from './clock.js';
import { decode } from './decode.js';
import { invoicePdfOf } from './invoice-pdf.js';
import type { Read } from './read.js';
import { retryAfterOf } from './retry.js';
import * as schemas from './schemas.js';
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
      base: new URL(apiBase, globalThis.document?.baseURI),
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
    account: (options) => ask('GET', 'account', schemas.account, { path: ['account'], options }),

    subscription: (slot, options) =>
      ask('GET', 'subscription', schemas.subscription, { path: ['subscriptions', slot], options }),

    plans: (slot, options) =>
      ask('GET', 'plans', schemas.plans, { path: ['subscriptions', slot, 'plans'], options }),

    previewChange: (slot, body, options) =>
      ask('POST', 'previewChange', schemas.changePreview, {
        path: ['subscriptions', slot, 'preview'],
        body,
        options,
      }),

    changePlan: (slot, body, options) =>
      ask('POST', 'changePlan', schemas.operation, {
        path: ['subscriptions', slot, 'change'],
        body,
        options,
      }),

    cancelSubscription: (slot, body, options) =>
      ask('POST', 'cancelSubscription', schemas.operation, {
        path: ['subscriptions', slot, 'cancel'],
        body,
        options,
      }),

    resumeSubscription: (slot, options) =>
      ask('POST', 'resumeSubscription', schemas.operation, {
        path: ['subscriptions', slot, 'resume'],
        options,
      }),

    balances: (options) =>
      ask('GET', 'balances', schemas.balances, { path: ['balances'], options }),

    topUp: (balanceId, body, options) =>
      ask('POST', 'topUp', schemas.operation, {
        path: ['balances', balanceId, 'top-up'],
        body,
        options,
      }),

    setAutoTopUp: (balanceId, body, options) =>
      ask('PUT', 'setAutoTopUp', schemas.balance, {
        path: ['balances', balanceId, 'auto-top-up'],
        body,
        options,
      }),

    usage: (query, options) =>
      ask('GET', 'usage', schemas.usageSeries, { path: ['usage'], query, options }),

    usageRecords: (query, options) =>
      ask('GET', 'usageRecords', schemas.usageRecordPage, {
        path: ['usage', 'records'],
        query,
        options,
      }),

    invoices: (query, options) =>
      ask('GET', 'invoices', schemas.invoicePage, { path: ['invoices'], query, options }),

    invoice: (invoiceId, options) =>
      ask('GET', 'invoice', schemas.invoiceDetail, { path: ['invoices', invoiceId], options }),

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
      ask('POST', 'payInvoice', schemas.operation, {
        path: ['invoices', invoiceId, 'pay'],
        body,
        options,
      }),

    paymentOptions: (query, options) =>
      ask('GET', 'paymentOptions', schemas.paymentOptions, {
        path: ['payment-options'],
        query,
        options,
      }),

    createPaymentSession: (body, options) =>
      ask('POST', 'createPaymentSession', schemas.operation, {
        path: ['payment-session'],
        body,
        options,
      }),

    operation: (operationId, options) =>
      ask('GET', 'operation', schemas.operation, { path: ['operations', operationId], options }),
  };
}
