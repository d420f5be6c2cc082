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

/**
 * The same API, with equal reads in flight made one: twelve widgets of an account ask for it once.
 * One that gives up leaves the others their answer; the last one aborts the request. A read that
 * begins after a write never gets an answer from before it.
 *
 * It also keeps to one account: once another one answers, every read is refused (`wrong_account`).
 */
export function shareReads(api: BillingApi, settings: AccountWatchSettings = {}): BillingApi {
  const watch = watchAccount(settings);
  const flightsOfAll: { clear(): void }[] = [];

  function shared<Argument, Value>(
    ask: (argument: Argument, options: CallOptions) => Promise<Value>,
  ): (argument: Argument, options?: CallOptions) => Promise<Value> {
    const flights = new Map<string, Flight<Value>>();
    flightsOfAll.push(flights);

    const start = (key: string, argument: Argument): Flight<Value> => {
      const control = new AbortController();
      const answer = ask(argument, { signal: control.signal });
      const flight: Flight<Value> = { answer, control, waiting: 0 };
      const landed = (): void => {
        forget(key, flight);
      };
      answer.then(landed, landed);
      flights.set(key, flight);
      return flight;
    };

    const forget = (key: string, flight: Flight<Value>): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };

    return async (argument, { signal } = {}) => {
      signal?.throwIfAborted();
      watch.check();
      const key = keyOf(argument);
      const flight = flights.get(key) ?? start(key, argument);
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

  const account = shared(async (_none: null, options) => watch.admit(await api.account(options)));
  const balances = shared((_none: null, options) => api.balances(options));

  return {
    account: (options) => account(null, options),
    subscription: shared((slot: Slot, options) => api.subscription(slot, options)),
    plans: shared((slot: Slot, options) => api.plans(slot, options)),
    previewChange: (...args) => api.previewChange(...args),
    changePlan: (...args) => write(api.changePlan(...args)),
    cancelSubscription: (...args) => write(api.cancelSubscription(...args)),
    resumeSubscription: (...args) => write(api.resumeSubscription(...args)),
    balances: (options) => balances(null, options),
    topUp: (...args) => write(api.topUp(...args)),
    setAutoTopUp: (...args) => write(api.setAutoTopUp(...args)),
    usage: shared((query: UsageQuery, options) => api.usage(query, options)),
    usageRecords: shared((query: UsageRecordQuery, options) => api.usageRecords(query, options)),
    invoices: shared((query: InvoiceQuery, options) => api.invoices(query, options)),
    invoice: shared((id: string, options) => api.invoice(id, options)),
    invoicePdf: shared((id: string, options) => api.invoicePdf(id, options)),
    payInvoice: (...args) => write(api.payInvoice(...args)),
    paymentOptions: shared((query: PaymentOptionQuery, options) =>
      api.paymentOptions(query, options),
    ),
    createPaymentSession: (...args) => write(api.createPaymentSession(...args)),
    operation: shared((id: string, options) => api.operation(id, options)),
  };
}

/** Equal for equal arguments, in whatever order a query names them. */
function keyOf(argument: unknown): string {
  return typeof argument === 'object' && argument !== null
    ? JSON.stringify(
        Object.entries(argument)
          .filter(([, value]) => value !== undefined)
          .sort(),
      )
    : String(argument);
}
