import type { BillingApi } from '../../../src/api/billing-api.js';
import { bucketStarts } from '../../../src/billing/usage-range.js';
import type { UsageSeries } from '../../../src/billing/types.js';
import type { UsageChartElement } from '../../../src/elements/usage-chart/usage-chart.js';
import { failing, serving, unanswered } from '../serving.js';
import { findAll } from './stage.js';
import type { State, Stage } from './stage.js';

type Properties = Partial<UsageChartElement>;

/** A chart with its bars and their words drawn. */
async function drawn(
  stage: Stage,
  properties: Properties = {},
  answers: Partial<BillingApi> = {},
): Promise<UsageChartElement> {
  const element = await stage.put('usage-chart', { client: stage.client(answers), ...properties });
  await stage.shown('figure');
  if (properties.view !== 'table') await bars(stage);
  return element;
}

const bars = (stage: Stage) =>
  stage.until(() => findAll(stage.place, '.plot svg text').length > 0, 'chart');

/** Usage whose answer is changed. */
const counting = (change: (series: UsageSeries) => UsageSeries): Partial<BillingApi> => ({
  usage: async (...args) => change(await serving().usage(...args)),
});

const without = (series: UsageSeries, ...days: readonly number[]): UsageSeries => ({
  ...series,
  buckets: series.buckets.filter((_, at) => !days.includes(at)),
});

/** An account that can be asked for so many days, and that counts two things. */
const limitedTo = (maxRangeDays: number): Partial<BillingApi> => ({
  account: async () => {
    const account = await serving().account();
    const [meter] = account.meters;
    if (!meter) return account;
    const first = { ...meter, maxRangeDays };
    return { ...account, meters: [first, { ...first, id: 'other', name: 'Messages' }] };
  },
});

/** More than a year of days, in UTC. */
const manyDays: Partial<BillingApi> = {
  ...limitedTo(2000),
  usage: ({ meter, granularity, from, to }) => {
    const buckets = bucketStarts({ from, to, granularity }).map((start) => ({
      start,
      value: '1',
      partial: false,
    }));
    return Promise.resolve({ meter, granularity, from, to, timeZone: 'America/New_York', buckets });
  },
};

/** So many groups that some are drawn as one, over so many days that some share a bar. */
const manyGroups: Partial<BillingApi> = {
  ...manyDays,
  usage: async (...args) => {
    const series = await serving(manyDays).usage(...args);
    const names = Array.from({ length: 12 }, (_, at) => `Group ${at + 1}`);
    const groups = Object.fromEntries(names.map((name) => [name, '1']));
    const buckets = series.buckets.map((bucket) => ({ ...bucket, value: '12', groups }));
    return { ...series, buckets };
  },
};

const longRange: Properties = { range: 'custom', from: '2024-10-01', to: '2026-03-15' };

const customs: readonly (readonly [name: string, from: string, to: string])[] = [
  ['that ends before it starts', '2026-03-10', '2026-03-01'],
  ['that begins too early', '1999-03-01', '2026-03-01'],
  ['that ends in the future', '2026-03-01', '2027-03-01'],
  ['that is too long', '2026-01-01', '2026-03-15'],
  ['without a date', '', '2026-03-15'],
];

const exporting = async (
  stage: Stage,
  content: 'summary' | 'records',
  answers: Partial<BillingApi> = {},
): Promise<void> => {
  await drawn(stage, { view: 'table', range: '1w' }, answers);
  await stage.press('export');
  await stage.press(`export-${content}`);
  await stage.found('[part~="export-status"]');
};

/** One page of records, and then nothing more. */
const halfOfTheRecords: Partial<BillingApi> = {
  usageRecords: async (query, options) =>
    query.cursor === undefined
      ? {
          ...(await serving().usageRecords({ ...query, limit: 5 }, options)),
          total: 1000,
          nextCursor: 'next',
        }
      : unanswered(query, options),
};

/** Pages that end before all of the records have come. */
const tooFewRecords: Partial<BillingApi> = {
  usageRecords: async (query, options) => ({
    ...(await serving().usageRecords({ ...query, limit: 5 }, options)),
    total: 7,
    nextCursor: null,
  }),
};

