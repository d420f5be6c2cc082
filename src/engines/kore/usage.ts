import type { CallOptions } from '../../api/billing-api.js';
import type { CalendarDate, Meter, UsageQuery, UsageSeries } from '../../billing/types.js';
import { quantityOf } from '../shared/money.js';
import { plannedUsage, seriesOf } from '../shared/series.js';
import type { Counted } from '../shared/series.js';
import { recordColumns } from './columns.js';
import type { KoreContext } from './context.js';
import type { KoreMeter, KoreMeterId } from './options.js';
import { piecesOf, summaryOf } from './summary.js';

/** The zone of Kore.ai's days. */
export const ZONE = 'UTC';
/** Five queries of Kore.ai at most, one after the other. */
const MOST_DAYS = 366;

const everyMeter: readonly KoreMeter[] = [
  { id: 'sessions', name: 'Billing sessions', unit: 'session' },
  { id: 'conversations', name: 'Conversations', unit: 'conversation' },
  { id: 'requests', name: 'Requests', unit: 'request' },
  { id: 'alert_notifications', name: 'Alert notifications', unit: 'notification' },
  { id: 'proactive_notifications', name: 'Proactive notifications', unit: 'notification' },
];

export interface PlannedMeter extends Meter {
  readonly id: KoreMeterId;
}

/** The meters as the account lists them. */
export function metersOf({ options }: KoreContext): PlannedMeter[] {
  const { meters = everyMeter, records } = options;
  return meters.map(({ id, name, unit }): PlannedMeter => {
    const hasRecords = records && (records.meter ?? 'sessions') === id;
    return {
      id,
      name,
      ...(unit !== undefined && { unit }),
      granularities: ['day', 'month'],
      timeZones: 'fixed',
      maxRangeDays: MOST_DAYS,
      ...(hasRecords && { records: { columns: [...recordColumns(records)] } }),
    };
  });
}

export async function queryUsage(
  context: KoreContext,
  query: UsageQuery,
  call?: CallOptions,
): Promise<UsageSeries> {
  const plan = plannedUsage(query, metersOf(context), ZONE);
  const { granularity } = query;
  const now = context.clock.now();
  const counted = new Map<CalendarDate, Counted>();
  for (const piece of piecesOf(query, granularity, now)) {
    const asked = { meter: plan.meter.id, granularity };
    for (const [day, value] of await summaryOf(context, asked, piece, call)) {
      counted.set(day, { value: quantityOf(value) });
    }
  }
  return seriesOf(query, plan, counted, { now });
}
