import { passOnAbort, pause, unlessAborted } from './abort.js';
import type { Answer } from './answer.js';
import type { CallOptions, WriteOptions } from './billing-api.js';
import { BillingError } from './billing-error.js';
import type { Clock } from './clock.js';
import { createEtagMemory } from './etags.js';
import type { RememberedAnswer } from './etags.js';
import { exchange, timedOut } from './exchange.js';
import type * as reading from './reading.js';
import { waitBeforeRetry } from './retry.js';
import type { Attempts } from './retry.js';
import { tokenSourceOf } from './token.js';
import type { HeldToken, TokenProvider } from './token.js';
import { urlOf } from './url.js';
import type { QueryValues } from './url.js';

/** Milliseconds for a call as a whole, waiting and tries included. */
const ALL_WITHIN = 15_000;
/** Bytes of a body, unless a call says otherwise. */
const BODY_LIMIT = 5_000_000;

export interface TransportSettings {
  readonly base: URL;
  readonly fetch: typeof globalThis.fetch;
  readonly getToken?: TokenProvider | undefined;
  readonly credentials?: RequestCredentials | undefined;
}

/** What reads answers: code that comes while the first request is on its way. */
type Reading = typeof reading;

/** Makes the value of a good answer. */
type ReadAnswer<Value> = (reading: Reading, answer: Answer) => Value;

/** One call of the contract, in the words of HTTP. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Segments below the base, as they are: they are encoded on the way. */
  readonly path: readonly string[];
  readonly query?: QueryValues;
  readonly body?: object | undefined;
  /** Media types beside JSON. */
  readonly accept?: string;
  /** Bytes that the answer's body may have. */
  readonly limit?: number;
  readonly options: (CallOptions & Partial<Pick<WriteOptions, 'idempotencyKey'>>) | undefined;
}

export type Send = <Value>(call: Call, read: ReadAnswer<Value>) => Promise<Value>;

/** A call on its way. */
interface Journey<Value> {
  readonly call: Call;
  readonly read: ReadAnswer<Value>;
  readonly reading: Promise<Reading>;
  readonly url: URL;
  readonly signal: AbortSignal;
  readonly attempts: Attempts;
  isTokenRenewed: boolean;
}

/** Sends calls: with the page's token or cookies, in time, and again where that is safe and may help. */
export function createTransport(settings: TransportSettings, clock: Clock): Send {
  const { base, fetch, getToken } = settings;
  const credentials = settings.credentials ?? (getToken ? 'omit' : 'same-origin');
  const tokens = getToken && tokenSourceOf(getToken);
  const etags = createEtagMemory();

  return async (call, read) => {
    const { method, options, path, query } = call;
    const url = urlOf(base, path, query);
    const life = new AbortController();
    const leave = passOnAbort(options?.signal, life);
    const end = clock.now() + ALL_WITHIN;
    const stopTimer = clock.after(ALL_WITHIN, () => {
      life.abort(timedOut());
    });
    const attempts: Attempts = {
      isRead: method === 'GET',
      hasKey: options?.idempotencyKey !== undefined,
      isConditional: false,
      tries: 0,
    };
    const { signal } = life;
    const loading = loadReading();
    try {
      // What was bought and cannot be read would look as if it had failed.
      if (!attempts.isRead) await unlessAborted(signal, loading);
      const journey = {
        call,
        read,
        reading: loading,
        url,
        attempts,
        signal,
        isTokenRenewed: false,
      };
      return await travel(journey, end);
    } finally {
      stopTimer();
      leave();
    }
  };

  async function travel<Value>(journey: Journey<Value>, end: number): Promise<Value> {
    const { attempts, signal, url } = journey;
    for (;;) {
      // Here and not by the error that was thrown: its name and message differ between browsers.
      signal.throwIfAborted();
      try {
        return await attempt(journey);
      } catch (thrown) {
        signal.throwIfAborted();
        const error = BillingError.from(thrown);
        const wait = waitBeforeRetry(error, attempts, clock);
        if (wait === undefined || clock.now() + wait >= end) throw error;
        if (error.code === 'bad_response') etags.forget(url.href);
        await pause(wait, clock, signal);
      }
    }
  }

  async function attempt<Value>(journey: Journey<Value>): Promise<Value> {
    const { attempts, signal, url } = journey;
    const remembered = attempts.isRead ? etags.recall(url.href) : undefined;
    attempts.isConditional = remembered !== undefined;
    let token = await unlessAborted(signal, Promise.resolve(tokens?.current(clock.now())));
    let answer = await request(journey, remembered, token);
    if (answer.status === 401 && tokens && token && !journey.isTokenRenewed) {
      journey.isTokenRenewed = true;
      token = await unlessAborted(signal, tokens.after(token, clock.now()));
      answer = await request(journey, remembered, token);
    }
    const reader = await unlessAborted(signal, journey.reading);
    if (answer.status === 304 && remembered) return journey.read(reader, remembered.answer);
    if (answer.status < 200 || answer.status > 299) throw reader.errorOf(answer, clock);
    try {
      const value = journey.read(reader, answer);
      if (attempts.isRead) etags.keep(url.href, answer);
      return value;
    } catch (thrown) {
      throw reader.unreadable(answer, thrown);
    }
  }

  function request<Value>(
    { attempts, call, reading, signal, url }: Journey<Value>,
    remembered: RememberedAnswer | undefined,
    token: HeldToken | undefined,
  ): Promise<Answer> {
    const headers = headersOf(call);
    if (token) headers.set('Authorization', `Bearer ${token.token}`);
    if (remembered) headers.set('If-None-Match', remembered.etag);
    // What a form of another site can't send: the server's proof that the page itself asked.
    if (!attempts.isRead && credentials !== 'omit') {
      headers.set('X-Requested-With', 'XMLHttpRequest');
    }
    attempts.tries += 1;
    const init: RequestInit = {
      method: call.method,
      headers,
      credentials,
      body: call.body ? JSON.stringify(call.body) : null,
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    };
    return exchange({ fetch, url, init, reading, limit: call.limit ?? BODY_LIMIT }, signal, clock);
  }
}

function headersOf({ accept, body, options }: Call): Headers {
  const json = 'application/json, application/problem+json';
  const headers = new Headers({ Accept: accept ? `${accept}, ${json}` : json });
  if (body) headers.set('Content-Type', 'application/json');
  if (options?.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey);
  return headers;
}

/** Fetched once; after a failure the browser tries again. */
function loadReading(): Promise<Reading> {
  const loading = import('./reading.js').catch((cause: unknown) => {
    throw new BillingError('module_failed', { retryable: true, cause });
  });
  // The request may end before anybody looks at this.
  loading.catch(() => undefined);
  return loading;
}
