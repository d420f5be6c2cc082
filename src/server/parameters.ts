import { isCalendarDate } from '../billing/dates.js';
import type { CalendarDate } from '../billing/types.js';
import { badParameter } from './problem.js';

/** A query parameter, or `undefined` where it is left out. Given twice it means nothing. */
export function optionalText(query: URLSearchParams, name: string): string | undefined {
  const [value, ...others] = query.getAll(name);
  if (others.length > 0) throw badParameter(name, 'Given more than once.');
  if (value === '') throw badParameter(name, 'Is empty.');
  return value;
}

export function requiredText(query: URLSearchParams, name: string): string {
  const value = optionalText(query, name);
  if (value === undefined) throw badParameter(name, 'Is required.');
  return value;
}

export function optionalChoice<Choice extends string>(
  query: URLSearchParams,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = optionalText(query, name);
  return value === undefined ? undefined : choiceOf(value, name, choices);
}

export function requiredChoice<Choice extends string>(
  query: URLSearchParams,
  name: string,
  choices: readonly Choice[],
): Choice {
  return choiceOf(requiredText(query, name), name, choices);
}

export function optionalDate(query: URLSearchParams, name: string): CalendarDate | undefined {
  const value = optionalText(query, name);
  if (value === undefined || isCalendarDate(value)) return value;
  throw badParameter(name, 'Is not a calendar date, YYYY-MM-DD.');
}

export function requiredDate(query: URLSearchParams, name: string): CalendarDate {
  const value = optionalDate(query, name);
  if (value === undefined) throw badParameter(name, 'Is required.');
  return value;
}

/** A whole number from 1 to `most`. */
export function optionalCount(
  query: URLSearchParams,
  name: string,
  most: number,
): number | undefined {
  const value = optionalText(query, name);
  if (value === undefined) return undefined;
  const count = /^[1-9]\d{0,8}$/.test(value) ? Number(value) : Infinity;
  if (count > most) throw badParameter(name, `Is not a whole number from 1 to ${most}.`);
  return count;
}

export function choiceOf<Choice extends string>(
  value: string,
  name: string,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw badParameter(name, `Is not one of ${choices.join(', ')}.`);
  return choice;
}
