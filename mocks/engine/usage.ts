import {
  addDays,
  addMonths,
  daysBetween,
  isCalendarDate,
  isTimeZone,
  startOfMonth,
} from '../../src/billing/dates.js';
import type {
  CalendarDate,
  Granularity,
  Meter,
  UsageBucket,
  UsageQuery,
  UsageSeries,
} from '../../src/billing/types.js';
import { channelOf } from '../generate/records.js';
import type { RecordNames } from '../generate/records.js';
import type { Session } from '../generate/talks.js';
import type { Timeline } from '../generate/timeline.js';
import { utcTime } from '../generate/zoned-time.js';
import { dayStart } from './day-starts.js';
import { meters } from './account.js';
import { badParameter } from './refusals.js';
import type { AccountState } from './state.js';

/** A range as it is served: its meter and the zone that its days are counted in. */
export interface ServedRange {
  readonly meter: Meter;
  readonly timeZone: string;
}

interface RangeQuery {
  readonly meter: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly timeZone?: string;
}

/**
 * What a range really means here.
 * @throws {BillingError} `invalid_request` for a meter, zone or range that isn't served
 */
export function servedRange(query: RangeQuery, state: AccountState): ServedRange {
  const meter = meters.find(({ id }) => id === query.meter);
  if (!meter) throw badParameter('meter', 'Is not a meter of this account.');
  const wished = query.timeZone ?? state.calendar.timeZone;
  if (!isTimeZone(wished)) throw badParameter('timeZone', 'Is not the name of a time zone.');
  const { from, to } = query;
  if (!isCalendarDate(from)) throw badParameter('from', 'Is not a calendar date.');
  if (!isCalendarDate(to)) throw badParameter('to', 'Is not a calendar date.');
  if (to <= from) throw badParameter('to', 'Is not after the first date.');
  const most = meter.maxRangeDays ?? Infinity;
  if (daysBetween(from, to) > most) throw badParameter('to', `Is more than ${most} days away.`);
  return { meter, timeZone: meter.timeZones === 'fixed' ? state.calendar.timeZone : wished };
}

export function usageOf(
  query: UsageQuery,
  state: AccountState,
  timeline: Timeline,
  names: RecordNames,
): UsageSeries {
  const { meter, timeZone } = servedRange(query, state);
  const { granularity, from, to, groupBy } = query;
  requireGranularity(granularity, meter);
  if (granularity === 'month') requireWholeMonths(from, to);
  if (groupBy !== undefined && !meter.dimensions?.some(({ id }) => id === groupBy)) {
    throw badParameter('groupBy', 'Is not a dimension of this meter.');
  }
  const countedTo = state.calendar.countedTo();
  const counts = counter(meter, timeline, groupBy === undefined ? undefined : names);
  const starts = bucketStarts(from, to, granularity);
  const edges = [...starts, to].map((date) => dayStart(date, timeZone));
  let total = 0;
  const buckets = starts.map((start, index): UsageBucket => {
    const [first, end] = [edges[index] ?? 0, edges[index + 1] ?? 0];
    const { value, groups } = counts(first, end);
    total += value;
    return {
      start,
      value: String(value),
      partial: end > countedTo,
      ...(groups && { groups }),
    };
  });
  return {
    meter: meter.id,
    granularity,
    timeZone,
    from,
    to,
    total: String(total),
    asOf: utcTime(countedTo),
    buckets,
  };
}

function requireGranularity(granularity: Granularity, { granularities }: Meter): void {
  if (granularities.includes(granularity)) return;
  throw badParameter('granularity', 'Is none that this meter has.');
}

function requireWholeMonths(from: CalendarDate, to: CalendarDate): void {
  const detail = 'Is not the first of a month.';
  if (from !== startOfMonth(from)) throw badParameter('from', detail);
  if (to !== startOfMonth(to)) throw badParameter('to', detail);
}

function bucketStarts(from: CalendarDate, to: CalendarDate, unit: Granularity): CalendarDate[] {
  const starts: CalendarDate[] = [];
  const next = unit === 'day' ? addDays : addMonths;
  for (let date = from; date < to; date = next(date, 1)) starts.push(date);
  return starts;
}

interface Count {
  readonly value: number;
  readonly groups?: Record<string, string>;
}

/** Counts what starts in `[first, end)`. Sessions that need not be told apart are not looked at. */
function counter(
  meter: Meter,
  timeline: Timeline,
  names: RecordNames | undefined,
): (first: number, end: number) => Count {
  const counts = meter.id === 'conversations' ? isFirstOfTalk : () => true;
  return (first, end) => {
    const [from, to] = [timeline.placeAt(first), timeline.placeAt(end)];
    if (!names && meter.id === 'sessions') return { value: to - from };
    const groups = new Map<string, number>();
    let value = 0;
    for (const session of timeline.between(from, to)) {
      if (!counts(session)) continue;
      value += 1;
      if (!names) continue;
      const channel = channelOf(session, names);
      groups.set(channel, (groups.get(channel) ?? 0) + 1);
    }
    return { value, ...(names && { groups: asDecimals(groups, names) }) };
  };
}

const isFirstOfTalk = ({ block }: Session): boolean => block === 0;

/** In the order of the channels, zeros included, so that every bucket has the same groups. */
function asDecimals(
  groups: ReadonlyMap<string, number>,
  { channels }: RecordNames,
): Record<string, string> {
  return Object.fromEntries(channels.map((name) => [name, String(groups.get(name) ?? 0)]));
}
