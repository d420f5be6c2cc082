import type { BillingError } from './billing-error.js';
import type { Clock } from './clock.js';

/** What decides whether a call may be sent once more. */
export interface Attempts {
  /** A read without side effects (GET). */
  readonly isRead: boolean;
  /** A write that the server recognises when it comes again. */
  readonly hasKey: boolean;
  /** Whether the last one asked only for what is newer than an answer that is remembered. */
  isConditional: boolean;
  /** How often it was sent so far. */
  tries: number;
}

const READ_TRIES = 3;
const WRITE_TRIES = 2;
const BASE = 500;
const CAP = 8_000;

/** Milliseconds to wait before the call is sent again, or `undefined` where it must not be. */
export function waitBeforeRetry(
  error: BillingError,
  attempts: Attempts,
  clock: Clock,
): number | undefined {
  if (!mayRetry(error, attempts)) return undefined;
  // Full jitter, so that a server that comes back isn't hit by all widgets in one moment.
  const jitter = clock.random() * Math.min(CAP, BASE * 2 ** (attempts.tries - 1));
  return (error.retryAfter ?? 0) * 1000 + jitter;
}

function mayRetry(error: BillingError, attempts: Attempts): boolean {
  const { hasKey, isConditional, isRead, tries } = attempts;
  if (!isRead) return hasKey && tries < WRITE_TRIES && isAnswerLost(error);
  // A cache on the way may have mixed up the condition: without it the answer may be a good one.
  const isMixedUp = isConditional && error.code === 'bad_response';
  return tries < READ_TRIES && (isMixedUp || isPassing(error));
}

function isPassing({ code, status }: BillingError): boolean {
  if (code === 'not_supported') return false;
  return code === 'network' || status === 429 || (status >= 500 && status <= 599);
}

/** Whether the write may have been done although no answer came, or none that could be read. */
function isAnswerLost({ code, status }: BillingError): boolean {
  return status < 300 && (code === 'network' || code === 'timeout' || code === 'bad_response');
}
