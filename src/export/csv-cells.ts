import { plainNumber } from '../billing/plain-number.js';

/** What a server may put into a cell. */
export type CsvCell = string | number | null | undefined;

/** What a column holds. It decides which of its cells go out bare; all others are text. */
export type CsvKind = 'text' | 'number' | 'date';

const number = /^-?\d+(\.\d+)?$/;
const negativeZero = /^-(?=0+(\.0+)?$)/;
/** A calendar date or an instant, as ISO 8601 and RFC 3339 write them. */
const date = /^\d{4}-\d{2}-\d{2}([Tt]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:\d{2})?)?$/;
/**
 * What a spreadsheet may run, or bring to life by leaving out what stands before it: also behind
 * white space and NUL, also full-width (U+FF1D, U+FF0B, U+FF0D, U+FF20).
 */
const live = /^[\s\0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n\0]/;
/** By the code of its first character: what most text begins with. A look here is many times as quick. */
const isPlain = Array.from({ length: 128 }, (_, code) =>
  /[\dA-Za-z]/.test(String.fromCharCode(code)),
);

/** Whether a cell's text goes out without quotes: numbers and dates, each in columns of their kind. */
export function isBare(text: string, kind: CsvKind): boolean {
  if (kind === 'number') return number.test(text);
  return kind === 'date' && date.test(text);
}

/**
 * A cell as it stands in the file, apart from its quotes; `null` is an empty cell.
 *
 * Escaping every sign would spoil negative numbers, so what is a plain number stays as it is, in
 * any column. Other text that a spreadsheet would run gets one leading `'`, unless `guard` is false.
 */
export function cellText(cell: CsvCell, kind: CsvKind, guard: boolean): string | null {
  const text = (typeof cell === 'number' ? plainNumber(cell) : cell) ?? null;
  if (text === null) return null;
  if (kind === 'number' && isBare(text, kind)) return text.replace(negativeZero, '');
  return guard && !isPlain[text.charCodeAt(0)] && live.test(text) && !number.test(text)
    ? `'${text}`
    : text;
}
