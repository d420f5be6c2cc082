/** The answer to a usage question as bars: one for each day or month that was asked for, in order. */
import { addDays, addMonths } from './dates.js';
import { compareDecimals, divideDecimals, fractionDigits, sumDecimals } from './decimal.js';
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
  const sent = inPlace(buckets, starts);
  const kept = sent.filter((bucket) => bucket !== undefined);
  const groups = groupsBySize(kept);
  const bars = starts.map((from, index): UsageBar => {
    const bucket = sent[index];
    return {
      from,
      to: starts[index + 1] ?? next(from, 1),
      value: bucket?.value,
      partial: bucket?.partial ?? false,
      missing: bucket ? 0 : 1,
      parts: groups.length === 0 ? none : groups.map((name) => ownValue(bucket?.groups, name)),
    };
  });
  return { bars, groups, unexpected: buckets.length - kept.length };
}

/** What most bars have of groups; not made anew for each of them. */
const none: readonly never[] = [];

/** The series as it was asked for: its buckets in order, each once, and no others. */
export function inOrder(series: UsageSeries, window: UsageWindow): UsageSeries {
  const buckets = inPlace(series.buckets, bucketStarts(window));
  return { ...series, buckets: buckets.filter((bucket) => bucket !== undefined) };
}

/** The bucket of each start, the first one where several came, `undefined` where none did. */
function inPlace(
  buckets: readonly UsageBucket[],
  starts: readonly CalendarDate[],
): readonly (UsageBucket | undefined)[] {
  // Most answers are in order and whole: as far as one is, nothing needs to be looked up.
  const displaced = starts.findIndex((start, index) => buckets[index]?.start !== start);
  if (displaced < 0) return buckets.slice(0, starts.length);
  const sent = new Map<CalendarDate, UsageBucket>();
  for (const bucket of buckets.slice(displaced)) {
    if (!sent.has(bucket.start)) sent.set(bucket.start, bucket);
  }
  return starts.map((start, index) => (index < displaced ? buckets[index] : sent.get(start)));
}

/** Names come from the server, `constructor` may be one of them. */
function ownValue(groups: UsageBucket['groups'], name: string): Decimal | undefined {
  return groups && Object.hasOwn(groups, name) ? groups[name] : undefined;
}

function groupsBySize(buckets: readonly UsageBucket[]): readonly string[] {
  const values = new Map<string, Decimal[]>();
  for (const { groups } of buckets) {
    if (!groups) continue;
    for (const [name, value] of Object.entries(groups)) {
      const known = values.get(name);
      if (known) known.push(value);
      else values.set(name, [value]);
    }
  }
  const totals = [...values].map(([name, all]) => [name, sumDecimals(all)] as const);
  return totals.sort(([, a], [, b]) => compareDecimals(b, a)).map(([name]) => name);
}

/** The sum of all bars, the running one included; gaps count for nothing. */
export function totalOf(bars: readonly UsageBar[]): Decimal {
  return sumOfKnown(bars.map(({ value }) => value)) ?? '0';
}

/** What one group has over all bars. */
export function totalOfGroup(bars: readonly UsageBar[], group: number): Decimal {
  return sumOfKnown(bars.map(({ parts }) => parts[group])) ?? '0';
}

/** A gap among numbers counts for nothing; nothing but gaps is a gap. */
export function sumOfKnown(values: readonly (Decimal | undefined)[]): Decimal | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : sumDecimals(known);
}

/**
 * The mean of the whole bars, with at most one digit more than they have. `undefined` where none is
 * whole: a running day would make it too small, and a gap is not zero.
 */
export function averageOf(bars: readonly UsageBar[]): Decimal | undefined {
  const whole = bars
    .map(({ value, partial, missing }) => (partial || missing > 0 ? undefined : value))
    .filter((value) => value !== undefined);
  if (whole.length === 0) return undefined;
  const sum = sumDecimals(whole);
  const mean = divideDecimals(sum, String(whole.length), fractionDigits(sum) + 1);
  return mean.replace(/\.?0$/, '');
}
