import { isDecimal } from '../billing/decimal.js';
import type { Decimal, Money } from '../billing/types.js';
import { badField } from './problem.js';

/** Reads a value of a JSON body, or says which one is wrong. */
export type FieldReader<Value> = (value: unknown, pointer: string) => Value;

/** The fields of a JSON object, by name. */
export interface Fields {
  required<Value>(name: string, read: FieldReader<Value>): Value;
  /** `undefined` where the field is left out; null is no way to leave out. */
  optional<Value>(name: string, read: FieldReader<Value>): Value | undefined;
}

/**
 * The fields of an object. They are read one by one into a new object, so nothing that the
 * contract does not know, `__proto__` included, goes on to an engine.
 */
export function fieldsOf(value: unknown, pointer = ''): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badField(pointer, 'Is not an object.');
  }
  const entries = new Map<string, unknown>(Object.entries(value));
  return {
    required: (name, read) => {
      if (!entries.has(name)) throw badField(`${pointer}/${name}`, 'Is required.');
      return read(entries.get(name), `${pointer}/${name}`);
    },
    optional: (name, read) =>
      entries.has(name) ? read(entries.get(name), `${pointer}/${name}`) : undefined,
  };
}

/** A text of at most so many characters. */
export function text(most = 255): FieldReader<string> {
  return (value, pointer) => {
    if (typeof value !== 'string') throw badField(pointer, 'Is not a text.');
    if (value.length > most) throw badField(pointer, `Has more than ${most} characters.`);
    return value;
  };
}

export function choice<Choice extends string>(choices: readonly Choice[]): FieldReader<Choice> {
  return (value, pointer) => {
    const chosen = choices.find((one) => one === value);
    if (chosen === undefined) throw badField(pointer, `Is not one of ${choices.join(', ')}.`);
    return chosen;
  };
}

export const flag: FieldReader<boolean> = (value, pointer) => {
  if (typeof value !== 'boolean') throw badField(pointer, 'Is not true or false.');
  return value;
};

export const decimal: FieldReader<Decimal> = (value, pointer) => {
  // Longer numbers are no amounts, and arithmetic on them is slow.
  if (typeof value !== 'string' || value.length > 40 || !isDecimal(value)) {
    throw badField(pointer, 'Is not a decimal number as text.');
  }
  return value;
};

export const money: FieldReader<Money> = (value, pointer) => {
  const fields = fieldsOf(value, pointer);
  return {
    amount: fields.required('amount', decimal),
    currency: fields.required('currency', currency),
  };
};

const currency: FieldReader<string> = (value, pointer) => {
  if (typeof value !== 'string' || !/^[A-Z]{3}$/.test(value)) {
    throw badField(pointer, 'Is not a currency code.');
  }
  return value;
};

/** An absolute address. Where it may lead is for the host to say. */
export const address: FieldReader<string> = (value, pointer) => {
  if (typeof value !== 'string' || value.length > 2048 || !URL.canParse(value)) {
    throw badField(pointer, 'Is not an absolute address.');
  }
  return value;
};
