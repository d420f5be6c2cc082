/**
 * Amounts between engines and the contract. A currency's digits come from the table here, never
 * from `Intl`: its data differ from ISO 4217 for currencies in everyday use, and HUF 10.45 would
 * become 1,045.
 */
import { isDecimal, isZero, multiplyDecimals } from '../../billing/decimal.js';
import { plainNumber } from '../../billing/plain-number.js';
import type { Decimal, Money } from '../../billing/types.js';
import { unreadable } from './refusals.js';

/**
 * Currencies without two fraction digits.
 * Source: https://www.six-group.com/en/products-services/financial-information/data-standards.html
 */
const digitsOf = new Map<string, number>([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((currency) => [currency, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((currency) => [currency, 3] as const),
  ['CLF', 4],
  ['UYW', 4],
]);

/** How many fraction digits a currency has by ISO 4217. */
function currencyDigits(currency: string): number {
  return digitsOf.get(currency.toUpperCase()) ?? 2;
}

/** Where a vendor counts other minor units than ISO 4217 does. */
export type MinorDigits = Readonly<Record<string, number>>;

const none: MinorDigits = {};

function minorDigits(currency: string, exceptions: MinorDigits): number {
  return exceptions[currency.toUpperCase()] ?? currencyDigits(currency);
}

/** An amount with the digits that its currency is shown with, and more where it has more. */
function shown(amount: Decimal, code: string): Money {
  const currency = code.toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) throw unreadable('A currency is no code of three letters.');
  const digits = currencyDigits(currency);
  const [whole = '0', given = ''] = amount.split('.');
  const fraction = given.replace(/0+$/, '').padEnd(digits, '0');
  const text = fraction ? `${whole}.${fraction}` : whole;
  // The sign of a zero would show as a debt.
  return { amount: isZero(text) ? text.replace('-', '') : text, currency };
}

/**
 * Money from an engine's minor units, whole or, as prices of single units are, with a fraction.
 * @param amount - An integer, or a decimal as text.
 */
export function moneyOfMinor(
  amount: number | bigint | string,
  currency: string,
  exceptions: MinorDigits = none,
): Money {
  const isLost = typeof amount === 'number' && !Number.isSafeInteger(amount);
  const text = String(amount);
  if (isLost || !isDecimal(text)) throw unreadable('An amount is no number of minor units.');
  const digits = minorDigits(currency, exceptions);
  const unit = digits === 0 ? '1' : `0.${'1'.padStart(digits, '0')}`;
  return shown(multiplyDecimals(text, unit), currency);
}

/** Money from major units: a decimal as text, or a float, which stands for its shortest decimal. */
export function moneyOfMajor(amount: number | string, currency: string): Money {
  const text = typeof amount === 'number' ? plainNumber(amount) : amount;
  if (text === undefined || !isDecimal(text)) throw unreadable('An amount is no number.');
  return shown(text, currency);
}

/**
 * Money in an engine's minor units; `undefined` where they can't express it.
 */
export function minorOfMoney(
  { amount, currency }: Money,
  exceptions: MinorDigits = none,
): bigint | undefined {
  const digits = minorDigits(currency, exceptions);
  const [whole = '0', fraction = ''] = amount.split('.');
  const kept = fraction.replace(/0+$/, '');
  return kept.length > digits ? undefined : BigInt(whole + kept.padEnd(digits, '0'));
}

/** A count as a decimal; engines send it as number or as text, some of them with an exponent. */
export function quantityOf(value: number | string): Decimal {
  const text = typeof value === 'string' && isDecimal(value) ? value : plainNumber(numberOf(value));
  if (text === undefined) throw unreadable('A quantity is no number.');
  return isZero(text) ? text.replace('-', '') : text;
}

function numberOf(value: number | string): number {
  // `Number` takes no text at all for zero.
  return value === '' ? NaN : Number(value);
}
