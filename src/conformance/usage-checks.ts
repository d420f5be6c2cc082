import {
  addDays,
  addMonths,
  dateIn,
  daysBetween,
  isTimeZone,
  startOfMonth,
} from '../billing/dates.js';
import { compareDecimals, sumDecimals } from '../billing/decimal.js';
import type { CalendarDate, Granularity, Meter, UsageSeries } from '../billing/types.js';
import { inOrder, must, needs } from './check.js';
import type { Check } from './check.js';
import type { Probe } from './probe.js';

interface Range {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const otherZone = 'Pacific/Auckland';
const badly = ['invalid_request'];

const serves = ({ granularities }: Meter, granularity: Granularity): boolean =>
  // Left out, it means both.
  (granularities as Meter['granularities'] | undefined)?.includes(granularity) ?? true;

async function metersWith(probe: Probe, granularity: Granularity): Promise<readonly Meter[]> {
  const meters = (await probe.account()).meters.filter((meter) => serves(meter, granularity));
  needs(meters.length > 0, `No meter counts by ${granularity}.`);
  return meters;
}

/** The last days that are over, or as many of them as a meter answers at once. */
async function lastDays(probe: Probe, meter: Meter, most: number): Promise<Range> {
  const to = dateIn((await probe.account()).timeZone, probe.now.getTime());
  return { from: addDays(to, -Math.min(most, meter.maxRangeDays ?? most)), to };
}

const usage = (
  probe: Probe,
  { id }: Meter,
  range: Range,
  more: { granularity?: Granularity; timeZone?: string; groupBy?: string } = {},
): Promise<UsageSeries> =>
  probe.read<UsageSeries>('/usage', {
    query: { meter: id, granularity: 'day', ...range, ...more },
  });

const starts = ({ buckets }: UsageSeries): readonly string[] => buckets.map(({ start }) => start);

function mustBeGapFree(series: UsageSeries, { from, to }: Range, granularity: Granularity): void {
  const next = granularity === 'day' ? addDays : addMonths;
  let date = from;
  for (const start of starts(series)) {
    must(start === date, `${series.meter}: after ${date} was expected, ${start} came.`);
    date = next(date, 1);
  }
  must(date === to, `${series.meter}: the buckets end before ${date}, not before ${to}.`);
}

const equal = (a: string, b: string): boolean => compareDecimals(a, b) === 0;

const valueOf = ({ buckets }: UsageSeries): string => sumDecimals(buckets.map((one) => one.value));

/** Runs a check for each meter that counts so. */
const perMeter =
  (granularity: Granularity, look: (probe: Probe, meter: Meter) => Promise<string>) =>
  async (probe: Probe): Promise<string> => {
    const seen: string[] = [];
    for (const meter of await metersWith(probe, granularity)) seen.push(await look(probe, meter));
    return seen.join('; ');
  };

/** A check that some question is refused, which names the parameter that is wrong. */
const refused = (id: string, clause: string, wrong: Readonly<Record<string, string>>): Check => ({
  id: `usage.refuses-${id}`,
  clause: `GET /usage refuses ${clause} as invalid_request.`,
  run: async (probe) => {
    const [meter] = await metersWith(probe, 'day');
    needs(meter !== undefined, 'There is no meter.');
    const range = await lastDays(probe, meter, 1);
    const query = { meter: meter.id, granularity: 'day', ...range, ...wrong };
    const { status } = await probe.refusal('/usage', badly, { query });
    return `${status}`;
  },
});

export const usageChecks = inOrder(
  {
    id: 'usage.days',
    clause: 'GET /usage has one bucket for each day of [from, to), in order, without gaps.',
    run: perMeter('day', async (probe, meter) => {
      const range = await lastDays(probe, meter, 31);
      const series = await usage(probe, meter, range);
      const { from, to } = series;
      must(from === range.from && to === range.to, `${meter.id}: it echoes ${from} to ${to}.`);
      must(series.granularity === 'day', `${meter.id}: it echoes ${series.granularity}.`);
      mustBeGapFree(series, range, 'day');
      return `${meter.id}: ${series.buckets.length} from ${from} to ${to}`;
    }),
  },
  {
    id: 'usage.months',
    clause: 'GET /usage by month has one bucket for each month of [from, to), without gaps.',
    run: perMeter('month', async (probe, meter) => {
      const to = startOfMonth((await lastDays(probe, meter, 1)).to);
      const most = meter.maxRangeDays ?? 366;
      const count = [12, 6, 3, 2, 1].find((one) => daysBetween(addMonths(to, -one), to) <= most);
      needs(count !== undefined, `${meter.id} answers less than a month at once.`);
      const range = { from: addMonths(to, -count), to };
      const series = await usage(probe, meter, range, { granularity: 'month' });
      mustBeGapFree(series, range, 'month');
      return `${meter.id}: ${series.buckets.length}`;
    }),
  },
  {
    id: 'usage.half-open',
    clause: 'A range ends before `to`: two that meet hold nothing twice and leave nothing out.',
    run: perMeter('day', async (probe, meter) => {
      const { from, to } = await lastDays(probe, meter, 28);
      needs(daysBetween(from, to) > 1, `${meter.id} answers a day at once.`);
      const middle = addDays(from, Math.floor(daysBetween(from, to) / 2));
      const parts = [
        await usage(probe, meter, { from, to: middle }),
        await usage(probe, meter, { from: middle, to }),
      ];
      const whole = valueOf(await usage(probe, meter, { from, to }));
      const sum = sumDecimals(parts.map(valueOf));
      must(equal(sum, whole), `${meter.id}: the parts hold ${sum}, the whole ${whole}.`);
      return `${meter.id}: ${sum} = ${whole}`;
    }),
  },
  {
    id: 'usage.months-of-days',
    clause: 'A month holds what its days hold.',
    run: perMeter('month', async (probe, meter) => {
      needs(serves(meter, 'day'), `${meter.id} does not count by day.`);
      const to = startOfMonth((await lastDays(probe, meter, 1)).to);
      const range = { from: addMonths(to, -1), to };
      needs((meter.maxRangeDays ?? 31) >= 31, `${meter.id} answers less than a month at once.`);
      const days = valueOf(await usage(probe, meter, range));
      const month = valueOf(await usage(probe, meter, range, { granularity: 'month' }));
      must(equal(days, month), `${meter.id}: the days hold ${days}, the month ${month}.`);
      return `${meter.id}: ${month}`;
    }),
  },
  {
    id: 'usage.total',
    clause: 'A total is the sum of its buckets.',
    run: perMeter('day', async (probe, meter) => {
      const series = await usage(probe, meter, await lastDays(probe, meter, 31));
      const { total } = series as Partial<UsageSeries>;
      if (total === undefined) return `${meter.id}: it has none`;
      const sum = valueOf(series);
      must(equal(total, sum), `${meter.id}: the total is ${total}, the sum ${sum}.`);
      return `${meter.id}: ${total}`;
    }),
  },
  {
    id: 'usage.groups',
    clause: 'The groups of a bucket add up to its value.',
    run: async (probe) => {
      const meters = (await metersWith(probe, 'day')).filter(
        ({ dimensions }) => dimensions?.length,
      );
      needs(meters.length > 0, 'No meter has a dimension.');
      for (const meter of meters) {
        const groupBy = meter.dimensions?.[0]?.id ?? '';
        const series = await usage(probe, meter, await lastDays(probe, meter, 7), { groupBy });
        for (const { start, value, groups } of series.buckets) {
          must(groups !== undefined || equal(value, '0'), `${meter.id}: ${start} has no groups.`);
          const sum = sumDecimals(Object.values(groups ?? {}));
          must(equal(sum, value), `${meter.id}: ${start} holds ${value}, its groups ${sum}.`);
        }
      }
      return `${meters.length} of them`;
    },
  },
  {
    id: 'usage.zone',
    clause:
      "Usage is counted in the account's zone, unless the meter's is fixed, and names its zone.",
    run: perMeter('day', async (probe, meter) => {
      const { timeZone } = await probe.account();
      const counted = (await usage(probe, meter, await lastDays(probe, meter, 1))).timeZone;
      must(isTimeZone(counted), `${meter.id}: ${counted} is no zone.`);
      const isRight = meter.timeZones === 'fixed' || counted === timeZone;
      must(isRight, `${meter.id}: ${counted}, not ${timeZone}.`);
      return `${meter.id}: ${counted}`;
    }),
  },
  {
    id: 'usage.zone-asked',
    clause: 'A zone that is asked for is used and named; a meter of fixed zone keeps to its own.',
    run: perMeter('day', async (probe, meter) => {
      const range = await lastDays(probe, meter, 1);
      const isFixed = meter.timeZones === 'fixed';
      const expected = isFixed ? (await usage(probe, meter, range)).timeZone : otherZone;
      const series = await usage(probe, meter, range, { timeZone: otherZone });
      must(series.timeZone === expected, `${meter.id}: ${series.timeZone}, not ${expected}.`);
      return `${meter.id}: ${expected}`;
    }),
  },
  {
    id: 'usage.max-range',
    clause: 'GET /usage answers `maxRangeDays` days, and refuses one more as invalid_request.',
    run: async (probe) => {
      const meter = (await metersWith(probe, 'day')).find((one) => one.maxRangeDays);
      needs(meter?.maxRangeDays !== undefined, 'No meter has a longest range.');
      const most = meter.maxRangeDays;
      const { to } = await lastDays(probe, meter, 1);
      const range = { from: addDays(to, -most), to };
      mustBeGapFree(await usage(probe, meter, range), range, 'day');
      const query = { meter: meter.id, granularity: 'day', from: addDays(to, -most - 1), to };
      await probe.refusal('/usage', badly, { query });
      return `${meter.id}: ${most}`;
    },
  },
  {
    id: 'usage.refuses-half-months',
    clause: 'GET /usage by month refuses a range that does not begin with a month.',
    run: async (probe) => {
      const [meter] = await metersWith(probe, 'month');
      needs(meter !== undefined, 'There is no meter.');
      const to = startOfMonth((await lastDays(probe, meter, 1)).to);
      const query = {
        meter: meter.id,
        granularity: 'month',
        from: addDays(addMonths(to, -1), 1),
        to,
      };
      return `${(await probe.refusal('/usage', badly, { query })).status}`;
    },
  },
  refused('empty-range', 'a range without a day', { from: '2024-03-01', to: '2024-03-01' }),
  refused('no-date', 'a date that does not exist', { from: '2023-02-29', to: '2023-03-01' }),
  refused('unknown-meter', 'an unknown meter', { meter: 'no-such-meter-anywhere' }),
  refused('unknown-zone', 'an unknown time zone', { timeZone: 'Mars/Olympus_Mons' }),
  refused('unknown-granularity', 'an unknown granularity', { granularity: 'fortnight' }),
);
