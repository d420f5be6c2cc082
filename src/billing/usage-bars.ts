/** The answer to a usage question as bars: one for each day or month that was asked for, in order. */
import { addDays, addMonths } from './dates.js';
import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  fractionDigits,
  sumDecimals,
} from './decimal.js';
import type { CalendarDate, Decimal, UsageBucket, UsageSeries } from './types.js';
import { bucketStarts } from './usage-range.js';
import type { UsageWindow } from './usage-range.js';

export interface UsageBar {
  readonly from: CalendarDate;
  /** The date after its last one. */
  readonly to: CalendarDate;
  /** `undefined` where the server sent nothing for it: a gap, which is not zero. */
  readonly value: Decimal | undefined;
  /** It is still running. */
  readonly partial: boolean;
  /** How many days or months of it the server sent nothing for. */
  readonly missing: number;
  /** Its share of each group, in the order of `UsageBars.groups`. */
  readonly parts: readonly (Decimal | undefined)[];
}

export interface UsageBars {
  readonly bars: readonly UsageBar[];
  /** The names of the groups, the largest first; none where the question asked for none. */
  readonly groups: readonly string[];
  /** Buckets that came twice or were not asked for. They are left out. */
  readonly unexpected: number;
}

/** Sorts an answer into the days or months that were asked for. */
export function usageBars({ buckets }: UsageSeries, window: UsageWindow): UsageBars {
  const starts = bucketStarts(window);
  const next = window.granularity === 'day' ? addDays : addMonths;
  const sent = byStart(buckets);
  const kept = starts.flatMap((start) => sent.get(start) ?? []);
  const groups = groupsBySize(kept);
  const bars = starts.map((from, index): UsageBar => {
    const bucket = sent.get(from);
    return {
      from,
      to: starts[index + 1] ?? next(from, 1),
      value: bucket?.value,
      partial: bucket?.partial ?? false,
      missing: bucket ? 0 : 1,
      parts: groups.map((group) => ownValue(bucket?.groups, group)),
    };
  });
  return { bars, groups, unexpected: buckets.length - kept.length };
}

/** The series as it was asked for: its buckets in order, each once, and no others. */
export function inOrder(series: UsageSeries, window: UsageWindow): UsageSeries {
  const sent = byStart(series.buckets);
  return { ...series, buckets: bucketStarts(window).flatMap((start) => sent.get(start) ?? []) };
}

function byStart(buckets: readonly UsageBucket[]): ReadonlyMap<CalendarDate, UsageBucket> {
  const sent = new Map<CalendarDate, UsageBucket>();
  for (const bucket of buckets) if (!sent.has(bucket.start)) sent.set(bucket.start, bucket);
  return sent;
}

/** Names come from the server, `constructor` may be one of them. */
function ownValue(groups: UsageBucket['groups'], name: string): Decimal | undefined {
  return groups && Object.hasOwn(groups, name) ? groups[name] : undefined;
}

function groupsBySize(buckets: readonly UsageBucket[]): readonly string[] {
  const totals = new Map<string, Decimal>();
  for (const { groups = {} } of buckets) {
    for (const [name, value] of Object.entries(groups)) {
      totals.set(name, addDecimals(totals.get(name) ?? '0', value));
    }
  }
  return [...totals].sort(([, a], [, b]) => compareDecimals(b, a)).map(([name]) => name);
}

/** The sum of all bars, the running one included; gaps count for nothing. */
export function totalOf(bars: readonly UsageBar[]): Decimal {
  return sumDecimals(bars.flatMap(({ value }) => value ?? []));
}

/** What one group has over all bars. */
export function totalOfGroup(bars: readonly UsageBar[], group: number): Decimal {
  return sumDecimals(bars.flatMap(({ parts }) => parts[group] ?? []));
}

/**
 * The mean of the whole bars, with at most one digit more than they have. `undefined` where none is
 * whole: a running day would make it too small, and a gap is not zero.
 */
export function averageOf(bars: readonly UsageBar[]): Decimal | undefined {
  const whole = bars.flatMap(({ value, partial, missing }) =>
    value !== undefined && !partial && missing === 0 ? [value] : [],
  );
  if (whole.length === 0) return undefined;
  const digits = Math.max(...whole.map(fractionDigits));
  const mean = divideDecimals(sumDecimals(whole), String(whole.length), digits + 1);
  return mean.replace(/\.?0$/, '');
}
