/**
 * How an engine's answers are read: field by field into new objects, by the readers of the client.
 * What an engine may leave out is optional there; what an answer makes no sense without is required.
 */
import type { Read } from '../../api/read.js';
import { safeUrl } from '../../api/safe-url.js';
import { unreadable } from './refusals.js';

/**
 * What an engine sent, as its reader says it should be.
 * @throws {BillingError} `upstream_unavailable`, which names the place and never the value
 */
export function readAnswer<Value>(read: Read<Value>, value: unknown, what: string): Value {
  const reading = { path: [], aside: [], wrong: '' };
  const right = read(value, reading);
  if (right === undefined) throw unreadable(`${what}: ${reading.wrong || 'no such object'}`);
  return right;
}

/** A list without exception: one row that can't be read would be missing from a sum. */
export function list<Value>(read: Read<Value>): Read<Value[]> {
  return (value, reading) => {
    if (!Array.isArray(value)) return undefined;
    const all: Value[] = [];
    for (const [index, given] of value.entries()) {
      const right = read(given, reading);
      if (right === undefined) {
        reading.wrong = [...reading.path, index, reading.wrong].join('.');
        return undefined;
      }
      all.push(right);
    }
    return all;
  };
}

/** Any number that JSON can hold. */
export const number: Read<number> = (value) => (typeof value === 'number' ? value : undefined);

/** A whole number of any sign: minor units, seconds. */
export const whole: Read<number> = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;

/** An object of which only the id is of interest, be it sent as a whole or by the id alone. */
export const idOf: Read<string> = (value) => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
  return typeof id === 'string' && id !== '' ? id : undefined;
};

/** An address that a person may be sent to. */
export const link: Read<string> = (value) => safeUrl(value) ?? undefined;
/** A decimal as text, also with zeros before it. */
export const numeric: Read<string> = (value) =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
    ? value.replace(/^(-?)0+(?=\d)/, '$1')
    : undefined;

/** How many of something there are. */
export const count: Read<number> = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 ? value : undefined;

/** A moment in seconds, of the years that an instant can be written in. */
export const seconds: Read<number> = (value) =>
  typeof value === 'number' && value >= 0 && value <= 253_402_300_799 ? value : undefined;

/** The code of a currency; vendors write it in either case. */
export const currencyCode: Read<string> = (value) =>
  typeof value === 'string' && /^[A-Za-z]{3}$/.test(value) ? value.toUpperCase() : undefined;
