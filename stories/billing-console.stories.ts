import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';

import '../src/elements/billing-console/billing-console.js';
import type { BillingConsoleElement } from '../src/elements/billing-console/billing-console.js';
import { face } from './faces.js';

type Args = Pick<BillingConsoleElement, 'apiBase' | 'page' | 'readOnly'>;
type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'Elements/billing-console',
  component: 'billing-console',
  args: { apiBase: '/api/billing/accounts/acc_1', page: null, readOnly: false },
  argTypes: {
    page: { control: 'select', options: [null, 'plan-usage', 'support', 'invoices'] },
  },
  render: ({ apiBase, page, readOnly }) => html`
    <billing-console
      api-base=${apiBase ?? ''}
      page=${page ?? nothing}
      ?read-only=${readOnly}
    ></billing-console>
  `,
};

export default meta;

const stale = face('stale', 'billing-console');

/** The plan, and what is used of it. */
export const Ready: Story = face('ready', 'billing-console');

export const Loading: Story = face('loading', 'billing-console');

/** The account holds nothing yet: the page of the support plan. */
export const Empty: Story = { args: { page: 'support' }, ...face('empty', 'support-plan') };

/** One balance could not be read; the page is there all the same. */
export const Partial: Story = face('partial', 'plan-usage');

/** A refresh failed; what was known stays. */
export const Stale: Story = {
  ...stale,
  play: async (context) => {
    await face('ready', 'usage-chart').play(context);
    await stale.play(context);
  },
};

export const Failed: Story = { name: 'Error', ...face('error', 'billing-console') };

export const Denied: Story = face('denied', 'billing-console');

export const SignedOut: Story = face('signed-out', 'billing-console');

export const Offline: Story = face('offline', 'billing-console');

export const Support: Story = { args: { page: 'support' } };

export const Invoices: Story = { args: { page: 'invoices' } };

/** Its invoices are sent by people, so there is no tab for them. */
export const Enterprise: Story = { parameters: { billing: { world: 'enterprise' } } };

/** The host's own chart stands where the plain one would. */
export const OwnChart: Story = {
  render: ({ apiBase }) => html`
    <billing-console api-base=${apiBase ?? ''}>
      <usage-chart slot="usage-chart" range="6m" group-by="channel"></usage-chart>
    </billing-console>
  `,
};

export const Dark: Story = { globals: { scheme: 'dark' } };

export const Narrow: Story = { globals: { width: '320' } };

export const RightToLeft: Story = { globals: { language: 'ar' } };

export const PseudoLocale: Story = { globals: { language: 'en-XA' } };
