import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';

import '../src/elements/usage-chart/usage-chart.js';
import type { UsageChartElement } from '../src/elements/usage-chart/usage-chart.js';
import { face } from './faces.js';

type Args = Pick<
  UsageChartElement,
  | 'apiBase'
  | 'completeOnly'
  | 'from'
  | 'groupBy'
  | 'meter'
  | 'range'
  | 'ranges'
  | 'timeZone'
  | 'to'
  | 'view'
>;
type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'Elements/usage-chart',
  component: 'usage-chart',
  args: {
    apiBase: '/api/billing/accounts/acc_1',
    completeOnly: false,
    from: null,
    groupBy: null,
    meter: null,
    range: '4w',
    ranges: null,
    timeZone: null,
    to: null,
    view: null,
  },
  argTypes: {
    range: { control: 'select', options: ['1w', '2w', '4w', '1m', '2m', '3m', '6m', 'custom'] },
    view: { control: 'radio', options: ['chart', 'table'] },
  },
  render: (args) => html`
    <usage-chart
      api-base=${args.apiBase ?? nothing}
      ?complete-only=${args.completeOnly}
      .from=${args.from}
      .groupBy=${args.groupBy}
      .meter=${args.meter}
      .range=${args.range}
      .ranges=${args.ranges}
      .timeZone=${args.timeZone}
      .to=${args.to}
      .view=${args.view}
    ></usage-chart>
  `,
  parameters: { docs: { story: { inline: false, height: '40rem' } } },
};

export default meta;

/** A bar for each day. Today is still running, and striped. */
export const Ready: Story = face('ready', 'usage-chart');

export const Loading: Story = face('loading', 'usage-chart');

/** Nothing was used. */
export const Empty: Story = face('empty', 'usage-chart');

/** One day could not be read; the others are there. */
export const Partial: Story = face('partial', 'usage-chart');

/** A refresh failed; what was known stays. */
export const Stale: Story = face('stale', 'usage-chart');

export const Failed: Story = { name: 'Error', ...face('error', 'usage-chart') };

export const Denied: Story = face('denied', 'usage-chart');

export const SignedOut: Story = face('signed-out', 'usage-chart');

export const Offline: Story = face('offline', 'usage-chart');

/** A bar for each month. */
export const Months: Story = { args: { range: '6m' } };

/** Any days, a bar for each. */
export const Custom: Story = { args: { range: 'custom' } };

/** An impossible range: what is wrong stands at the field, and nothing is asked for. */
export const ImpossibleRange: Story = {
  args: { range: 'custom', from: '2026-03-10', to: '2026-03-01' },
};

/** Stacked by a dimension of the meter. */
export const Grouped: Story = { args: { groupBy: 'channel' } };

/** The same numbers, to read and to copy. */
export const Table: Story = { args: { groupBy: 'channel', view: 'table' } };

/** Ends with the last whole month. */
export const CompleteOnly: Story = { args: { completeOnly: true, range: '6m' } };

/** The page offers some of the filters only. */
export const FewerFilters: Story = { args: { range: '1m', ranges: '1m 3m 6m' } };

/** The days of another zone than the account's. */
export const AnotherZone: Story = { args: { timeZone: 'Pacific/Auckland' } };

/** Very long names, other scripts and emoji. */
export const Huge: Story = {
  args: { groupBy: 'channel' },
  parameters: { billing: { world: 'huge' } },
};

/** The billing service cannot be reached, although the browser is online. */
export const Unreachable: Story = { parameters: { billing: { fault: 'offline' } } };

export const Dark: Story = { args: { groupBy: 'channel' }, globals: { scheme: 'dark' } };

export const Narrow: Story = { args: { range: '6m' }, globals: { width: '320' } };

export const RightToLeft: Story = { args: { groupBy: 'channel' }, globals: { language: 'ar' } };

export const PseudoLocale: Story = { args: { groupBy: 'channel' }, globals: { language: 'en-XA' } };
