import { passOnAbort, pause, unlessAborted } from '../../api/abort.js';
import type { Answer } from '../../api/answer.js';
import type { CallOptions } from '../../api/billing-api.js';
import { BillingError } from '../../api/billing-error.js';
import { completed } from '../../api/body.js';
import { systemClock } from '../../api/clock.js';
import type { Clock } from '../../api/clock.js';
import { jsonOf } from '../../api/json.js';
import { waitBeforeRetry } from '../../api/retry.js';
import { urlOf } from '../../api/url.js';
import { EngineFailure, errorOfAnswer, errorOfSilence } from './engine-failure.js';
import type { ReadRefusal } from './engine-failure.js';

/** Milliseconds for one call, waiting and tries included. */
const WITHIN = 10_000;
const BODY_LIMIT = 10_000_000;
/** What passes by itself, so that a read may ask again. */
const passing = [429, 502, 503, 504];

/** What every engine's options have beside its own. */
export interface EngineConnection {
  /** Sends the requests; left out, the runtime's own. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds for one call to the engine, tries included; left out, 10 seconds. */
  readonly timeout?: number | undefined;
  /** Time and chance; for tests. */
  readonly clock?: Clock | undefined;
}

export interface EngineClientSettings extends EngineConnection {
  /** What the engine is called in errors. */
  readonly engine: string;
  /** Where its API stands; paths go below. */
  readonly baseUrl: string;
  /** Sent with every request; the key is in one of them. */
  readonly headers: Readonly<Record<string, string>>;
  /** Taken out of what the engine says before anybody logs it. */
  readonly secrets: readonly string[];
  /** What a refusal means, where its status alone doesn't say it. */
  readonly readRefusal?: ReadRefusal | undefined;
}

/** Values of a query; a list is sent as its name again and again. */
export type EngineQuery = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;

/** One call to an engine, in the words of HTTP. */
export interface EngineCall {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** A question although it is a POST, so that it may be asked again. */
  readonly isRead?: boolean;
  /** Segments below the base, as they are: they are encoded on the way. */
  readonly path: readonly string[];
  readonly query?: EngineQuery | undefined;
  /** Sent as JSON. */
  readonly json?: object | undefined;
  /** Sent as a form. */
  readonly form?: URLSearchParams | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly options?: CallOptions | undefined;
}

/** Calls an engine and gives the JSON of its good answer, `undefined` where there is none. */
export type EngineClient = (call: EngineCall) => Promise<unknown>;

/**
 * Calls an engine over plain `fetch`: in time, and again where that is safe and may help. Every
 * promise rejects with a `BillingError`, or with the reason of the caller's signal.
 */
export function createEngineClient(settings: EngineClientSettings): EngineClient {
  const { engine, readRefusal = () => undefined, secrets, clock = systemClock } = settings;
  // Called without a receiver, or a Worker's own refuses.
  const fetch = settings.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const base = new URL(settings.baseUrl);

  return async (call) => {
    const isRead = call.isRead ?? (call.method ?? 'GET') === 'GET';
    const url = addressOf(base, call);
    const init = initOf(settings, call);
    const life = new AbortController();
    const leave = passOnAbort(call.options?.signal, life);
    const within = settings.timeout ?? WITHIN;
    const end = clock.now() + within;
    const late = new Error(`No answer within ${within} ms`);
    const stopTimer = clock.after(within, () => life.abort(late));
    try {
      for (let tries = 1; ; tries += 1) {
        const answer = await exchanged(fetch, url, { ...init, signal: life.signal });
        if (isGood(answer)) return answer.body.length > 0 ? jsonOf(answer) : undefined;
        const failed = errorOfAnswer({ engine, readRefusal, secrets }, answer, clock);
        const attempts = { isRead, hasKey: false, isConditional: false, tries };
        const wait = passing.includes(answer.status)
          ? waitBeforeRetry(failed, attempts, clock)
          : undefined;
        if (wait === undefined || clock.now() + wait >= end) throw failed;
        await pause(wait, clock, life.signal);
      }
    } catch (thrown) {
      if (call.options?.signal?.aborted) throw call.options.signal.reason;
      if (thrown instanceof BillingError && thrown.cause instanceof EngineFailure) throw thrown;
      throw errorOfSilence(engine, life.signal.aborted ? late : thrown);
    } finally {
      stopTimer();
      leave();
    }
  };
}

const isGood = ({ status }: Answer): boolean => status >= 200 && status <= 299;

async function exchanged(
  fetch: typeof globalThis.fetch,
  url: URL,
  init: RequestInit & { readonly signal: AbortSignal },
): Promise<Answer> {
  // `fetch` is the host's, and may take no notice of signals.
  const response = await unlessAborted(init.signal, fetch(url.href, init));
  return completed(response, BODY_LIMIT, init.signal);
}

function addressOf(base: URL, { path, query = {} }: EngineCall): URL {
  const url = urlOf(base, path);
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of typeof value === 'object' ? value : [value]) {
      url.searchParams.append(name, String(one));
    }
  }
  return url;
}

function initOf(settings: EngineClientSettings, call: EngineCall): RequestInit {
  const headers = new Headers({ Accept: 'application/json', ...settings.headers, ...call.headers });
  if (call.json) headers.set('Content-Type', 'application/json');
  return {
    method: call.method ?? 'GET',
    headers,
    body: call.json ? JSON.stringify(call.json) : (call.form ?? null),
    // An API doesn't move, and a key must not follow to wherever it is sent.
    redirect: 'manual',
  };
}
