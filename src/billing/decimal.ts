/**
 * Exact arithmetic on decimal strings. Floats turn 184.60 / 0.20 into 922, so amounts stay text
 * from the wire to the screen and are computed on, where they must be, as scaled integers.
 */
import type { Decimal } from './types.js';

/** What the contract calls a decimal: no plus sign, no exponent, no leading zeros. */
const pattern = /^-?(0|[1-9]\d*)(\.\d+)?$/;

interface Scaled {
  readonly digits: bigint;
  /** How many of the digits stand behind the point. */
  readonly scale: number;
}

const powerOfTen = (exponent: number): bigint => 10n ** BigInt(exponent);

function scaled(decimal: Decimal): Scaled {
  if (!pattern.test(decimal)) throw new RangeError('Not a decimal number.');
  const point = decimal.indexOf('.');
  if (point < 0) return { digits: BigInt(decimal), scale: 0 };
  const fraction = decimal.slice(point + 1);
  return { digits: BigInt(decimal.slice(0, point) + fraction), scale: fraction.length };
}

/** The digits of a number, with as many behind the point as asked for. */
function inScale({ digits, scale }: Scaled, wanted: number): bigint {
  return scale === wanted ? digits : digits * powerOfTen(wanted - scale);
}

function aligned(a: Decimal, b: Decimal): { a: bigint; b: bigint; scale: number } {
  const [left, right] = [scaled(a), scaled(b)];
  const scale = Math.max(left.scale, right.scale);
  return { a: inScale(left, scale), b: inScale(right, scale), scale };
}

function text({ digits, scale }: Scaled): Decimal {
  const sign = digits < 0n ? '-' : '';
  const all = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  return scale === 0 ? sign + all : `${sign}${all.slice(0, -scale)}.${all.slice(-scale)}`;
}

/** Rounds towards minus infinity, unlike BigInt's own division. */
function floored(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const isBelow = dividend % divisor !== 0n && dividend < 0n !== divisor < 0n;
  return isBelow ? quotient - 1n : quotient;
}

/** Whether a text is a decimal number as the contract writes it. */
export function isDecimal(value: string): value is Decimal {
  return pattern.test(value);
}

/** Negative where `a` is the smaller one, positive where it is the larger one, 0 where `1.0` meets `1.00`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const pair = aligned(a, b);
  return pair.a < pair.b ? -1 : pair.a > pair.b ? 1 : 0;
}

/** The sum, with the fraction digits of the one that has more. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const pair = aligned(a, b);
  return text({ digits: pair.a + pair.b, scale: pair.scale });
}

/** `a - b`, with the fraction digits of the one that has more. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  const pair = aligned(a, b);
  return text({ digits: pair.a - pair.b, scale: pair.scale });
}

/** The sum of a list; `0` for an empty one. */
export function sumDecimals(decimals: Iterable<Decimal>): Decimal {
  // As integers throughout: many times as quick as a sum that is written out for each that is added.
  let sum: Scaled = { digits: 0n, scale: 0 };
  for (const decimal of decimals) {
    const next = scaled(decimal);
    const scale = Math.max(sum.scale, next.scale);
    sum = { digits: inScale(sum, scale) + inScale(next, scale), scale };
  }
  return text(sum);
}

/** The product, with the fraction digits of both. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  const [left, right] = [scaled(a), scaled(b)];
  return text({ digits: left.digits * right.digits, scale: left.scale + right.scale });
}

/**
 * How many times `b` goes into `a` in whole, rounded down.
 * @throws {RangeError} where `b` is zero
 */
export function floorDivide(a: Decimal, b: Decimal): Decimal {
  const pair = aligned(a, b);
  return text({ digits: floored(pair.a, pair.b), scale: 0 });
}

/**
 * `a / b`, rounded to some fraction digits; halves go away from zero, as on invoices.
 * @throws {RangeError} where `b` is zero
 */
export function divideDecimals(a: Decimal, b: Decimal, fractionDigits: number): Decimal {
  const pair = aligned(a, b);
  const isNegativeQuotient = pair.a < 0n !== pair.b < 0n;
  const [dividend, divisor] = [pair.a < 0n ? -pair.a : pair.a, pair.b < 0n ? -pair.b : pair.b];
  const doubled = dividend * powerOfTen(fractionDigits) * 2n;
  const digits = (doubled + divisor) / (divisor * 2n);
  return text({ digits: isNegativeQuotient ? -digits : digits, scale: fractionDigits });
}

/** Whether it is below zero; `-0.00` is not. */
export function isNegative(decimal: Decimal): boolean {
  return scaled(decimal).digits < 0n;
}

export function isZero(decimal: Decimal): boolean {
  return scaled(decimal).digits === 0n;
}

/** How many digits stand behind the point, trailing zeros included. */
export function fractionDigits(decimal: Decimal): number {
  return scaled(decimal).scale;
}
