import type { CalendarDate, Decimal, Instant, Money } from '../billing/types.js';
import type { Messages } from './messages.js';

/** How much of a date is said: in a sentence, in a table or on an axis. */
export type DateStyle = 'long' | 'medium' | 'axis';

/**
 * A language as views know it: the texts, and every number and date in words of that language.
 * Numbers are decimal strings and keep the digits they were sent with.
 */
export interface Locale {
  /** BCP 47 tag that formats numbers and dates. */
  readonly tag: string;
  readonly messages: Messages;
  readonly direction: 'ltr' | 'rtl';
  number(value: Decimal): string;
  /** An amount with its currency; an unknown currency is written out beside the number. */
  money(value: Money): string;
  /** A count of things, for sentences. */
  count(value: number): string;
  date(date: CalendarDate, style?: DateStyle): string;
  month(date: CalendarDate, style?: DateStyle): string;
  /** From the first to the last day, both included. */
  dateRange(first: CalendarDate, last: CalendarDate): string;
  /** The day of an instant in a time zone. */
  day(instant: Instant, timeZone: string): string;
  /** The day and the time of an instant in a time zone. */
  dateTime(instant: Instant, timeZone: string): string;
  /** The time of day of a moment (milliseconds since 1970) in the time zone of the browser. */
  time(epochMs: number): string;
  /** "today", "in 3 days", "2 days ago". */
  inDays(days: number): string;
  list(items: readonly string[]): string;
}
