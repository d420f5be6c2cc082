import type { UsageRecordPage, UsageRecordQuery } from '../../src/billing/types.js';
import { recordOf } from '../generate/records.js';
import type { RecordNames } from '../generate/records.js';
import type { Timeline } from '../generate/timeline.js';
import { dayStart } from './day-starts.js';
import { badParameter, notSupported } from './refusals.js';
import type { AccountState } from './state.js';
import { servedRange } from './usage.js';

const mostRows = 1000;

/** One page of the rows behind the buckets, oldest first. */
export function usageRecordsOf(
  query: UsageRecordQuery,
  state: AccountState,
  timeline: Timeline,
  names: RecordNames,
): UsageRecordPage {
  const { meter, timeZone } = servedRange(query, state);
  if (!meter.records) throw notSupported();
  const limit = query.limit ?? mostRows;
  if (!Number.isInteger(limit) || limit < 1 || limit > mostRows) {
    throw badParameter('limit', `Is not a whole number from 1 to ${mostRows}.`);
  }
  const first = timeline.placeAt(dayStart(query.from, timeZone));
  const last = timeline.placeAt(dayStart(query.to, timeZone));
  const from = query.cursor === undefined ? first : placeOf(query.cursor, first, last);
  const to = Math.min(from + limit, last);
  return {
    timeZone,
    total: last - first,
    items: Array.from(timeline.between(from, to), (session) => recordOf(session, names, timeZone)),
    nextCursor: to < last ? cursorAt(to, first, last) : null,
  };
}

/** It names its range too, so that it can't lead into another one. */
const cursorAt = (place: number, first: number, last: number): string =>
  `r${first}.${last}.${place}`;

function placeOf(cursor: string, first: number, last: number): number {
  const place = Number(/\.(\d{1,9})$/.exec(cursor)?.[1]);
  if (cursor !== cursorAt(place, first, last) || place < first || place > last) {
    throw badParameter('cursor', 'Does not belong to this range.');
  }
  return place;
}
