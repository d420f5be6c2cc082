/**
 * Calendar dates as text. A billing day is a label, `2026-03-18`, of some time zone: it has 23, 24,
 * 24.5 or 25 hours, or none at all, so nothing here adds hours to instants. Where an instant is
 * asked for, the zone's rules give it (`Intl` carries the IANA data).
 */
import type { CalendarDate } from './types.js';

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

const text = ({ year, month, day }: Civil): CalendarDate =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function parse(date: string): Civil | undefined {
  const [, year, month, day] = (pattern.exec(date) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { year, month, day };
}

function civil(date: CalendarDate): Civil {
  const parsed = parse(date);
  if (!parsed) throw new RangeError('Not a calendar date.');
  return parsed;
}

/** Days from 0000-03-01, the start of a year that ends with February, so that leap days come last. */
function dayNumber({ year, month, day }: Civil): number {
  const shifted = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
}

function fromDayNumber(days: number): Civil {
  // 146,097 days are 400 years; the rest is the inverse of dayNumber.
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Whether a text is a date that exists in the Gregorian calendar, as `YYYY-MM-DD`. */
export function isCalendarDate(date: string): date is CalendarDate {
  return parse(date) !== undefined;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return text(fromDayNumber(dayNumber(civil(date)) + days));
}

/** As many dates as are wanted, one after the other: of many, each is not computed anew. */
export function consecutiveDates(first: CalendarDate, count: number): CalendarDate[] {
  const days = Array.from({ length: 31 }, (_, index) => pad(index + 1, 2));
  const dates: CalendarDate[] = [];
  let { year, month, day } = civil(first);
  while (dates.length < count) {
    const yearAndMonth = text({ year, month, day }).slice(0, -2);
    const last = Math.min(daysInMonth(year, month), day - 1 + count - dates.length);
    for (const name of days.slice(day - 1, last)) dates.push(yearAndMonth + name);
    [year, month, day] = month < 12 ? [year, month + 1, 1] : [year + 1, 1, 1];
  }
  return dates;
}

/**
 * The same day of another month, or that month's last day where it has no such day. Count from the
 * anchor, never from a result: 31 Jan gives 28 Feb and 31 Mar.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = civil(date);
  const monthsFromZero = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(monthsFromZero / 12), month: (monthsFromZero % 12) + 1 };
  return text({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
}

/** The first of the date's month. */
export function startOfMonth(date: CalendarDate): CalendarDate {
  return text({ ...civil(date), day: 1 });
}

/** How many days lie in `[from, to)`; negative where `to` is the earlier one. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(civil(to)) - dayNumber(civil(from));
}

/** How many months lie between the months of two dates, whatever their days. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  const [start, end] = [civil(from), civil(to)];
  return (end.year - start.year) * 12 + end.month - start.month;
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>();

/** A zone's clock. `Intl` formatters cost far more to make than to use. */
function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  const known = zoneFormats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  zoneFormats.set(timeZone, format);
  return format;
}

function clockIn(timeZone: string, epochMs: number): Civil & { readonly secondOfDay: number } {
  const parts: Record<string, number> = {};
  for (const { type, value } of zoneFormat(timeZone).formatToParts(epochMs)) {
    parts[type] = Number(value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, secondOfDay: hour * 3600 + minute * 60 + second };
}

/**
 * The instant (milliseconds since 1970-01-01T00:00Z) at which a zone's clocks show a date and a
 * second of it: the earlier or the later one where they show it twice, and a near one where they
 * skip it.
 * @throws {RangeError} where the runtime does not know the zone
 */
export function instantIn(timeZone: string, date: CalendarDate, secondOfDay: number): number {
  const shown = dayNumber(civil(date)) * 86_400 + secondOfDay;
  const asUtc = (shown - epochDay * 86_400) * 1000;
  const near = asUtc - aheadAt(timeZone, asUtc);
  return asUtc - aheadAt(timeZone, near);
}

/** By how many milliseconds a zone's clocks are ahead of UTC. */
function aheadAt(timeZone: string, epochMs: number): number {
  const clock = clockIn(timeZone, epochMs);
  return ((dayNumber(clock) - epochDay) * 86_400 + clock.secondOfDay) * 1000 - epochMs;
}

/** Whether the runtime knows an IANA name such as `America/New_York`. */
export function isTimeZone(timeZone: string): boolean {
  try {
    zoneFormat(timeZone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The calendar date of an instant (milliseconds since 1970-01-01T00:00Z) in a time zone.
 * @throws {RangeError} where the runtime does not know the zone
 */
export function dateIn(timeZone: string, epochMs: number): CalendarDate {
  return text(clockIn(timeZone, epochMs));
}

/**
 * The first instant of a day in a time zone, in milliseconds since 1970-01-01T00:00Z. Where a
 * change of the clock takes midnight away it is the instant of the change; of two midnights, which
 * St. John's had each autumn before 2011, it is the earlier one; of a day that the zone never had
 * (Apia, 2011-12-30) it is where that day would have begun.
 * @throws {RangeError} where the runtime does not know the zone
 */
export function startOfDay(date: CalendarDate, timeZone: string): number {
  const days = dayNumber(civil(date));
  const midnightAsUtc = (days - epochDay) * 86_400_000;
  // No zone is further than 15 hours from UTC. Midnight by the clock as it stood before is the first
  // one; where there is none, the first second that bears this date or a later one is found by
  // halving.
  const midnight = midnightAsUtc - aheadAt(timeZone, midnightAsUtc - 15 * 3_600_000);
  const isIt = dateIn(timeZone, midnight) === date && dateIn(timeZone, midnight - 1000) < date;
  if (isIt) return midnight;
  let before = midnightAsUtc - 26 * 3_600_000;
  let after = midnightAsUtc + 26 * 3_600_000;
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (dateIn(timeZone, middle) >= date) after = middle;
    else before = middle;
  }
  return after;
}

/** The first instant of the day after the one that an instant belongs to, in milliseconds. */
export function startOfNextDay(epochMs: number, timeZone: string): number {
  return startOfDay(addDays(dateIn(timeZone, epochMs), 1), timeZone);
}

const epochDay = dayNumber({ year: 1970, month: 1, day: 1 });
