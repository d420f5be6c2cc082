import type { CallOptions } from '../../api/billing-api.js';
import { bool, fields, instant } from '../../api/read.js';
import type { Read } from '../../api/read.js';
import { instantIn, isCalendarDate } from '../../billing/dates.js';
import type {
  Instant,
  UsageRecord,
  UsageRecordPage,
  UsageRecordQuery,
} from '../../billing/types.js';
import { collected } from '../shared/collect.js';
import { MOST_A_DAY, pageOfRecords } from '../shared/day-records.js';
import { list, readAnswer } from '../shared/read.js';
import { badParameter, unreadable } from '../shared/refusals.js';
import { askedMeter } from '../shared/series.js';
import { recordColumns } from './columns.js';
import type { KoreContext } from './context.js';
import type { KoreRecords } from './options.js';
import { metersOf, ZONE } from './usage.js';

/** Asked for at once; however many come, the next are asked for after them. */
const AT_ONCE = 1000;

const session: Read<Readonly<Record<string, unknown>>> = (value) =>
  typeof value === 'object' && value !== null ? { ...value } : undefined;
const sessionPage = fields({ sessions: list(session) }, { moreAvailable: bool });

/** One page of billing sessions, oldest first; Kore.ai says no order. */
export async function listUsageRecords(
  context: KoreContext,
  query: UsageRecordQuery,
  call?: CallOptions,
): Promise<UsageRecordPage> {
  const { client, clock, options, root } = context;
  const { meter } = askedMeter(query, metersOf(context), ZONE);
  const { bot, records, scope } = options;
  if (!records || !meter.records) throw badParameter('meter', 'Has no records.');
  const when = { timeZone: ZONE, now: clock.now() };
  return pageOfRecords('kore-records', query, when, async ({ begin, end }, count) => {
    const sessions = await collected(
      async (cursor) => {
        count();
        const skip = Number(cursor ?? '0');
        const answer = await client({
          method: 'POST',
          isRead: true,
          path: [...root, 'getBillingSessionsDetails'],
          json: {
            fromDate: new Date(begin).toISOString(),
            // Its end belongs to the range, ours doesn't.
            toDate: new Date(end - 1).toISOString(),
            limit: AT_ONCE,
            skip,
            ...(scope === 'admin' && { botId: bot }),
          },
          options: call,
        });
        const page = readAnswer(sessionPage, answer, 'The billing sessions');
        const hasMore = page.moreAvailable === true && page.sessions.length > 0;
        return {
          items: page.sessions,
          next: hasMore ? String(skip + page.sessions.length) : undefined,
        };
      },
      { most: MOST_A_DAY, parameter: 'from' },
    );
    // What begins after the first page was asked for is left to the next export.
    return sessions.map((one) => {
      const record = recordOf(one, records);
      return { record, knownSince: record.at };
    });
  });
}

function recordOf(given: Readonly<Record<string, unknown>>, records: KoreRecords): UsageRecord {
  const id = given['billingSessionId'];
  const at = timeOf(given['billingSessionStartDateTime'], records);
  if (typeof id !== 'string' || id === '' || at === undefined) {
    throw unreadable('A billing session has no id, or no time that can be read.');
  }
  const values = recordColumns(records).map(({ id: name, type }) => {
    const value = given[name];
    if (type === 'date-time') return [name, timeOf(value, records) ?? null];
    return [name, typeof value === 'string' || typeof value === 'number' ? value : null];
  });
  return { id, at, quantity: '1', values: Object.fromEntries(values) as UsageRecord['values'] };
}

/** `03-10-2021 2:05:03 pm`, by the order and in the zone that the host names; ISO 8601 as it is. */
export function timeOf(
  value: unknown,
  { dateOrder, timeZone }: Pick<KoreRecords, 'dateOrder' | 'timeZone'>,
): Instant | undefined {
  if (typeof value !== 'string') return undefined;
  if (instant(value, { path: [], aside: [], wrong: '' }) !== undefined) return value;
  const pattern = /^(\d\d)-(\d\d)-(\d{4}) (\d{1,2}):(\d\d):(\d\d) (am|pm)$/i;
  const [, first = '', second = '', year = '', hour, minute, seconds, half = ''] =
    pattern.exec(value) ?? [];
  const [day, month] = dateOrder === 'day-month' ? [first, second] : [second, first];
  const date = `${year}-${month}-${day}`;
  if (hour === undefined || Number(hour) < 1 || Number(hour) > 12 || !isCalendarDate(date)) {
    return undefined;
  }
  const hours = (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const secondOfDay = hours * 3600 + Number(minute) * 60 + Number(seconds);
  return new Date(instantIn(timeZone, date, secondOfDay)).toISOString();
}
