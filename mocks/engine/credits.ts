/** Arithmetic of prepaid money: what is left, how it is used, when it reloads itself. */
import {
  addDecimals,
  compareDecimals,
  isNegative,
  isZero,
  multiplyDecimals,
  subtractDecimals,
  sumDecimals,
} from '../../src/billing/decimal.js';
import type { Balance, CalendarDate, Decimal, Money } from '../../src/billing/types.js';
import type { CreditsState, GrantState } from './state.js';

/** Below it an account counts as low, unless an automatic reload has a threshold of its own. */
const usualLow: Decimal = '50.00';

/** The grants that can still be used, or could until they were used up. */
export function liveGrants({ grants }: CreditsState, today: CalendarDate): GrantState[] {
  return grants.filter(({ expires }) => expires === undefined || today < expires);
}

/** What is left; below zero where more was used than there was. */
export function remainingOf(credits: CreditsState, today: CalendarDate): Decimal {
  const live = liveGrants(credits, today).map(({ remaining }) => remaining);
  return subtractDecimals(sumDecimals(['0.00', ...live]), credits.overdraft);
}

/** All that was ever granted. */
export function grantedOf({ grants }: CreditsState): Decimal {
  return sumDecimals(['0.00', ...grants.map(({ granted }) => granted)]);
}

/** What was used; neither what is left nor what has lapsed. */
export function usedOf(credits: CreditsState): Decimal {
  const unused = sumDecimals(['0.00', ...credits.grants.map(({ remaining }) => remaining)]);
  return addDecimals(subtractDecimals(grantedOf(credits), unused), credits.overdraft);
}

export function lowAt({ autoReload }: CreditsState): Decimal {
  const isActive = autoReload.isOn && !autoReload.isFailing;
  return (isActive ? autoReload.threshold : undefined) ?? usualLow;
}

export function creditsStatus(credits: CreditsState, today: CalendarDate): Balance['status'] {
  const remaining = remainingOf(credits, today);
  if (isZero(remaining) && lapsed(credits, today)) return 'expired';
  if (isNegative(remaining) || isZero(remaining)) return 'exhausted';
  return compareDecimals(remaining, lowAt(credits)) < 0 ? 'low' : 'ok';
}

function lapsed({ grants }: CreditsState, today: CalendarDate): boolean {
  return grants.some(
    ({ expires, remaining }) => expires !== undefined && expires <= today && !isZero(remaining),
  );
}

/** Takes the price of some sessions from the grants in their order; what they lack is overdraft. */
export function useSessions(credits: CreditsState, sessions: Decimal, today: CalendarDate): void {
  let cost = multiplyDecimals(sessions, credits.unitPrice);
  for (const grant of liveGrants(credits, today)) {
    const part = compareDecimals(grant.remaining, cost) < 0 ? grant.remaining : cost;
    grant.remaining = subtractDecimals(grant.remaining, part);
    cost = subtractDecimals(cost, part);
  }
  credits.overdraft = addDecimals(credits.overdraft, cost);
}

/** Adds what was bought; it makes up for an overdraft first. */
export function addGrant(credits: CreditsState, name: string, { amount }: Money): void {
  const covered = compareDecimals(amount, credits.overdraft) < 0 ? amount : credits.overdraft;
  credits.overdraft = subtractDecimals(credits.overdraft, covered);
  credits.grants.push({
    id: `grant_${credits.grants.length + 1}`,
    name,
    granted: amount,
    remaining: subtractDecimals(amount, covered),
    expires: undefined,
  });
}

/** What an automatic reload would buy now, or `undefined` where it has no reason to. */
export function dueReload(credits: CreditsState, today: CalendarDate): Money | undefined {
  const { isOn, threshold, amount } = credits.autoReload;
  if (!isOn || threshold === undefined) return undefined;
  return compareDecimals(remainingOf(credits, today), threshold) < 0 ? amount : undefined;
}
