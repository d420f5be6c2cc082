/**
 * Single records, oldest first, from engines that send them in an order of their own: each day is
 * collected as a whole and sorted, so a page costs no more than the days it touches.
 */
import { addDays, isCalendarDate, startOfDay } from '../../billing/dates.js';
import type {
  CalendarDate,
  UsageRecord,
  UsageRecordPage,
  UsageRecordQuery,
} from '../../billing/types.js';
import { openedCursor, sealed } from './opaque.js';
import { badParameter } from './refusals.js';

/** The most records of one day that are collected. */
export const MOST_A_DAY = 10_000;
/** Calls for one page of ours; a page that takes more ends early, and the next one goes on. */
const MOST_CALLS = 40;

/** A day of a zone as instants, `[begin, end)` in milliseconds. */
interface DayOfRecords {
  readonly day: CalendarDate;
  readonly begin: number;
  readonly end: number;
}

interface RecordOfDay {
  readonly record: UsageRecord;
  /** When the engine got it; left out where it doesn't say. */
  readonly knownSince?: string | undefined;
}

/** Reads the records of one day and no others; `count` is called before each call to the engine. */
export type ReadDay = (day: DayOfRecords, count: () => void) => Promise<readonly RecordOfDay[]>;

interface Place {
  readonly day: CalendarDate;
  readonly skipped: number;
  /** When the first page was asked for: what came in later is left to the next export. */
  readonly knownAt: number;
}

/** One page. `kind` keeps an engine's cursors from being read as another's. */
export async function pageOfRecords(
  kind: string,
  query: UsageRecordQuery,
  { timeZone, now }: { readonly timeZone: string; readonly now: number },
  readDay: ReadDay,
): Promise<UsageRecordPage> {
  const { to, limit = 1000 } = query;
  const { knownAt, ...place } = placeOf(kind, query, now);
  let { day, skipped } = place;
  const items: UsageRecord[] = [];
  let calls = 0;
  while (day < to && items.length < limit && calls < MOST_CALLS) {
    const next = addDays(day, 1);
    const [begin, end] = [startOfDay(day, timeZone), startOfDay(next, timeZone)];
    const isKnown = ({ knownSince }: RecordOfDay): boolean =>
      knownSince === undefined || Date.parse(knownSince) <= knownAt;
    // A zone can skip a whole day, and then there is nothing to ask for.
    const found = begin === end ? [] : await readDay({ day, begin, end }, () => (calls += 1));
    const ofDay = distinct(found.filter(isKnown).map(({ record }) => record)).sort(inOrder);
    const taken = ofDay.slice(skipped, skipped + limit - items.length);
    items.push(...taken);
    skipped += taken.length;
    if (skipped >= ofDay.length) {
      day = next;
      skipped = 0;
    }
  }
  return { timeZone, items, nextCursor: day < to ? sealed(kind, [day, skipped, knownAt]) : null };
}

/** A page that moved while it was read shows a record twice. */
const distinct = (records: readonly UsageRecord[]): UsageRecord[] => [
  ...new Map(records.map((one) => [one.id, one])).values(),
];

const inOrder = (a: UsageRecord, b: UsageRecord): number =>
  Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1);

function placeOf(kind: string, { cursor, from, to }: UsageRecordQuery, now: number): Place {
  if (cursor === undefined) return { day: from, skipped: 0, knownAt: now };
  const [day, skipped, knownAt] = openedCursor(kind, cursor);
  const isPlace =
    typeof day === 'string' &&
    isCalendarDate(day) &&
    day >= from &&
    day < to &&
    typeof skipped === 'number' &&
    Number.isSafeInteger(skipped) &&
    skipped >= 0 &&
    typeof knownAt === 'number';
  if (!isPlace) throw badParameter('cursor', 'Is not a cursor of this list.');
  return { day, skipped, knownAt };
}
