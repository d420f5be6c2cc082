/**
 * Which dates a filter of the usage chart stands for. Ranges are half-open, `[from, to)`, in
 * calendar dates of one time zone; "today" is a date of that zone too, and is given.
 */
import {
  addDays,
  addMonths,
  consecutiveDates,
  daysBetween,
  isCalendarDate,
  monthsBetween,
  startOfMonth,
} from './dates.js';
import type { CalendarDate, Granularity } from './types.js';

const presets = {
  '1w': { unit: 'day', count: 7 },
  '2w': { unit: 'day', count: 14 },
  '4w': { unit: 'day', count: 28 },
  '1m': { unit: 'month', count: 1 },
  '2m': { unit: 'month', count: 2 },
  '3m': { unit: 'month', count: 3 },
  '6m': { unit: 'month', count: 6 },
} as const satisfies Record<string, { unit: Granularity; count: number }>;

/** A range that today alone decides. */
export type PresetRange = keyof typeof presets;
/** A filter of the usage chart. */
export type UsageRange = PresetRange | 'custom';

/** All filters, in the order in which they are offered. */
export const usageRanges: readonly UsageRange[] = [
  '1w',
  '2w',
  '4w',
  '1m',
  '2m',
  '3m',
  '6m',
  'custom',
];

/** What is asked for: the dates of `[from, to)`, one bar for each day or month of it. */
export interface UsageWindow {
  readonly from: CalendarDate;
  /** The date after the last one. */
  readonly to: CalendarDate;
  readonly granularity: Granularity;
}

/** What bounds a range. */
export interface RangeLimits {
  /** The running day in the zone that is asked for. */
  readonly today: CalendarDate;
  /** Leaves the running day or month out. */
  readonly completeOnly: boolean;
  /** At most this many days from `from` to `to`, whatever the granularity; left out, any number. */
  readonly maxRangeDays?: number | undefined;
  /** What the meter can be asked for; left out, days and months. */
  readonly granularities?: readonly string[] | undefined;
}

/** Why a custom range cannot be asked for, and which of its two fields shows it. */
export type RangeProblem =
  | { readonly field: 'from' | 'to'; readonly code: 'not_a_date' }
  | { readonly field: 'from' | 'to'; readonly code: 'too_early'; readonly first: CalendarDate }
  | { readonly field: 'from' | 'to'; readonly code: 'too_late'; readonly last: CalendarDate }
  | { readonly field: 'to'; readonly code: 'ends_before_start' }
  | { readonly field: 'to'; readonly code: 'too_long'; readonly maxDays: number };

/** A custom range as it was read: something to ask for, or what is wrong with it. */
export type CustomRange =
  | { readonly window: UsageWindow; readonly problems: readonly [] }
  | { readonly window: undefined; readonly problems: readonly RangeProblem[] };

/** Nothing is billed before it; and while a year is typed, `0002` is not yet meant. */
const firstDate: CalendarDate = '2000-01-01';

export function isUsageRange(text: string): text is UsageRange {
  return usageRanges.some((range) => range === text);
}

/** Whether a filter draws a bar for each day or for each month. */
export function granularityOf(range: UsageRange): Granularity {
  return range === 'custom' ? 'day' : presets[range].unit;
}

/**
 * The dates of a preset. Weeks end with today and months with this month; without the running one
 * the window keeps its length and moves back by one.
 */
export function presetWindow(
  range: PresetRange,
  { today, completeOnly }: RangeLimits,
): UsageWindow {
  const { unit, count } = presets[range];
  const isRunningIncluded = completeOnly ? 0 : 1;
  if (unit === 'day') {
    const to = addDays(today, isRunningIncluded);
    return { from: addDays(to, -count), to, granularity: unit };
  }
  const to = addMonths(startOfMonth(today), isRunningIncluded);
  return { from: addMonths(to, -count), to, granularity: unit };
}

/** The filters that can be asked for, of those that are wanted, in the order they are wanted in. */
export function offeredRanges(
  wanted: readonly UsageRange[],
  limits: RangeLimits,
): readonly UsageRange[] {
  const { granularities, maxRangeDays = Infinity } = limits;
  return wanted.filter((range) => {
    if (granularities && !granularities.includes(granularityOf(range))) return false;
    if (range === 'custom') return true;
    const { from, to } = presetWindow(range, limits);
    return daysBetween(from, to) <= maxRangeDays;
  });
}

/** The first and the last day that a custom range may name. */
export function selectableDates({ today, completeOnly }: RangeLimits): {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
} {
  return { first: firstDate, last: completeOnly ? addDays(today, -1) : today };
}

/** Reads a range that a person chose: both days are meant to be in it. */
export function customRange(from: string, to: string, limits: RangeLimits): CustomRange {
  const problems = [...fieldProblems('from', from, limits), ...fieldProblems('to', to, limits)];
  if (problems.length === 0) problems.push(...spanProblems(from, to, limits));
  if (problems.length > 0) return { window: undefined, problems };
  return { window: { from, to: addDays(to, 1), granularity: 'day' }, problems: [] };
}

function fieldProblems(field: 'from' | 'to', date: string, limits: RangeLimits): RangeProblem[] {
  const { first, last } = selectableDates(limits);
  if (!isCalendarDate(date)) return [{ field, code: 'not_a_date' }];
  // Dates of this form sort as text.
  if (date < first) return [{ field, code: 'too_early', first }];
  if (date > last) return [{ field, code: 'too_late', last }];
  return [];
}

function spanProblems(
  from: CalendarDate,
  to: CalendarDate,
  { maxRangeDays }: RangeLimits,
): RangeProblem[] {
  if (to < from) return [{ field: 'to', code: 'ends_before_start' }];
  if (maxRangeDays !== undefined && daysBetween(from, to) + 1 > maxRangeDays) {
    return [{ field: 'to', code: 'too_long', maxDays: maxRangeDays }];
  }
  return [];
}

/** The custom range that shows the same days as a window, up to the last one that may be chosen. */
export function asCustom(
  { from, to }: UsageWindow,
  limits: RangeLimits,
): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const { last } = selectableDates(limits);
  const lastOfWindow = addDays(to, -1);
  return { from, to: lastOfWindow < last ? lastOfWindow : last };
}

/** The first date of each bar of a window, in order. */
export function bucketStarts({ from, to, granularity }: UsageWindow): readonly CalendarDate[] {
  if (granularity === 'day') return consecutiveDates(from, daysBetween(from, to));
  const count = Math.max(monthsBetween(from, to), 0);
  return Array.from({ length: count }, (_, index) => addMonths(from, index));
}
