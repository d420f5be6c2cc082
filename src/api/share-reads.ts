import type {
  InvoiceQuery,
  PaymentOptionQuery,
  Slot,
  UsageQuery,
  UsageRecordQuery,
} from '../billing/types.js';
import { unlessAborted } from './abort.js';
import { watchAccount } from './account-watch.js';
import type { AccountWatchSettings } from './account-watch.js';
import type { BillingApi, CallOptions } from './billing-api.js';

/** A read on its way, and how many wait for it. */
interface Flight<Value> {
  readonly answer: Promise<Value>;
  readonly control: AbortController;
  waiting: number;
}

type Ask<Arguments extends readonly unknown[], Value> = (
  options: CallOptions,
  ...args: Arguments
) => Promise<Value>;

/**
 * The same API, with equal reads in flight made one: twelve widgets of an account ask for it once.
 * One that gives up leaves the others their answer; the last one aborts the request. A read that
 * begins after a write never gets an answer from before it.
 *
 * It also keeps to one account: once another one answers, every read is refused (`wrong_account`).
 */
export function shareReads(api: BillingApi, settings: AccountWatchSettings = {}): BillingApi {
  const watch = watchAccount(settings);
  let flightsOfAll: { clear(): void }[] = [];

  function shared<Arguments extends readonly unknown[], Value>(ask: Ask<Arguments, Value>) {
    const flights = new Map<string, Flight<Value>>();
    flightsOfAll = [...flightsOfAll, flights];

    const forget = (key: string, flight: Flight<Value>): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };

    const start = (key: string, args: Arguments): Flight<Value> => {
      const control = new AbortController();
      const answer = ask({ signal: control.signal }, ...args);
      const flight: Flight<Value> = { answer, control, waiting: 0 };
      const landed = (): void => {
        forget(key, flight);
      };
      answer.then(landed, landed);
      flights.set(key, flight);
      return flight;
    };

    return async (options: CallOptions | undefined, ...args: Arguments): Promise<Value> => {
      const signal = options?.signal;
      signal?.throwIfAborted();
      watch.check();
      const key = keyOf(args);
      const flight = flights.get(key) ?? start(key, args);
      flight.waiting += 1;
      try {
        const value = await unlessAborted(signal, flight.answer);
        watch.check();
        return value;
      } finally {
        flight.waiting -= 1;
        if (signal?.aborted && flight.waiting === 0) {
          forget(key, flight);
          flight.control.abort(signal.reason);
        }
      }
    };
  }

  const write = <Value>(work: Promise<Value>): Promise<Value> =>
    work.finally(() => {
      for (const flights of flightsOfAll) flights.clear();
    });

  const account = shared(async (options) => watch.admit(await api.account(options)));
  const subscription = shared((options, slot: Slot) => api.subscription(slot, options));
  const plans = shared((options, slot: Slot) => api.plans(slot, options));
  const balances = shared((options) => api.balances(options));
  const usage = shared((options, query: UsageQuery) => api.usage(query, options));
  const usageRecords = shared((options, query: UsageRecordQuery) =>
    api.usageRecords(query, options),
  );
  const invoices = shared((options, query: InvoiceQuery) => api.invoices(query, options));
  const invoice = shared((options, id: string) => api.invoice(id, options));
  const invoicePdf = shared((options, id: string) => api.invoicePdf(id, options));
  const paymentOptions = shared((options, query: PaymentOptionQuery) =>
    api.paymentOptions(query, options),
  );
  const operation = shared((options, id: string) => api.operation(id, options));

  return {
    account,
    subscription: (slot, options) => subscription(options, slot),
    plans: (slot, options) => plans(options, slot),
    previewChange: (...args) => api.previewChange(...args),
    balances,
    usage: (query, options) => usage(options, query),
    usageRecords: (query, options) => usageRecords(options, query),
    invoices: (query, options) => invoices(options, query),
    invoice: (id, options) => invoice(options, id),
    invoicePdf: (id, options) => invoicePdf(options, id),
    paymentOptions: (query, options) => paymentOptions(options, query),
    operation: (id, options) => operation(options, id),
    changePlan: (...args) => write(api.changePlan(...args)),
    cancelSubscription: (...args) => write(api.cancelSubscription(...args)),
    resumeSubscription: (...args) => write(api.resumeSubscription(...args)),
    topUp: (...args) => write(api.topUp(...args)),
    setAutoTopUp: (...args) => write(api.setAutoTopUp(...args)),
    payInvoice: (...args) => write(api.payInvoice(...args)),
    createPaymentSession: (...args) => write(api.createPaymentSession(...args)),
  };
}

/** Equal for equal arguments, in whatever order a query names them. */
function keyOf(args: readonly unknown[]): string {
  return JSON.stringify(args, (_name, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort()) : value,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
