import {
  compareDecimals,
  floorDivide,
  fractionDigits,
  isZero,
  multiplyDecimals,
  subtractDecimals,
} from './decimal.js';
import type { Decimal, Money } from './types.js';

/** What the server takes for an amount that a person chooses freely. */
export interface AmountBounds {
  readonly min: Money;
  readonly max: Money;
  /** Counted from `min`. */
  readonly step?: Decimal;
}

/** Why an amount is not taken. */
export type AmountFault = 'currency' | 'too_fine' | 'too_small' | 'too_large' | 'off_step';

/** What the server would find wrong with an amount; `undefined` where it takes it. */
export function amountFault(
  { amount, currency }: Money,
  { max, min, step }: AmountBounds,
): AmountFault | undefined {
  if (currency !== min.currency || currency !== max.currency) return 'currency';
  const digits = Math.max(...[min.amount, max.amount, step ?? '0'].map(fractionDigits));
  if (fractionDigits(withoutTrailingZeros(amount)) > digits) return 'too_fine';
  if (compareDecimals(amount, min.amount) < 0) return 'too_small';
  if (compareDecimals(amount, max.amount) > 0) return 'too_large';
  return step !== undefined && !isMultiple(subtractDecimals(amount, min.amount), step)
    ? 'off_step'
    : undefined;
}

/** The same number with the fraction digits of another one, where it has no more itself: `150` as `150.00`. */
export function inDigitsOf(amount: Decimal, model: Decimal): Decimal {
  const short = withoutTrailingZeros(amount);
  const missing = fractionDigits(model) - fractionDigits(short);
  if (missing <= 0) return short;
  return `${short}${short.includes('.') ? '' : '.'}${'0'.repeat(missing)}`;
}

/** How many whole units an amount pays for; `undefined` where their price is not known in its currency. */
export function unitsFor(amount: Money, unitPrice: Money | undefined): Decimal | undefined {
  if (unitPrice?.currency !== amount.currency || isZero(unitPrice.amount)) return undefined;
  return floorDivide(amount.amount, unitPrice.amount);
}

function withoutTrailingZeros(decimal: Decimal): Decimal {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

function isMultiple(value: Decimal, step: Decimal): boolean {
  if (isZero(step)) return true;
  return compareDecimals(multiplyDecimals(floorDivide(value, step), step), value) === 0;
}
