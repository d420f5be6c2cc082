import { unlessAborted } from './abort.js';
import { watchAccount } from './account-watch.js';
import type { AccountWatchSettings } from './account-watch.js';
import type { BillingApi, CallOptions } from './billing-api.js';

/** A read on its way, and how many wait for it. */
interface Flight {
  readonly answer: Promise<unknown>;
  /** Settles after the answer, whatever that is. */
  readonly landed: Promise<void>;
  readonly control: AbortController;
  waiting: number;
}

type Method = (...args: readonly unknown[]) => Promise<unknown>;

/** The reads, with the number of their own arguments: the options come after these. */
const reads: Partial<Record<keyof BillingApi, number>> = {
  account: 0,
  subscription: 1,
  plans: 1,
  balances: 0,
  usage: 1,
  usageRecords: 1,
  invoices: 1,
  invoice: 1,
  invoicePdf: 1,
  paymentOptions: 1,
  operation: 1,
};

/**
 * The same API, with equal reads in flight made one: twelve widgets of an account ask for it once.
 * One that gives up leaves the others their answer; the last one aborts the request. A read that
 * begins after a write never gets an answer from before it.
 *
 * It also keeps to one account: once another one answers, every read is refused (`wrong_account`).
 */
export function shareReads(api: BillingApi, settings: AccountWatchSettings = {}): BillingApi {
  const watch = watchAccount(settings);
  const flights = new Map<string, Flight>();

  const call = (name: keyof BillingApi, ...args: readonly unknown[]): Promise<unknown> =>
    // Looked up for each call: the page may have replaced the method meanwhile. The arguments are
    // those of the same method, as they came.
    (api[name] as Method)(...args);

  const ask = async (name: keyof BillingApi, ...args: readonly unknown[]): Promise<unknown> => {
    const answer = await call(name, ...args);
    if (name === 'account') watch.see(answer as Awaited<ReturnType<BillingApi['account']>>);
    return answer;
  };

  const start = (key: string, name: keyof BillingApi, args: readonly unknown[]): Flight => {
    const control = new AbortController();
    const answer = ask(name, ...args, { signal: control.signal });
    const forgotten = (): void => {
      forget(key, flight);
    };
    const landed = answer.then(forgotten, forgotten);
    const flight: Flight = { answer, landed, control, waiting: 0 };
    flights.set(key, flight);
    return flight;
  };

  const forget = (key: string, flight: Flight): void => {
    if (flights.get(key) === flight) flights.delete(key);
  };

  const share = async (
    name: keyof BillingApi,
    args: readonly unknown[],
    signal: AbortSignal | undefined,
  ): Promise<unknown> => {
    signal?.throwIfAborted();
    watch.check(false);
    const key = name + keyOf(args);
    const flight = flights.get(key) ?? start(key, name, args);
    flight.waiting += 1;
    try {
      const value = await unlessAborted(signal, flight.answer);
      // Whose answers these are may just be being told.
      await unlessAborted(signal, (flights.get('account[]') ?? flight).landed);
      watch.check(true);
      return value;
    } finally {
      flight.waiting -= 1;
      if (signal?.aborted && flight.waiting === 0) {
        forget(key, flight);
        flight.control.abort(signal.reason);
      }
    }
  };

  const methodOf = (name: keyof BillingApi): Method => {
    const count = reads[name];
    if (count !== undefined) {
      return (...args) =>
        share(name, args.slice(0, count), (args[count] as CallOptions | undefined)?.signal);
    }
    // A preview changes nothing, so it parts nothing.
    if (name === 'previewChange') return (...args) => call(name, ...args);
    return (...args) =>
      call(name, ...args).finally(() => {
        flights.clear();
      });
  };

  return new Proxy(api, {
    // Only what the port has: asked for a `then`, as every awaited value is, there is none.
    get: (target, name) => (isOperation(target, name) ? methodOf(name) : undefined),
  });
}

function isOperation(api: BillingApi, name: PropertyKey): name is keyof BillingApi {
  return name in api;
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
