import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { http, HttpResponse } from 'msw';

import { worker } from '../mocks/browser.js';
import { backendHandlers } from '../mocks/handlers.js';
import { createMockBackend } from '../mocks/mock-backend.js';
import type { Plan } from '../src/billing/types.js';
import '../src/elements/plan-usage/plan-usage.js';
import { chosen, pressed, shown } from './acting.js';

type Story = StoryObj;
interface Canvas {
  readonly canvasElement: HTMLElement;
}

const account = '/api/billing/accounts/acc_1';

const meta: Meta = {
  title: 'Dialogs/Change plan',
  render: () => html`<plan-usage api-base=${account}></plan-usage>`,
  beforeEach: () => {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith('billing-elements ')) localStorage.removeItem(name);
    }
  },
  parameters: { docs: { story: { inline: false, height: '48rem' } } },
};

export default meta;

const opened = async ({ canvasElement }: Canvas): Promise<void> => {
  await pressed(canvasElement, 'change');
  await shown(canvasElement, 'dialog');
};

const withPlans = async ({ canvasElement }: Canvas): Promise<void> => {
  await opened({ canvasElement });
  await shown(canvasElement, 'plans');
};

/** Lets the server offer other plans than it would. */
const offering = (change: (plans: Plan[]) => Plan[]) => async (): Promise<void> => {
  const backend = createMockBackend();
  const { items } = await backend.engine('acc_1').plans('plan');
  worker.use(http.get('*/plans', () => HttpResponse.json({ items: change(items) })));
};

/** The account's own plan is marked, and the server's suggestion says why. */
export const Plans: Story = { play: withPlans };

/** The account holds a plan that is in nobody's catalogue. */
export const FromATrial: Story = {
  parameters: { billing: { world: 'trial' } },
  play: withPlans,
};

/** Up and down from here. */
export const FromTheMiddle: Story = {
  loaders: [
    offering((plans) =>
      plans.map((plan, index) => ({
        ...plan,
        recommended: false,
        change: ['downgrade', 'current', 'upgrade', 'contact'][index] ?? 'switch',
      })),
    ),
  ],
  play: withPlans,
};

export const NoOtherPlan: Story = {
  loaders: [offering((plans) => plans.slice(0, 1))],
  play: withPlans,
};

/** More plans than fit beside each other. */
export const ManyPlans: Story = {
  loaders: [
    offering((plans) => [
      ...plans,
      ...plans
        .slice(1)
        .map((plan) => ({ ...plan, id: `${plan.id}_year`, name: `${plan.name}, yearly` })),
    ]),
  ],
  play: withPlans,
};

export const Loading: Story = {
  loaders: [
    () => {
      worker.use(http.get('*/plans', () => new Promise<never>(() => undefined)));
    },
  ],
  play: opened,
};

export const Failed: Story = {
  name: 'Error',
  loaders: [
    () => {
      worker.use(
        http.get('*/plans', () =>
          HttpResponse.json(
            { type: 'about:blank', status: 404, code: 'not_found', requestId: 'req_1' },
            { status: 404, headers: { 'Content-Type': 'application/problem+json' } },
          ),
        ),
      );
    },
  ],
  play: async ({ canvasElement }) => {
    await opened({ canvasElement });
    await shown(canvasElement, 'retry');
  },
};

/** The payment page, in the same dialog. */
export const Review: Story = {
  play: async ({ canvasElement }) => {
    await withPlans({ canvasElement });
    await pressed(canvasElement, 'choose');
    await shown(canvasElement, 'confirm');
  },
};

export const Changed: Story = {
  play: async ({ canvasElement }) => {
    await withPlans({ canvasElement });
    await pressed(canvasElement, 'choose');
    await chosen(canvasElement, 'I agree');
    await pressed(canvasElement, 'confirm');
    await shown(canvasElement, 'done');
  },
};

/** A change waits for the end of the period, and can be undone until then. */
export const Scheduled: Story = {
  loaders: [
    async () => {
      const backend = createMockBackend();
      const engine = backend.engine('acc_1');
      const order = { when: 'now', paymentOptionId: 'pm_visa_4242' } as const;
      await engine.changePlan(
        'plan',
        { planId: 'plan_advanced', ...order },
        { idempotencyKey: 'the-story-goes-up' },
      );
      await engine.changePlan(
        'plan',
        { planId: 'plan_essential', when: 'period_end' },
        { idempotencyKey: 'the-story-goes-down' },
      );
      worker.resetHandlers(...backendHandlers(backend));
    },
  ],
};

/** Very long names, other scripts and emoji. */
export const Huge: Story = { parameters: { billing: { world: 'huge' } }, play: withPlans };

export const Dark: Story = { globals: { scheme: 'dark' }, play: withPlans };

export const RightToLeft: Story = {
  globals: { language: 'ar' },
  play: withPlans,
};

/** On a phone two plans are compared at a time. */
export const Phone: Story = {
  globals: { viewport: { value: 'mobile1', isRotated: false } },
  play: withPlans,
};
