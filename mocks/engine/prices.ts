import { divideDecimals, isZero, multiplyDecimals } from '../../src/billing/decimal.js';
import type { Decimal, Slot } from '../../src/billing/types.js';

const taxPercent: Decimal = '8.25';

/** The tax on a net amount, half a cent up; support and credits are sold without. */
export function taxOn(net: Decimal, slot: Slot): Decimal | undefined {
  if (slot === 'support' || isZero(net)) return undefined;
  return divideDecimals(multiplyDecimals(net, taxPercent), '100', 2);
}

/** The share of a price for some of a period's days, half a cent up. */
export function prorated(price: Decimal, days: number, ofDays: number): Decimal {
  return divideDecimals(multiplyDecimals(price, String(days)), String(ofDays), 2);
}
