import type { BillingError } from '../api/billing-error.js';

/**
 * What became of an order that was not answered as it should be.
 *
 * - `unknown`: it may have been carried out, so nothing else may be sent in its place.
 * - `none`: it had no effect, and the same confirmation may be sent again.
 * - `refused`: the server has decided; whatever is sent next is another confirmation.
 */
export type Fate = 'unknown' | 'none' | 'refused';

/** Statuses of those who did not even look at the order. */
const unread = new Set([401, 408, 425, 429]);

/** @param isAgain - The order had been sent before, and its first answer never came. */
export function fateOf(error: BillingError, isAgain: boolean): Fate {
  const { code, status } = error;
  // Whatever status it comes with: whoever does not offer something has not done it.
  if (code === 'not_supported') return 'refused';
  if (status < 400 || status >= 500 || isKeyInUse(error)) return 'unknown';
  if (unread.has(status)) return isAgain ? 'unknown' : 'none';
  // That may be the first one, which is still being carried out.
  if (code === 'conflict') return isAgain ? 'unknown' : 'none';
  return 'refused';
}

/** The key went with another order, from another tab: what became of that one is not known here. */
function isKeyInUse({ problem }: BillingError): boolean {
  return problem?.errors?.some(({ parameter }) => parameter === 'Idempotency-Key') ?? false;
}