export const usageChartStates: readonly State[] = [
  { name: 'usage-chart, days', play: drawn },
  { name: 'usage-chart, months', play: (stage) => drawn(stage, { range: '6m' }) },
  { name: 'usage-chart, groups', play: (stage) => drawn(stage, { groupBy: 'channel' }) },
  {
    name: 'usage-chart, pointed at',
    // A tip is as wide as the names of the groups, and breaks none of them.
    least: 320,
    play: async (stage) => {
      await drawn(stage, { groupBy: 'channel', range: '1w' });
      const chart = await stage.shown('chart');
      chart.focus();
      for (const key of ['Home', 'ArrowRight', 'End']) {
        chart.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        await stage.time.pass(200);
      }
      await stage.found('[part~="cursor"]:not(:empty)');
    },
  },
  {
    name: 'usage-chart, a table',
    play: (stage) => drawn(stage, { groupBy: 'channel', view: 'table' }),
  },
  {
    name: 'usage-chart, a table of months',
    play: (stage) => drawn(stage, { range: '6m', view: 'table' }),
  },
  {
    name: 'usage-chart, with gaps',
    play: (stage) =>
      drawn(
        stage,
        { range: '1w' },
        counting((series) => without(series, 2, 4)),
      ),
  },
  {
    name: 'usage-chart, with days put together',
    play: (stage) => drawn(stage, { range: 'custom', from: '2025-10-01', to: '2026-03-15' }),
  },
  {
    name: 'usage-chart, more rows than are drawn at a time',
    play: (stage) => drawn(stage, { ...longRange, view: 'table' }, manyDays),
  },
  {
    name: 'usage-chart, more rows than are read at a time',
    play: (stage) => drawn(stage, longRange, manyDays),
  },
  {
    name: 'usage-chart, more groups and days than are drawn',
    play: (stage) => drawn(stage, { ...longRange, groupBy: 'channel' }, manyGroups),
  },
  ...customs.map(([name, from, to]) => ({
    name: `usage-chart, a range ${name}`,
    play: async (stage: Stage) => {
      const client = stage.client(limitedTo(31));
      await stage.put('usage-chart', { client, range: 'custom', from, to });
      await stage.found('[part~="problem"]:not(:empty)');
    },
  })),
  {
    name: 'usage-chart, nothing used',
    play: async (stage) => {
      await stage.put('usage-chart', { client: stage.client({}, 'empty') });
      await stage.shown('empty');
    },
  },
  {
    name: 'usage-chart, nothing counted',
    play: async (stage) => {
      const account = async () => ({ ...(await serving().account()), meters: [] });
      await stage.put('usage-chart', { client: stage.client({ account }) });
      await stage.shown('empty');
    },
  },
  {
    name: 'usage-chart, the world huge',
    play: async (stage) => {
      await stage.put('usage-chart', { client: stage.client({}, 'huge'), groupBy: 'channel' });
      await bars(stage);
    },
  },
  {
    name: 'usage-chart, the choice of a file',
    play: async (stage) => {
      await drawn(stage, { range: '1w' });
      await stage.press('export');
      await stage.shown('export-summary');
    },
  },
  { name: 'usage-chart, a file of the bars', play: (stage) => exporting(stage, 'summary') },
  { name: 'usage-chart, a file of all records', play: (stage) => exporting(stage, 'records') },
  {
    name: 'usage-chart, records on their way',
    play: async (stage) => {
      await exporting(stage, 'records', halfOfTheRecords);
      await stage.shown('export-cancel');
      await stage.time.pass(1_000);
      await stage.turn();
    },
  },
  {
    name: 'usage-chart, records missing',
    play: async (stage) => {
      await exporting(stage, 'records', tooFewRecords);
      await stage.found('[part~="export-status"] .button');
    },
  },
  {
    name: 'usage-chart, records that cannot be had',
    play: async (stage) => {
      await exporting(stage, 'records', {
        usageRecords: failing('not_supported', { status: 404 }),
      });
      await stage.found('.notice.danger');
    },
  },
];
