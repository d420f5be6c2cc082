import type { Decimal } from '../billing/types.js';
import { numberFormat } from './intl.js';

interface Signs {
  /** The ten digits of the language, in order. */
  readonly digits: readonly string[];
  readonly group: string;
  readonly point: string;
}

/** No amount has more; a regular expression over a book that was pasted in would take its time. */
const longest = 40;

/** What people write beside the digits: white space, marks of direction, signs of currencies. */
const beside = /[\s\u061c\u200e\u200f\u2066-\u2069\p{Sc}]/gu;

/**
 * A number as a person of some language types it, such as `1,250.50` or `1.250,50`, in the notation
 * of the contract. Where a sign could be either point or grouping, the language decides.
 * @returns `undefined` for what is no number from zero up
 */
export function readDecimal(typed: string, tag: string): Decimal | undefined {
  if (typed.length > longest) return undefined;
  const signs = signsOf(tag);
  const text = [...typed.replaceAll(beside, '')].map((sign) => neutral(sign, signs)).join('');
  const [, whole, fraction] = /^(\d+|\d{1,3}(?:,\d{2,3})*,\d{3})(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const digits = whole.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

/** What a sign means: a digit, `.` for the point, `,` for grouping, `?` for what belongs in no number. */
function neutral(sign: string, { digits, group, point }: Signs): string {
  if (/\d/.test(sign)) return sign;
  if (digits.includes(sign)) return String(digits.indexOf(sign));
  if (sign === point) return '.';
  if (sign === group || (sign === "'" && group === '’')) return ',';
  // Keyboards have no other point, and here it has no other meaning.
  return sign === '.' ? '.' : '?';
}

function signsOf(tag: string): Signs {
  const parts = numberFormat(tag, { minimumFractionDigits: 1 }).formatToParts(1_234_567.5);
  const sign = (type: string, other: string) =>
    parts.find((part) => part.type === type)?.value ?? other;
  const digits = numberFormat(tag, { useGrouping: false }).format(9_876_543_210);
  return {
    digits: [...digits].reverse(),
    group: sign('group', ','),
    point: sign('decimal', '.'),
  };
}
