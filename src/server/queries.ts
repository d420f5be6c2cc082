/** The queries of the contract's reads, parameter by parameter. */
import { isTimeZone } from '../billing/dates.js';
import type { CalendarDate, InvoiceQuery, UsageQuery, UsageRecordQuery } from '../billing/types.js';
import {
  optionalChoice,
  optionalCount,
  optionalDate,
  optionalText,
  requiredChoice,
  requiredDate,
  requiredText,
} from './parameters.js';
import { badParameter } from './problem.js';

/** The half-open range `[from, to)` of a query, which holds at least one day. */
function rangeOf(query: URLSearchParams): { from: CalendarDate; to: CalendarDate } {
  const [from, to] = [requiredDate(query, 'from'), requiredDate(query, 'to')];
  if (to <= from) throw badParameter('to', 'Is not after the first date.');
  return { from, to };
}

function monthsOf(query: URLSearchParams): ReturnType<typeof rangeOf> {
  const range = rangeOf(query);
  for (const name of ['from', 'to'] as const) {
    if (!range[name].endsWith('-01')) throw badParameter(name, 'Is not the first of a month.');
  }
  return range;
}

function zoneOf(query: URLSearchParams): string | undefined {
  const zone = optionalText(query, 'timeZone');
  if (zone === undefined || isTimeZone(zone)) return zone;
  throw badParameter('timeZone', 'Is not the name of a time zone.');
}

export function usageQuery(query: URLSearchParams): UsageQuery {
  const granularity = requiredChoice(query, 'granularity', ['day', 'month']);
  const timeZone = zoneOf(query);
  const groupBy = optionalText(query, 'groupBy');
  return {
    meter: requiredText(query, 'meter'),
    granularity,
    ...(granularity === 'month' ? monthsOf(query) : rangeOf(query)),
    ...(timeZone !== undefined && { timeZone }),
    ...(groupBy !== undefined && { groupBy }),
  };
}

export function usageRecordQuery(query: URLSearchParams): UsageRecordQuery {
  const timeZone = zoneOf(query);
  const cursor = optionalText(query, 'cursor');
  return {
    meter: requiredText(query, 'meter'),
    ...rangeOf(query),
    limit: optionalCount(query, 'limit', 1000) ?? 1000,
    ...(timeZone !== undefined && { timeZone }),
    ...(cursor !== undefined && { cursor }),
  };
}

export function invoiceQuery(query: URLSearchParams): InvoiceQuery {
  const cursor = optionalText(query, 'cursor');
  const status = optionalText(query, 'status');
  const from = optionalDate(query, 'from');
  const to = optionalDate(query, 'to');
  return {
    limit: optionalCount(query, 'limit', 100) ?? 20,
    order: optionalChoice(query, 'order', ['desc', 'asc']) ?? 'desc',
    ...(cursor !== undefined && { cursor }),
    ...(status !== undefined && { status }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}
