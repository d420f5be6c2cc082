import type { CallOptions } from '../../api/billing-api.js';
import { date, fields, instant, namedValues, token } from '../../api/read.js';
import { addDays, startOfMonth } from '../../billing/dates.js';
import { addDecimals } from '../../billing/decimal.js';
import { ownOf } from '../shared/own.js';
import type {
  CalendarDate,
  Decimal,
  Meter,
  UsageQuery,
  UsageRecordPage,
  UsageRecordQuery,
  UsageSeries,
} from '../../billing/types.js';
import { meterOf } from '../shared/catalogue.js';
import { MOST_A_DAY, pageOfRecords } from '../shared/day-records.js';
import { quantityOf } from '../shared/money.js';
import { list, numeric, readAnswer } from '../shared/read.js';
import { badParameter } from '../shared/refusals.js';
import { askedMeter, plannedUsage, seriesOf } from '../shared/series.js';
import { allOf } from './context.js';
import type { LagoContext } from './context.js';
import type { LagoMeter } from './options.js';
import { externalIdOf } from './subscriptions.js';

/** What Lago counts in one period; a period may come in several rows, or in none. */
const row = fields({ start_of_period_dt: date, units: numeric }, { billable_metric_code: token });
const usages = fields({ usages: list(row) });

interface PlannedMeter extends Meter {
  readonly described: LagoMeter;
}

/** A meter as the account lists it. Lago's analytics take no zone. */
export function publicMeter(described: LagoMeter): Meter {
  const columns = described.records?.columns.map(({ id, name, type = 'text' }) => ({
    id,
    name,
    type,
  }));
  return { ...meterOf(described, 'fixed'), ...(columns && { records: { columns } }) };
}

const plannedMeters = ({ options }: LagoContext): PlannedMeter[] =>
  (options.meters ?? []).map((described) => ({ ...publicMeter(described), described }));

const zoneOf = ({ options }: LagoContext): string => options.usageTimeZone ?? 'UTC';

export async function queryUsage(
  context: LagoContext,
  query: UsageQuery,
  call?: CallOptions,
): Promise<UsageSeries> {
  const plan = plannedUsage(query, plannedMeters(context), zoneOf(context));
  const isDaily = query.granularity === 'day';
  const { id, code = id } = plan.meter.described;
  const answer = await context.client({
    path: ['analytics', 'usage'],
    query: {
      external_customer_id: context.options.customer,
      billable_metric_code: code,
      time_granularity: isDaily ? 'daily' : 'monthly',
      from_date: query.from,
      // Our end is exclusive, Lago's is not.
      to_date: addDays(query.to, -1),
    },
    options: call,
  });
  const counted = new Map<CalendarDate, { value: Decimal }>();
  for (const one of readAnswer(usages, answer, 'The usage').usages) {
    const { start_of_period_dt: start, billable_metric_code: metric = code, units } = one;
    if (metric !== code) continue;
    const day = isDaily ? start : startOfMonth(start);
    const value = addDecimals(counted.get(day)?.value ?? '0', quantityOf(units));
    counted.set(day, { value });
  }
  return seriesOf(query, plan, counted, { now: context.clock.now() });
}

const scalar = (value: unknown): string | number | null =>
  typeof value === 'string' || typeof value === 'number' ? value : null;

const event = fields(
  { transaction_id: token, code: token, timestamp: instant },
  { created_at: instant, properties: namedValues(scalar) },
);

/** Events of a subscription, oldest first; Lago says no order. */
export async function listUsageRecords(
  context: LagoContext,
  query: UsageRecordQuery,
  call?: CallOptions,
): Promise<UsageRecordPage> {
  const { meter, timeZone } = askedMeter(query, plannedMeters(context), zoneOf(context));
  const { id, code = id, records } = meter.described;
  if (!records) throw badParameter('meter', 'Has no records.');
  const { slot = 'plan', columns, quantity } = records;
  const subscription = externalIdOf(context, slot);
  const when = { timeZone, now: context.clock.now() };
  return pageOfRecords('lago-records', query, when, async ({ begin, end }, count) => {
    const client: typeof context.client = (asked) => {
      count();
      return context.client(asked);
    };
    const events = await allOf(
      { ...context, client },
      event,
      {
        path: ['events'],
        query: {
          external_subscription_id: subscription,
          code,
          timestamp_from: new Date(begin).toISOString(),
          timestamp_to: new Date(end).toISOString(),
        },
        key: 'events',
        most: MOST_A_DAY,
        parameter: 'from',
      },
      call,
    );
    // Lago's end belongs to its range, ours begins the next day.
    const ofDay = events.filter(({ timestamp: at }) => Date.parse(at) < end);
    return ofDay.map(({ transaction_id: name, timestamp: at, created_at, properties = {} }) => {
      const counted = quantity === undefined ? undefined : ownOf(properties, quantity);
      const values = Object.fromEntries(
        columns.map((column) => [
          column.id,
          ownOf(properties, column.property ?? column.id) ?? null,
        ]),
      );
      const record = {
        id: name,
        at,
        values,
        ...(counted !== undefined && counted !== null && { quantity: quantityOf(counted) }),
      };
      return { record, knownSince: created_at };
    });
  });
}
