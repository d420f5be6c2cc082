import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';

import '../src/elements/billing-provider/billing-provider.js';
import type { BillingProviderElement } from '../src/elements/billing-provider/billing-provider.js';
import '../src/elements/plan-usage/plan-usage.js';
import '../src/elements/usage-chart/usage-chart.js';
import { face } from './faces.js';

type Args = Pick<BillingProviderElement, 'apiBase' | 'locale' | 'readOnly' | 'timeZone'>;
type Story = StoryObj<Args>;

/** It shows nothing of its own: what is seen here are the elements inside, and what they take from it. */
const meta: Meta<Args> = {
  title: 'Elements/billing-provider',
  component: 'billing-provider',
  args: {
    apiBase: '/api/billing/accounts/acc_1',
    locale: null,
    readOnly: false,
    timeZone: null,
  },
  render: ({ apiBase, locale, readOnly, timeZone }) => html`
    <billing-provider
      api-base=${apiBase ?? nothing}
      locale=${locale ?? nothing}
      time-zone=${timeZone ?? nothing}
      ?read-only=${readOnly}
    >
      <plan-usage></plan-usage>
      <usage-chart range="2w"></usage-chart>
    </billing-provider>
  `,
  parameters: { docs: { story: { inline: false, height: '60rem' } } },
};

export default meta;

/** One address for all elements inside. */
export const Ready: Story = face('ready', 'usage-chart');

export const Loading: Story = face('loading', 'usage-chart');

/** Nothing was used yet. */
export const Empty: Story = face('empty', 'usage-chart');

/** Each element tells of what is missing in it. */
export const Partial: Story = face('partial', 'usage-chart');

/** A refresh of one element failed; the other one does not know of it. */
export const Stale: Story = face('stale', 'usage-chart');

export const Failed: Story = { name: 'Error', ...face('error', 'usage-chart') };

export const Denied: Story = face('denied', 'usage-chart');

export const SignedOut: Story = face('signed-out', 'usage-chart');

export const Offline: Story = face('offline', 'usage-chart');

/** No element inside offers to change anything. */
export const ReadOnly: Story = { args: { readOnly: true } };

/** Another language than the page's, and another zone than the account's. */
export const OwnLanguageAndZone: Story = {
  args: { locale: 'de', timeZone: 'Europe/Berlin' },
};

export const Dark: Story = { globals: { scheme: 'dark' } };

export const Narrow: Story = { globals: { width: '320' } };

export const RightToLeft: Story = { globals: { language: 'ar' } };

export const PseudoLocale: Story = { globals: { language: 'en-XA' } };
