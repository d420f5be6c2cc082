import { compareDecimals, floorDivide, isNegative, isZero, multiplyDecimals } from './decimal.js';
import type { Balance, Decimal, Grant } from './types.js';

/** Grants that lapse this soon are warned of, in days. */
const expiryNotice = 14;
const dayInMs = 86_400_000;

/**
 * How many units of a meter what is left still pays for: the rest of the meter's own allowance, else
 * the whole units that the money buys at its unit price. Below zero there is none.
 * @returns `null` for unlimited; `undefined` where no balance tells
 */
export function unitsAvailable(
  balances: readonly Balance[],
  meterId: string,
): Decimal | null | undefined {
  const allowance = balances.find(({ kind, meter }) => kind === 'allowance' && meter === meterId);
  if (allowance) return allowance.remaining && atLeastZero(allowance.remaining);
  const money = balances.find(
    ({ kind, meter, topUp }) =>
      kind === 'money' && topUp?.unitPrice && (meter === undefined || meter === meterId),
  );
  const price = money?.topUp?.unitPrice;
  if (!money || !price || price.currency !== money.currency || isZero(price.amount)) {
    return undefined;
  }
  return money.remaining && atLeastZero(floorDivide(money.remaining, price.amount));
}

function atLeastZero(value: Decimal): Decimal {
  return isNegative(value) ? '0' : value;
}

/**
 * How a balance stands: as the server says, or `low` once the share of the allowance that is used
 * has reached `warnAt` (0 to 1) and the server sees no fault yet.
 */
export function balanceStatus(
  { granted, status, used }: Balance,
  warnAt: Decimal | undefined,
): Balance['status'] {
  if (status !== 'ok' || warnAt === undefined) return status;
  if (granted === undefined || used === undefined || isZero(granted)) return status;
  return compareDecimals(used, multiplyDecimals(granted, warnAt)) >= 0 ? 'low' : status;
}

/** The grants that still hold something and lapse within fourteen days of `now` (milliseconds since 1970). */
export function expiringGrants({ grants = [] }: Balance, now: number): Grant[] {
  return grants.filter(({ expiresAt, remaining }) => {
    if (expiresAt === undefined || isZero(remaining)) return false;
    const left = Date.parse(expiresAt) - now;
    return left > 0 && left <= expiryNotice * dayInMs;
  });
}
