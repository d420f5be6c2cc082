import { isTimeZone } from '../billing/dates.js';
import type { CalendarDate, Decimal, Instant } from '../billing/types.js';
import { listFormat, relativeFormat } from './intl-words.js';
import { dateFormat, numberFormat } from './intl.js';
import { sayIsolated } from './isolate.js';
import type { DateStyle, Formats } from './locale.js';

const dateStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { dateStyle: 'long' },
  medium: { dateStyle: 'medium' },
  axis: { month: 'short', day: 'numeric' },
};

const monthStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { year: 'numeric', month: 'long' },
  medium: { year: 'numeric', month: 'short' },
  axis: { month: 'short', year: '2-digit' },
};

/** A calendar date as the instant that `Intl` wants, read in UTC again: no zone can shift it. */
const utcNoon = (date: CalendarDate): number => Date.parse(`${date}T12:00:00Z`);

/** `Intl` takes a number as text, digit by digit, where it is one. */
const exact = (value: Decimal): Intl.StringNumericLiteral => value as Intl.StringNumericLiteral;

const digitsOf = (value: Decimal): Intl.NumberFormatOptions => {
  const digits = value.split('.')[1]?.length ?? 0;
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
};

const rightToLeftMark = /[\u200F\u061C]/;
const latinCurrency = /\p{sc=Latin}[\p{sc=Latin}.]*\p{Sc}?/u;

/**
 * At the end of right-to-left text `US$` would fall apart, and stand on the right of negative numbers
 * and on the left of others. Marks around it keep it in one piece, on the left.
 */
const besideNumber = (money: string): string =>
  rightToLeftMark.test(money) ? money.replace(latinCurrency, '\u200F$&\u200E') : money;

/** How a language writes numbers and dates, by its BCP 47 tag. */
export function formatsOf(tag: string): Formats {
  const ofInstant = (
    instant: Instant,
    timeZone: string,
    options: Intl.DateTimeFormatOptions,
  ): string => {
    const known = isTimeZone(timeZone) ? timeZone : 'UTC';
    return dateFormat(tag, { ...options, timeZone: known }).format(Date.parse(instant));
  };

  const number = (value: Decimal): string =>
    numberFormat(tag, digitsOf(value)).format(exact(value));

  return {
    number,
    money: ({ amount, currency }) => {
      try {
        const options = { style: 'currency', currency, ...digitsOf(amount) } as const;
        return besideNumber(numberFormat(tag, options).format(exact(amount)));
      } catch {
        return `${currency} ${number(amount)}`;
      }
    },
    count: (value) => numberFormat(tag).format(value),
    date: (date, style = 'medium') =>
      dateFormat(tag, { ...dateStyles[style], timeZone: 'UTC' }).format(utcNoon(date)),
    month: (date, style = 'long') =>
      dateFormat(tag, { ...monthStyles[style], timeZone: 'UTC' }).format(utcNoon(date)),
    year: (date) => dateFormat(tag, { year: 'numeric', timeZone: 'UTC' }).format(utcNoon(date)),
    dateRange: (first, last) =>
      dateFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' }).formatRange(
        utcNoon(first),
        utcNoon(last),
      ),
    day: (instant, timeZone) => ofInstant(instant, timeZone, { dateStyle: 'long' }),
    dateTime: (instant, timeZone) =>
      ofInstant(instant, timeZone, { dateStyle: 'medium', timeStyle: 'short' }),
    inDays: (days) => relativeFormat(tag).format(days, 'day'),
    list: (items) => sayIsolated((...names) => listFormat(tag).format(names as string[]), items),
  };
}
