import { readDecimal } from '../../src/i18n/read-decimal.js';

/** The numbers that a text writes, in the digits and with the marks of whatever language it is in. */
export const numbersIn = (text: string): string[] =>
  text.match(/\p{Nd}(?:[.,\s٫٬’']?\p{Nd})*/gu) ?? [];

/** What the first number of a text means, as the contract writes it. */
export function amountIn(text: string, tag: string): string {
  const [number = ''] = numbersIn(text);
  const sign = /[-\u2212]/u.test(text) ? '-' : '';
  return sign + (readDecimal(number, tag) ?? `no number in ${text}`);
}
