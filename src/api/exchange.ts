import { passOnAbort, unlessAborted } from './abort.js';
import type { Answer } from './answer.js';
import { BillingError } from './billing-error.js';
import type { Clock } from './clock.js';
import type * as reader from './reading.js';

/** Milliseconds within which the headers of an answer have to come. */
const HEADERS_WITHIN = 10_000;

export interface Exchange {
  readonly fetch: typeof globalThis.fetch;
  readonly url: URL;
  readonly init: RequestInit;
  /** What reads the answer; it may come later than the answer. */
  readonly reading: Promise<typeof reader>;
  /** Bytes that the body may have. */
  readonly limit: number;
}

export const timedOut = (): BillingError => new BillingError('timeout', { retryable: true });

/**
 * One request and its answer, whatever its status; the signal gives it up.
 *
 * What went wrong is told by the signals' reasons alone: names and messages of the errors of
 * `fetch` differ between browsers, and a redirect error looks like a dead network in all of them.
 *
 * @throws {BillingError} `network`, `timeout`, `unauthenticated`, `bad_response`
 */
export async function exchange(
  { fetch, init, limit, reading, url }: Exchange,
  life: AbortSignal,
  clock: Clock,
): Promise<Answer> {
  const attempt = new AbortController();
  const { signal } = attempt;
  const leave = passOnAbort(life, attempt);
  const stopTimer = clock.after(HEADERS_WITHIN, () => {
    attempt.abort(timedOut());
  });
  try {
    const response = await unlessAborted(signal, send(fetch, url, { ...init, signal }));
    stopTimer();
    if (isRedirect(response)) {
      // APIs don't move: this is the way to a login page.
      throw new BillingError('unauthenticated', { status: 401 });
    }
    const { completed } = await unlessAborted(signal, reading);
    return await completed(response, limit, signal);
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    attempt.abort(); // whatever still comes is of no use
    if (cause instanceof BillingError) throw cause;
    throw new BillingError('network', { retryable: true, cause });
  } finally {
    stopTimer();
    leave();
  }
}

/** Async, so that a `fetch` of the page which throws at once rejects like any other. */
async function send(
  fetch: typeof globalThis.fetch,
  url: URL,
  init: RequestInit,
): Promise<Response> {
  return fetch(url.href, init);
}

/** Browsers make a redirect opaque; other runtimes hand it out as it came. */
function isRedirect({ status, type }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
}
