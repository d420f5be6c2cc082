/** From an engine's numbers to a series of whole days or months of a zone. */
import {
  addDays,
  addMonths,
  daysBetween,
  isCalendarDate,
  isTimeZone,
  monthsBetween,
  startOfDay,
} from '../../billing/dates.js';
import { sumDecimals } from '../../billing/decimal.js';
import type {
  CalendarDate,
  Decimal,
  Instant,
  Meter,
  UsageBucket,
  UsageQuery,
  UsageSeries,
} from '../../billing/types.js';
import { badParameter } from './refusals.js';

/** A bucket of a question: its date, and the instants `[begin, end)` in milliseconds. */
export interface BucketRange {
  readonly start: CalendarDate;
  readonly begin: number;
  readonly end: number;
}

/** A question as it is answered: by which meter, in which zone, over which buckets. */
export interface UsagePlan<OfMeter extends Meter = Meter> {
  readonly meter: OfMeter;
  readonly timeZone: string;
  readonly buckets: readonly BucketRange[];
}

/** More buckets than any chart shows, and than any engine should be asked for at once. */
const MOST_BUCKETS = 1000;

/** The meter of a question, and the zone that its days are counted in. */
export function askedMeter<OfMeter extends Meter>(
  query: Pick<UsageQuery, 'meter' | 'from' | 'to' | 'timeZone'>,
  meters: readonly OfMeter[],
  accountZone: string,
): { meter: OfMeter; timeZone: string } {
  const meter = meters.find(({ id }) => id === query.meter);
  if (!meter) throw badParameter('meter', 'Is not a meter of this account.');
  const wished = query.timeZone ?? accountZone;
  if (!isTimeZone(wished)) throw badParameter('timeZone', 'Is not the name of a time zone.');
  for (const name of ['from', 'to'] as const) {
    if (!isCalendarDate(query[name])) throw badParameter(name, 'Is not a calendar date.');
  }
  const { from, to } = query;
  if (to <= from) throw badParameter('to', 'Is not after the first date.');
  const most = meter.maxRangeDays ?? Infinity;
  if (daysBetween(from, to) > most) throw badParameter('to', `Is more than ${most} days away.`);
  // What a fixed meter answers is the account's zone, and the answer says so.
  return { meter, timeZone: meter.timeZones === 'fixed' ? accountZone : wished };
}

/**
 * What a question asks for.
 * @throws {BillingError} `invalid_request` for a meter, zone, range or grouping that isn't served
 */
export function plannedUsage<OfMeter extends Meter>(
  query: UsageQuery,
  meters: readonly OfMeter[],
  accountZone: string,
): UsagePlan<OfMeter> {
  const { meter, timeZone } = askedMeter(query, meters, accountZone);
  const { granularity, from, to, groupBy } = query;
  if (!meter.granularities.includes(granularity)) {
    throw badParameter('granularity', 'Is not one of this meter.');
  }
  if (groupBy !== undefined && !meter.dimensions?.some(({ id }) => id === groupBy)) {
    throw badParameter('groupBy', 'Is not a dimension of this meter.');
  }
  if (granularity === 'month') requireWholeMonths(from, to);
  const isDaily = granularity === 'day';
  const count = isDaily ? daysBetween(from, to) : monthsBetween(from, to);
  if (count > MOST_BUCKETS) throw badParameter('to', `Takes in more than ${MOST_BUCKETS} buckets.`);
  const edges = Array.from({ length: count + 1 }, (_, index) => {
    const date = isDaily ? addDays(from, index) : addMonths(from, index);
    return { date, at: startOfDay(date, timeZone) };
  });
  const buckets = edges.slice(0, -1).map(({ date, at }, index) => ({
    start: date,
    begin: at,
    end: edges[index + 1]?.at ?? at,
  }));
  return { meter, timeZone, buckets };
}

function requireWholeMonths(from: CalendarDate, to: CalendarDate): void {
  for (const [name, date] of Object.entries({ from, to })) {
    if (!date.endsWith('-01')) throw badParameter(name, 'Is not the first of a month.');
  }
}

/** What an engine counted in one bucket. */
export interface Counted {
  readonly value: Decimal;
  readonly groups?: Readonly<Record<string, Decimal>> | undefined;
}

/**
 * The series that answers a question: one bucket for each date in order, zeros where the engine
 * sent nothing, `partial` where the end still lies ahead.
 *
 * @param countedByDate - By the first date of a bucket. Dates that weren't asked for are dropped.
 */
export function seriesOf(
  query: UsageQuery,
  { buckets, meter, timeZone }: UsagePlan,
  countedByDate: ReadonlyMap<CalendarDate, Counted>,
  { now, asOf }: { readonly now: number; readonly asOf?: Instant | undefined },
): UsageSeries {
  const countedTo = asOf === undefined ? now : Math.min(now, Date.parse(asOf));
  const filled = buckets.map(({ start, end }): UsageBucket => {
    const { value, groups } = countedByDate.get(start) ?? { value: '0' };
    const isGrouped = query.groupBy !== undefined;
    return {
      start,
      value,
      partial: end > countedTo,
      ...(isGrouped && { groups: { ...groups } }),
    };
  });
  return {
    meter: meter.id,
    granularity: query.granularity,
    timeZone,
    from: query.from,
    to: query.to,
    total: sumDecimals(filled.map(({ value }) => value)),
    ...(asOf !== undefined && { asOf }),
    buckets: filled,
  };
}
