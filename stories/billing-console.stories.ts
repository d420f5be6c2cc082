import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';

import '../src/elements/billing-console/billing-console.js';
import type { BillingConsoleElement } from '../src/elements/billing-console/billing-console.js';

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

export const PlanAndUsage: Story = {};

export const Support: Story = { args: { page: 'support' } };

export const Invoices: Story = { args: { page: 'invoices' } };

/** Its invoices are sent by people, so there is no tab for them. */
export const Enterprise: Story = { parameters: { billing: { world: 'enterprise' } } };

export const Loading: Story = { parameters: { billing: { fault: 'slow' } } };

export const Broken: Story = { parameters: { billing: { fault: '500' } } };

export const SignedOut: Story = { parameters: { billing: { fault: '401' } } };

/** The host's own chart stands where the plain one would. */
export const OwnChart: Story = {
  render: ({ apiBase }) => html`
    <billing-console api-base=${apiBase ?? ''}>
      <usage-chart slot="usage-chart" range="6m" group-by="channel"></usage-chart>
    </billing-console>
  `,
};
