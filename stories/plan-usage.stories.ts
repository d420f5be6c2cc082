import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { http, HttpResponse } from 'msw';

import { worker } from '../mocks/browser.js';
import '../src/elements/plan-usage/plan-usage.js';
import type { PlanUsageElement } from '../src/elements/plan-usage/plan-usage.js';
import { found } from './acting.js';
import { face, told } from './faces.js';

type Args = Pick<PlanUsageElement, 'apiBase' | 'readOnly' | 'warnAt'>;
type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'Elements/plan-usage',
  component: 'plan-usage',
  args: { apiBase: '/api/billing/accounts/acc_1', readOnly: false, warnAt: null },
  render: ({ apiBase, readOnly, warnAt }) => html`
    <plan-usage api-base=${apiBase ?? ''} ?read-only=${readOnly} .warnAt=${warnAt}></plan-usage>
  `,
};

export default meta;

/** Prepaid credits, and how many sessions they still pay for. */
export const Ready: Story = face('ready', 'plan-usage');

export const Loading: Story = face('loading', 'plan-usage');

/** The account holds no plan. */
export const Empty: Story = {
  ...face('empty', 'plan-usage'),
  loaders: [
    () => {
      worker.use(
        http.get('*/subscriptions/plan', () =>
          HttpResponse.json({ slot: 'plan', status: 'none', plan: null }),
        ),
      );
    },
  ],
};

/** One balance could not be read; the others are there. */
export const Partial: Story = face('partial', 'plan-usage');

/** A refresh failed; what was known stays. */
export const Stale: Story = face('stale', 'plan-usage');

export const Failed: Story = { name: 'Error', ...face('error', 'plan-usage') };

export const Denied: Story = face('denied', 'plan-usage');

export const SignedOut: Story = face('signed-out', 'plan-usage');

export const Offline: Story = face('offline', 'plan-usage');

/** The first day of an account that never paid. */
export const FirstDay: Story = { parameters: { billing: { world: 'empty' } } };

export const Trial: Story = { parameters: { billing: { world: 'trial' } } };

export const LowBalance: Story = { parameters: { billing: { world: 'low-balance' } } };

/** Used up, overdrawn, and an automatic reload that fails. */
export const PastDue: Story = { parameters: { billing: { world: 'past-due' } } };

/** An account that is managed by people: no actions, but the way to them. */
export const Enterprise: Story = { parameters: { billing: { world: 'enterprise' } } };

/** Unlimited sessions, large amounts and very long names. */
export const Huge: Story = { parameters: { billing: { world: 'huge' } } };

/** The page warns earlier than the server does. */
export const WarnsEarly: Story = { args: { warnAt: '0.5' } };

/** The server asks to wait. */
export const Busy: Story = {
  parameters: { billing: { fault: '429' } },
  play: async ({ canvasElement }) => {
    await told(await found(canvasElement, 'plan-usage'));
  },
};

export const ReadOnly: Story = {
  args: { readOnly: true },
  parameters: { billing: { world: 'enterprise' } },
};

export const Dark: Story = { globals: { scheme: 'dark' } };

export const Narrow: Story = { globals: { width: '320' } };

export const RightToLeft: Story = { globals: { language: 'ar' } };

export const PseudoLocale: Story = { globals: { language: 'en-XA' } };
