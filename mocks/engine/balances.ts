import { floorDivide, isNegative, isZero, subtractDecimals } from '../../src/billing/decimal.js';
import type { Balance, Balances, Decimal } from '../../src/billing/types.js';
import { utcTime } from '../generate/zoned-time.js';
import { creditsStatus, grantedOf, lowAt, liveGrants, remainingOf, usedOf } from './credits.js';
import type { AccountState, AllowanceState, CreditsState } from './state.js';

const usd = (amount: Decimal) => ({ amount, currency: 'USD' });

/** What a reload may cost: what the product documents for one transaction. */
export const reloadBounds = { min: usd('100.00'), max: usd('20000.00'), step: '1' } as const;

const packs: readonly Decimal[] = ['100.00', '250.00', '500.00', '1000.00'];

/** The amounts that are offered for a reload, by their id. */
export const reloadOptions: ReadonlyMap<string, Decimal> = new Map(
  packs.map((amount) => [`pack_${amount.replace('.00', '')}`, amount]),
);

export function balancesOf(state: AccountState): Balances {
  const { allowance, credits } = state;
  return {
    items: [
      ...(allowance ? [allowanceBalance(allowance, state)] : []),
      ...(credits ? [creditsBalance(credits, state)] : []),
    ],
  };
}

function allowanceBalance(
  { name, included, used, resets }: AllowanceState,
  { calendar }: AccountState,
): Balance {
  const remaining = included === null ? null : subtractDecimals(included, used);
  const isUsedUp = remaining !== null && (isZero(remaining) || isNegative(remaining));
  return {
    id: 'allowance_sessions',
    name,
    kind: 'allowance',
    meter: 'sessions',
    unit: 'session',
    remaining,
    ...(included !== null && { granted: included }),
    used,
    resetsAt: calendar.instant(resets),
    asOf: utcTime(calendar.countedTo()),
    status: isUsedUp ? 'exhausted' : 'ok',
  };
}

/** Prepaid money, with its grants and the ways to reload it. */
export function creditsBalance(credits: CreditsState, state: AccountState): Balance {
  const { calendar, world } = state;
  const today = calendar.today();
  return {
    id: credits.id,
    name: credits.name,
    kind: 'money',
    currency: 'USD',
    meter: 'sessions',
    remaining: remainingOf(credits, today),
    granted: grantedOf(credits),
    used: usedOf(credits),
    asOf: utcTime(calendar.countedTo()),
    status: creditsStatus(credits, today),
    lowAt: lowAt(credits),
    grants: liveGrants(credits, today).map(({ id, name, granted, remaining, expires }) => ({
      id,
      name,
      granted,
      remaining,
      ...(expires !== undefined && { expiresAt: calendar.instant(expires) }),
    })),
    ...(world.offersReload && { topUp: topUpOf(credits), autoTopUp: autoTopUpOf(credits) }),
  };
}

function topUpOf({ unitPrice }: CreditsState): NonNullable<Balance['topUp']> {
  return {
    options: [...reloadOptions].map(([id, amount]) => ({
      id,
      units: floorDivide(amount, unitPrice),
      price: usd(amount),
    })),
    unitPrice: usd(unitPrice),
    custom: reloadBounds,
  };
}

function autoTopUpOf({ autoReload, wasReloaded }: CreditsState): NonNullable<Balance['autoTopUp']> {
  const { isOn, isFailing, isUnfit, threshold, amount } = autoReload;
  const { min, max } = reloadBounds;
  const settings = {
    ...(threshold !== undefined && { threshold }),
    ...(amount !== undefined && { amount }),
    min,
    max,
  };
  if (!wasReloaded) return { status: 'unavailable', reason: 'first_top_up_needed', ...settings };
  if (isUnfit) return { status: 'unavailable', reason: 'payment_method_unfit', ...settings };
  if (!isOn) return { status: 'off', ...settings };
  return isFailing
    ? { status: 'failing', reason: 'payment_failed', ...settings }
    : { status: 'active', ...settings };
}
