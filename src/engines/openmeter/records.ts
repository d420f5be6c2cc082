import type { CallOptions } from '../../api/billing-api.js';
import { fields, instant, token } from '../../api/read.js';
import type { Read } from '../../api/read.js';
import { addDays, isCalendarDate, startOfDay } from '../../billing/dates.js';
import type {
  CalendarDate,
  UsageRecord,
  UsageRecordPage,
  UsageRecordQuery,
} from '../../billing/types.js';
import { quantityOf } from '../shared/money.js';
import { collected } from '../shared/collect.js';
import { openedCursor, sealed } from '../shared/opaque.js';
import { list, readAnswer } from '../shared/read.js';
import { badParameter } from '../shared/refusals.js';
import { askedMeter } from '../shared/series.js';
import type { OpenMeterContext } from './context.js';
import type { OpenMeterColumn, OpenMeterMeter } from './options.js';
import { plannedMeters } from './usage.js';

/** The most that OpenMeter sends at once. */
const AT_ONCE = 100;
/** The most of one day: it is collected as a whole, as OpenMeter sends the newest first. */
const MOST_A_DAY = 10_000;
/** Calls for one page of ours; a page that takes more ends early, and the next one goes on. */
const MOST_CALLS = 40;

const data: Read<Readonly<Record<string, unknown>>> = (value) =>
  typeof value === 'object' && value !== null ? { ...value } : undefined;

const eventReader = fields(
  {
    event: fields({ id: token, source: token, subject: token }, { time: instant, data }),
    ingestedAt: instant,
  },
  { validationError: token },
);
type Ingested = NonNullable<ReturnType<typeof eventReader>>;
const eventPage = fields({ items: list(eventReader) }, { nextCursor: token });

const CURSOR = 'om-records';

/** Where a page begins, and up to when events count: those that come later are left to the next export. */
interface Place {
  readonly day: CalendarDate;
  readonly skipped: number;
  readonly knownAt: number;
}

/** One page of a meter's events, oldest first, read day by day. */
export async function listUsageRecords(
  context: OpenMeterContext,
  query: UsageRecordQuery,
  call?: CallOptions,
): Promise<UsageRecordPage> {
  const { meter, timeZone } = askedMeter(query, plannedMeters(context), context.timeZone);
  const { records } = meter.described;
  if (!records) throw badParameter('meter', 'Has no records.');
  const { to, limit = 1000 } = query;
  const { knownAt, ...begin } = placeOf(query, context.clock.now());
  let { day, skipped } = begin;
  const customerId = await context.customerId(call);
  const items: UsageRecord[] = [];
  let calls = 0;
  while (day < to && items.length < limit && calls < MOST_CALLS) {
    const filter = {
      customerId: { $in: [customerId] },
      type: { $eq: records.eventType },
      time: {
        $gte: new Date(startOfDay(day, timeZone)).toISOString(),
        $lt: new Date(startOfDay(addDays(day, 1), timeZone)).toISOString(),
      },
    };
    const events = await collected(
      async (cursor) => {
        calls += 1;
        const answer = await context.client({
          path: ['api', 'v2', 'events'],
          query: { filter: JSON.stringify(filter), limit: AT_ONCE, cursor },
          options: call,
        });
        const page = readAnswer(eventPage, answer, 'The events');
        // A list that ends says so by a cursor too; a page that isn't full is the last one.
        const next = page.items.length < AT_ONCE ? undefined : page.nextCursor;
        return { items: page.items, next };
      },
      { most: MOST_A_DAY, parameter: 'from' },
    );
    const known = events.filter(({ ingestedAt }) => Date.parse(ingestedAt) <= knownAt);
    const ofDay = known.map((one) => recordOf(one, records)).sort(inOrder);
    const taken = ofDay.slice(skipped, skipped + limit - items.length);
    items.push(...taken);
    skipped += taken.length;
    if (skipped >= ofDay.length) {
      day = addDays(day, 1);
      skipped = 0;
    }
  }
  const nextCursor = day < to ? sealed(CURSOR, [day, skipped, knownAt]) : null;
  return { timeZone, items, nextCursor };
}

function placeOf({ cursor, from, to }: UsageRecordQuery, now: number): Place {
  if (cursor === undefined) return { day: from, skipped: 0, knownAt: now };
  const [day, skipped, knownAt] = openedCursor(CURSOR, cursor);
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

const inOrder = (a: UsageRecord, b: UsageRecord): number =>
  Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1);

function recordOf(
  { event, ingestedAt }: Ingested,
  { columns, quantity }: NonNullable<OpenMeterMeter['records']>,
): UsageRecord {
  const at = event.time ?? ingestedAt;
  const counted = quantity === undefined ? undefined : event.data?.[quantity];
  return {
    // An event's id is its own only together with where it comes from.
    id: `${event.source}#${event.id}`,
    at,
    ...((typeof counted === 'number' || typeof counted === 'string') && {
      quantity: quantityOf(counted),
    }),
    values: Object.fromEntries(columns.map((column) => [column.id, valueOf(column, event, at)])),
  };
}

function valueOf(
  { id, from = `data.${id}` }: OpenMeterColumn,
  event: Ingested['event'],
  at: string,
): string | number | null {
  if (from === 'time') return at;
  if (from === 'id' || from === 'source' || from === 'subject') return event[from];
  const value = event.data?.[from.slice('data.'.length)];
  if (typeof value === 'string' || typeof value === 'number') return value;
  return typeof value === 'boolean' ? String(value) : null;
}
