/**
 * Usage by meters. Stripe adds up by UTC hours or UTC days, or over any range of minutes, so local
 * days are made of hours where their edges are whole ones, and else asked for one by one.
 */
import type { CallOptions } from '../../api/billing-api.js';
import { fields, token } from '../../api/read.js';
import { addDecimals } from '../../billing/decimal.js';
import type { CalendarDate, Decimal, Meter, UsageQuery, UsageSeries } from '../../billing/types.js';
import { fewAtOnce } from '../shared/at-once.js';
import { quantityOf } from '../shared/money.js';
import { number, whole } from '../shared/read.js';
import { badParameter, notSupported } from '../shared/refusals.js';
import { plannedUsage, seriesOf } from '../shared/series.js';
import type { BucketRange, Counted, UsagePlan } from '../shared/series.js';
import { PAGE } from './client.js';
import type { Stripe } from './client.js';
import type { StripeMeter } from './options.js';

/** Calls for one question; Stripe lets an account have 25 a second at one endpoint. */
const MOST_CALLS = 28;
const AT_ONCE = 4;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const summary = fields({ id: token, start_time: whole, aggregated_value: number });

type PlannedMeter = Meter & Pick<StripeMeter, 'formula'>;

/** How a question is put to Stripe. */
type Window = { readonly unit: 'day' | 'hour'; readonly length: number } | undefined;

export async function usage(
  stripe: Stripe,
  query: UsageQuery,
  options: CallOptions | undefined,
): Promise<UsageSeries> {
  const meters = (stripe.options.meters ?? []).map((meter): PlannedMeter => ({
    ...meter,
    granularities: ['day', 'month'],
    timeZones: 'any',
  }));
  if (meters.length === 0) throw notSupported('queryUsage');
  const plan = plannedUsage(query, meters, stripe.timeZone);
  const now = stripe.now();
  // Nothing was used in what lies ahead, nor in a day that the zone never had.
  const asked = plan.buckets.filter(({ begin, end }) => begin < end && begin < now);
  const window = query.granularity === 'day' ? windowOf(plan, asked) : undefined;
  const calls = window ? callsOf(asked, window.length) : asked.length;
  if (calls > MOST_CALLS) {
    throw badParameter('to', `Takes ${calls} requests to Stripe; ${MOST_CALLS} are the most.`);
  }
  const counted = window
    ? await summedWindows(stripe, plan, asked, window, options)
    : await oneByOne(stripe, plan, asked, options);
  const series = seriesOf(query, plan, counted, { now });
  if (plan.meter.formula !== 'last') return series;
  const { total: _, ...withoutTotal } = series;
  return withoutTotal;
}

/** The widest windows whose edges are those of the buckets. Those of a `last` can't be added up. */
function windowOf({ meter }: UsagePlan<PlannedMeter>, asked: readonly BucketRange[]): Window {
  if (meter.formula === 'last') return undefined;
  const fits = (length: number): boolean =>
    asked.every(({ begin, end }) => begin % length === 0 && end % length === 0);
  if (fits(DAY)) return { unit: 'day', length: DAY };
  return fits(HOUR) ? { unit: 'hour', length: HOUR } : undefined;
}

function callsOf(asked: readonly BucketRange[], length: number): number {
  const [first, last] = [asked[0], asked.at(-1)];
  return first && last ? Math.ceil((last.end - first.begin) / length / PAGE) : 0;
}

type CountedByDate = Map<CalendarDate, Counted>;

async function summedWindows(
  stripe: Stripe,
  { meter }: UsagePlan<PlannedMeter>,
  asked: readonly BucketRange[],
  { unit }: NonNullable<Window>,
  options: CallOptions | undefined,
): Promise<CountedByDate> {
  const counted: CountedByDate = new Map();
  const [first, last] = [asked[0], asked.at(-1)];
  if (!first || !last) return counted;
  const rows = await stripe.all(
    summary,
    ['billing', 'meters', meter.id, 'event_summaries'],
    { ...rangeOf(stripe, { begin: first.begin, end: last.end }), value_grouping_window: unit },
    { most: MOST_CALLS * PAGE, parameter: 'to' },
    options,
  );
  for (const { aggregated_value: value, start_time: start } of rows) {
    const at = start * 1000;
    const bucket = asked.find(({ begin, end }) => at >= begin && at < end);
    if (!bucket) continue;
    const before = counted.get(bucket.start)?.value ?? '0';
    counted.set(bucket.start, { value: addDecimals(before, quantityOf(value)) });
  }
  return counted;
}

async function oneByOne(
  stripe: Stripe,
  { meter }: UsagePlan<PlannedMeter>,
  asked: readonly BucketRange[],
  options: CallOptions | undefined,
): Promise<CountedByDate> {
  const values = await fewAtOnce(asked, AT_ONCE, async (bucket): Promise<Decimal> => {
    const rows = await stripe.all(
      summary,
      ['billing', 'meters', meter.id, 'event_summaries'],
      rangeOf(stripe, bucket),
      { most: 1, parameter: 'to' },
      options,
    );
    return quantityOf(rows[0]?.aggregated_value ?? 0);
  });
  return new Map(asked.map(({ start }, index) => [start, { value: values[index] ?? '0' }]));
}

const rangeOf = (
  { customer }: Stripe,
  { begin, end }: Omit<BucketRange, 'start'>,
): { customer: string; start_time: number; end_time: number } => ({
  customer,
  start_time: begin / 1000,
  end_time: end / 1000,
});
