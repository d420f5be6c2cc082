import type { CalendarDate, Decimal, Instant, Money } from '../billing/types.js';
import type {
  BillingCheckoutMessages,
  CommonMessages,
  PlanMessages,
  PlanUsageMessages,
  UsageChartMessages,
} from './messages.js';

/** How much of a date is said: in a sentence, in a table or on an axis. */
export type DateStyle = 'long' | 'medium' | 'axis';

/** Every number and date in words of a language. Numbers are decimal strings and keep their digits. */
export interface Formats {
  number(value: Decimal): string;
  /** An amount with its currency; an unknown currency is written out beside the number. */
  money(value: Money): string;
  /** A count of things, for sentences. */
  count(value: number): string;
  date(date: CalendarDate, style?: DateStyle): string;
  month(date: CalendarDate, style?: DateStyle): string;
  /** The year of a day. */
  year(date: CalendarDate): string;
  /** From the first to the last day, both included. */
  dateRange(first: CalendarDate, last: CalendarDate): string;
  /** The day of an instant in a time zone. */
  day(instant: Instant, timeZone: string): string;
  /** The day and the time of an instant in a time zone. */
  dateTime(instant: Instant, timeZone: string): string;
  /** "today", "in 3 days", "2 days ago". */
  inDays(days: number): string;
  list(items: readonly string[]): string;
}

/** A language as an element knows it from the start: which one it is, and what all elements say. */
export interface Speech<Texts extends object = object> {
  /** BCP 47 tag that formats numbers and dates. */
  readonly tag: string;
  /** What all elements say, and what the part at hand says. */
  readonly messages: CommonMessages & Texts;
  readonly direction: 'ltr' | 'rtl';
}

/** A language as views know it: the texts, and every number and date in words of that language. */
export type Locale<Texts extends object = object> = Speech<Texts> & Formats;

export type PlanLocale = Locale<PlanMessages>;
export type PlanUsageLocale = Locale<PlanMessages & PlanUsageMessages>;
export type UsageChartLocale = Locale<UsageChartMessages>;
export type BillingCheckoutLocale = Locale<PlanMessages & BillingCheckoutMessages>;
