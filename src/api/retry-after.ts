import type { Clock } from './clock.js';

/** More is a mistake, and would overflow a browser's timer where someone counts it down. */
const LONGEST_RETRY_AFTER = 86_400;

/**
 * The seconds of a `Retry-After` header, which holds seconds or an HTTP date. Garbage, and what
 * lies in the past, is ignored.
 */
export function retryAfterOf(headers: Headers, clock: Clock): number | undefined {
  const text = headers.get('Retry-After')?.trim() ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : secondsUntil(text, headers, clock);
  return seconds >= 0 ? Math.min(seconds, LONGEST_RETRY_AFTER) : undefined;
}

function secondsUntil(date: string, headers: Headers, clock: Clock): number {
  // Only the one form that servers send: `Date.parse` reads a date into nearly anything.
  if (!/^[A-Z][a-z]{2}, .* GMT$/.test(date)) return NaN;
  // The server's own clock where it can be read: the person's may be a day off.
  const serverNow = Date.parse(headers.get('Date') ?? '');
  const now = Number.isNaN(serverNow) ? clock.now() : serverNow;
  return Math.ceil((Date.parse(date) - now) / 1000);
}
