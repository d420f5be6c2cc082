import type { CallOptions } from '../../api/billing-api.js';
import { fields, instant } from '../../api/read.js';
import type { Read } from '../../api/read.js';
import { dateIn, startOfMonth } from '../../billing/dates.js';
import { addDecimals } from '../../billing/decimal.js';
import type { CalendarDate, Decimal, Meter, UsageQuery, UsageSeries } from '../../billing/types.js';
import { meterOf } from '../shared/catalogue.js';
import { quantityOf } from '../shared/money.js';
import { list, number, readAnswer } from '../shared/read.js';
import { unreadable } from '../shared/refusals.js';
import { plannedUsage, seriesOf } from '../shared/series.js';
import type { Counted } from '../shared/series.js';
import type { OpenMeterContext } from './context.js';
import type { OpenMeterMeter } from './options.js';

/** The values of a row's group-bys; what an event has no value for is null. */
const groups: Read<Record<string, string | null>> = (value) =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).filter(([, one]) => one === null || typeof one === 'string'),
      )
    : undefined;

const row = fields(
  { value: number, windowStart: instant, windowEnd: instant },
  { groupBy: groups },
);
type MeterRow = NonNullable<ReturnType<typeof row>>;
const result = fields({ data: list(row) });

export interface OpenMeterMeterPlan extends Meter {
  readonly described: OpenMeterMeter;
}

/** A meter as the account lists it. OpenMeter counts the days of any zone. */
export function publicMeter(described: OpenMeterMeter): Meter {
  const columns = described.records?.columns.map(({ id, name, type = 'text' }) => ({
    id,
    name,
    type,
  }));
  return { ...meterOf(described, 'any'), ...(columns && { records: { columns } }) };
}

export const plannedMeters = ({ options }: OpenMeterContext): OpenMeterMeterPlan[] =>
  (options.meters ?? []).map((described) => ({ ...publicMeter(described), described }));

export async function queryUsage(
  context: OpenMeterContext,
  query: UsageQuery,
  call?: CallOptions,
): Promise<UsageSeries> {
  const { client, clock } = context;
  const plan = plannedUsage(query, plannedMeters(context), context.timeZone);
  const { buckets, meter, timeZone } = plan;
  const [from = 0, to = 0] = [buckets[0]?.begin, buckets.at(-1)?.end];
  const { id, slug = id } = meter.described;
  // A zone can skip a whole day, and then there is nothing to ask for.
  const rows =
    from === to
      ? []
      : readAnswer(
          result,
          await client({
            path: ['api', 'v1', 'meters', slug, 'query'],
            query: {
              from: new Date(from).toISOString(),
              to: new Date(to).toISOString(),
              windowSize: query.granularity === 'day' ? 'DAY' : 'MONTH',
              windowTimeZone: timeZone,
              filterCustomerId: await context.customerId(call),
              groupBy: query.groupBy,
            },
            options: call,
          }),
          'The usage',
        ).data;
  return seriesOf(query, plan, countedRows(rows, query, timeZone), { now: clock.now() });
}

/**
 * Windows as buckets. A window is named by the date of its middle: where a change of the clock takes
 * midnight away, an engine may let the day begin in the one before.
 */
function countedRows(
  rows: readonly MeterRow[],
  { granularity, groupBy }: Pick<UsageQuery, 'granularity' | 'groupBy'>,
  timeZone: string,
): Map<CalendarDate, Counted> {
  const counted = new Map<CalendarDate, { value: Decimal; groups: Record<string, Decimal> }>();
  for (const { value, windowStart, windowEnd, groupBy: names } of rows) {
    const [begin, end] = [Date.parse(windowStart), Date.parse(windowEnd)];
    if (end <= begin) throw unreadable('A window of usage has no length.');
    const middle = dateIn(timeZone, begin + (end - begin) / 2);
    const date = granularity === 'day' ? middle : startOfMonth(middle);
    const quantity = quantityOf(value);
    const bucket = counted.get(date) ?? { value: '0', groups: {} };
    const group = groupBy === undefined ? '' : (names?.[groupBy] ?? '');
    // Two rows of one window and group are not two shares of it: nothing says how they add up.
    if (Object.hasOwn(bucket.groups, group)) throw unreadable('A window of usage came twice.');
    bucket.groups[group] = quantity;
    bucket.value = addDecimals(bucket.value, quantity);
    counted.set(date, bucket);
  }
  return counted;
}
