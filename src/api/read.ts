/**
 * The pieces that the contract's answers are read with. They rebuild each value from its named
 * fields, so that nothing unknown and no prototype comes through, and they are lenient where a
 * page can do without: a bad row is set aside, an optional field that is wrong counts as missing.
 *
 * By hand, because the library at hand would take an eighth of what a whole element may weigh.
 */
import { isCalendarDate } from '../billing/dates.js';
import { isDecimal } from '../billing/decimal.js';

/** Where one is in an answer, and what was wrong there. Never holds values: they may be personal. */
export interface Reading {
  readonly path: (string | number)[];
  /** Places of the rows that were set aside. */
  readonly aside: string[];
  /** The innermost place of what was wrong in the value that was read last; empty where it is right. */
  wrong: string;
}

/** Reads a value; `undefined` where it is missing or wrong. JSON has no `undefined` of its own. */
export type Read<Value> = (value: unknown, reading: Reading) => Value | undefined;

/** Beyond it a text is no name or sentence, but would cost the page its layout. */
const LONGEST_TEXT = 10_000;
/** Beyond it a number is no amount, but would cost the page its main thread. */
const LONGEST_DECIMAL = 100;

function when(isRight: (value: string) => boolean): Read<string> {
  return (value) => (typeof value === 'string' && isRight(value) ? value : undefined);
}

/** For people to read. */
export const text: Read<string> = (value) => {
  if (typeof value !== 'string') return undefined;
  if (value.length <= LONGEST_TEXT) return value;
  // Half of a surrogate pair would be drawn as a replacement character.
  return value.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, '');
};

/** To be sent back, followed or compared: ids, codes, currencies, URLs. Never cut, never blank. */
export const token = when((value) => value.trim() !== '');

export const bool: Read<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

/** A whole number, from the least one that makes sense. */
export function wholeFrom(least: number): Read<number> {
  return (value) => (isWhole(value) && value >= least ? value : undefined);
}

const rightDecimal = when((value) => value.length <= LONGEST_DECIMAL && isDecimal(value));

export const decimal: Read<string> = (value, reading) => {
  const right = rightDecimal(value, reading);
  // The sign of a zero would show as a debt.
  return right && !/[1-9]/.test(right) ? right.replace('-', '') : right;
};

/** Anything else is seconds taken for milliseconds, or "never" written as a date. */
const isOfThisCentury = (value: string): boolean => /^(20\d\d|2100)-/.test(value);

export const date = when((value) => isOfThisCentury(value) && isCalendarDate(value));

/** Of a day and an offset that exist; up to nanoseconds, which is what every engine takes. */
export const instant = when(
  (value) =>
    /^.{10}T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,9})?(Z|[+-][01]\d:[0-5]\d)$/.test(value) &&
    isOfThisCentury(value) &&
    isCalendarDate(value.slice(0, 10)),
);

export function nullable<Value>(read: Read<Value>): Read<Value | null> {
  return (value, reading) => (value === null ? null : read(value, reading));
}

/** A field with a default, which also stands in for what is wrong. */
export function otherwise<Value>(read: Read<Value>, fallback: () => Value): Read<Value> {
  return (value, reading) => read(value, reading) ?? fallback();
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Reads what stands under a key, and remembers the place where that went wrong. */
function readAt<Value>(
  key: string | number,
  read: Read<Value>,
  value: unknown,
  reading: Reading,
): Value | undefined {
  reading.path.push(key);
  reading.wrong = '';
  const right = read(value, reading);
  // What is wrong inside has named its place already; a value that is right makes up for it.
  reading.wrong = right === undefined ? reading.wrong || reading.path.join('.') : '';
  reading.path.pop();
  return right;
}

type Reads = Readonly<Record<string, Read<unknown>>>;
type Values<Fields extends Reads> = {
  [Key in keyof Fields]: Fields[Key] extends Read<infer Value> ? Value : never;
};

type Flat<T> = { [Key in keyof T]: T[Key] };

/**
 * An object of named fields. What is missing has no key.
 *
 * @param required - Without one of these there is no object.
 * @param optional - Null, where it has no meaning, and whatever is wrong count as missing.
 * @param rightOrMissing - May be missing or null, but there is no object where one is wrong.
 */
export function fields<Required extends Reads>(required: Required): Read<Values<Required>>;
export function fields<Required extends Reads, Optional extends Reads>(
  required: Required,
  optional: Optional,
): Read<Flat<Values<Required> & Partial<Values<Optional>>>>;
export function fields<
  Required extends Reads,
  Optional extends Reads,
  RightOrMissing extends Reads,
>(
  required: Required,
  optional: Optional,
  rightOrMissing: RightOrMissing,
): Read<Flat<Values<Required> & Partial<Values<Optional & RightOrMissing>>>>;
export function fields(
  required: Reads,
  optional: Reads = {},
  rightOrMissing: Reads = {},
): Read<object> {
  const all = Object.entries({ ...required, ...optional, ...rightOrMissing });
  return (value, reading) => {
    if (!isRecord(value)) return undefined;
    const object: Record<string, unknown> = {};
    for (const [key, read] of all) {
      const given = Object.hasOwn(value, key) ? value[key] : undefined;
      const right = readAt(key, read, given, reading);
      const isMissing = given === undefined || given === null;
      if (right !== undefined) object[key] = right;
      else if (key in required || (key in rightOrMissing && !isMissing)) return undefined;
    }
    return object;
  };
}

/** Values by names that the server chose: all right, or none. */
export function namedValues<Value>(read: Read<Value>): Read<Record<string, Value>> {
  return (value, reading) => {
    if (!isRecord(value)) return undefined;
    const named: Record<string, Value> = {};
    // Without a prototype a name like `constructor` means nothing but itself.
    Object.setPrototypeOf(named, null);
    for (const [name, given] of Object.entries(value)) {
      const right = read(given, reading);
      if (right === undefined) return undefined;
      // Whoever copies the names to another object would set its prototype.
      if (name !== '__proto__') named[name] = right;
    }
    return named;
  };
}

/**
 * A list whose bad rows are set aside, so that they don't hide the good ones. A row that comes
 * again under the same id counts as bad.
 */
export function rows<Value>(read: Read<Value>, idOf?: (row: Value) => string): Read<Value[]> {
  return (value, reading) => {
    if (!Array.isArray(value)) return undefined;
    const { aside, path } = reading;
    const ids = new Set<string | undefined>();
    const good: Value[] = [];
    value.forEach((given: unknown, index) => {
      const before = aside.length;
      const row = readAt(index, read, given, reading);
      const id = row === undefined ? undefined : idOf?.(row);
      if (row === undefined || ids.has(id)) {
        // What was set aside inside of it goes with it: it is one row.
        aside.splice(before, Infinity, reading.wrong || `${path.join('.')}.${index} (again)`);
        return;
      }
      if (id !== undefined) ids.add(id);
      good.push(row);
    });
    return good;
  };
}

/**
 * The rows that a whole answer is about. Where rows came and none could be read, there is no answer:
 * as an empty list it would take the place of the good rows of the one before.
 */
export function someRows<Value>(read: Read<Value>, idOf?: (row: Value) => string): Read<Value[]> {
  const readRows = rows(read, idOf);
  return (value, reading) => {
    const good = readRows(value, reading);
    const isNoneGood = good?.length === 0 && (value as readonly unknown[]).length > 0;
    return isNoneGood ? undefined : good;
  };
}
