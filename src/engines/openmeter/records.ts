import type { CallOptions } from '../../api/billing-api.js';
import { fields, instant, token } from '../../api/read.js';
import type { Read } from '../../api/read.js';
import type { UsageRecord, UsageRecordPage, UsageRecordQuery } from '../../billing/types.js';
import { collected } from '../shared/collect.js';
import { MOST_A_DAY, pageOfRecords } from '../shared/day-records.js';
import { quantityOf } from '../shared/money.js';
import { list, readAnswer } from '../shared/read.js';
import { badParameter } from '../shared/refusals.js';
import { askedMeter } from '../shared/series.js';
import type { OpenMeterContext } from './context.js';
import type { OpenMeterColumn, OpenMeterMeter } from './options.js';
import { plannedMeters } from './usage.js';

/** The most that OpenMeter sends at once. */
const AT_ONCE = 100;

const data: Read<Readonly<Record<string, unknown>>> = (value) =>
  typeof value === 'object' && value !== null ? { ...value } : undefined;

const eventReader = fields({
  event: fields({ id: token, source: token, subject: token }, { time: instant, data }),
  ingestedAt: instant,
});
type Ingested = NonNullable<ReturnType<typeof eventReader>>;
const eventPage = fields({ items: list(eventReader) }, { nextCursor: token });

/** One page of a meter's events, oldest first; OpenMeter sends the newest first. */
export async function listUsageRecords(
  context: OpenMeterContext,
  query: UsageRecordQuery,
  call?: CallOptions,
): Promise<UsageRecordPage> {
  const { client, clock } = context;
  const { meter, timeZone } = askedMeter(query, plannedMeters(context), context.timeZone);
  const { records } = meter.described;
  if (!records) throw badParameter('meter', 'Has no records.');
  const customerId = await context.customerId(call);
  const when = { timeZone, now: clock.now() };
  return pageOfRecords('om-records', query, when, async ({ begin, end }, count) => {
    const filter = JSON.stringify({
      customerId: { $in: [customerId] },
      type: { $eq: records.eventType },
      time: { $gte: new Date(begin).toISOString(), $lt: new Date(end).toISOString() },
    });
    const events = await collected(
      async (cursor) => {
        count();
        const answer = await client({
          path: ['api', 'v2', 'events'],
          query: { filter, limit: AT_ONCE, cursor },
          options: call,
        });
        const { items, nextCursor } = readAnswer(eventPage, answer, 'The events');
        // The last page has a cursor too; a page that isn't full is the last one.
        return { items, next: items.length < AT_ONCE ? undefined : nextCursor };
      },
      { most: MOST_A_DAY, parameter: 'from' },
    );
    return events.map((one) => ({ record: recordOf(one, records), knownSince: one.ingestedAt }));
  });
}

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
