import type { BillingApi, CallOptions, WriteOptions } from './billing-api.js';
import { systemClock } from './clock.js';
import type { Clock } from './clock.js';
import type { TokenProvider } from './token.js';
import { createTransport } from './transport.js';
import type { Call } from './transport.js';
import type { QueryValues } from './url.js';

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

  const ask = <What extends keyof BillingApi>(
    method: Call['method'],
    what: What,
    path: readonly string[],
    options: (CallOptions & Partial<WriteOptions>) | undefined,
    content?: { readonly query?: QueryValues; readonly body?: object },
  ): Promise<Awaited<ReturnType<BillingApi[What]>>> =>
    send({ ...content, method, path, options }, ({ readers }, answer) =>
      readers[what](answer, clock),
    );

  return {
    account: (options) => ask('GET', 'account', ['account'], options),

    subscription: (slot, options) => ask('GET', 'subscription', ['subscriptions', slot], options),

    plans: (slot, options) => ask('GET', 'plans', ['subscriptions', slot, 'plans'], options),

    previewChange: (slot, body, options) =>
      ask('POST', 'previewChange', ['subscriptions', slot, 'preview'], options, { body }),

    changePlan: (slot, body, options) =>
      ask('POST', 'changePlan', ['subscriptions', slot, 'change'], options, { body }),

    cancelSubscription: (slot, body, options) =>
      ask('POST', 'cancelSubscription', ['subscriptions', slot, 'cancel'], options, { body }),

    resumeSubscription: (slot, options) =>
      ask('POST', 'resumeSubscription', ['subscriptions', slot, 'resume'], options),

    balances: (options) => ask('GET', 'balances', ['balances'], options),

    topUp: (balanceId, body, options) =>
      ask('POST', 'topUp', ['balances', balanceId, 'top-up'], options, { body }),

    setAutoTopUp: (balanceId, body, options) =>
      ask('PUT', 'setAutoTopUp', ['balances', balanceId, 'auto-top-up'], options, { body }),

    usage: (query, options) => ask('GET', 'usage', ['usage'], options, { query }),

    usageRecords: (query, options) =>
      ask('GET', 'usageRecords', ['usage', 'records'], options, { query }),

    invoices: (query, options) => ask('GET', 'invoices', ['invoices'], options, { query }),

    invoice: (invoiceId, options) => ask('GET', 'invoice', ['invoices', invoiceId], options),

    invoicePdf: (invoiceId, options) =>
      send(
        {
          method: 'GET',
          path: ['invoices', invoiceId, 'pdf'],
          accept: 'application/pdf',
          limit: PDF_LIMIT,
          options,
        },
        ({ readers }, answer) => readers.invoicePdf(answer, clock),
      ),

    payInvoice: (invoiceId, body, options) =>
      ask('POST', 'payInvoice', ['invoices', invoiceId, 'pay'], options, { body }),

    paymentOptions: (query, options) =>
      ask('GET', 'paymentOptions', ['payment-options'], options, { query }),

    createPaymentSession: (body, options) =>
      ask('POST', 'createPaymentSession', ['payment-session'], options, { body }),

    operation: (operationId, options) =>
      ask('GET', 'operation', ['operations', operationId], options),
  };
}
