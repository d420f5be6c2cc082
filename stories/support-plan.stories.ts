import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { http, HttpResponse } from 'msw';

import { worker } from '../mocks/browser.js';
import { createMockBackend } from '../mocks/mock-backend.js';
import '../src/elements/support-plan/support-plan.js';
import type { SupportPlanElement } from '../src/elements/support-plan/support-plan.js';
import { chosen, pressed, shown } from './acting.js';
import { face } from './faces.js';

type Args = Pick<SupportPlanElement, 'apiBase' | 'readOnly'>;
type Story = StoryObj<Args>;

interface Canvas {
  readonly canvasElement: HTMLElement;
}

const meta: Meta<Args> = {
  title: 'Elements/support-plan',
  component: 'support-plan',
  args: { apiBase: '/api/billing/accounts/acc_1', readOnly: false },
  render: ({ apiBase, readOnly }) => html`
    <support-plan api-base=${apiBase ?? ''} ?read-only=${readOnly}></support-plan>
  `,
};

export default meta;

/** Lets the account's support plan be in another state. */
const holding = (change: object) => async (): Promise<void> => {
  const subscription = await createMockBackend().engine('acc_1').subscription('support');
  worker.use(
    http.get('*/subscriptions/support', () => HttpResponse.json({ ...subscription, ...change })),
  );
};

/** Bought, with what it entitles to. */
export const Ready: Story = face('ready', 'support-plan');

export const Loading: Story = face('loading', 'support-plan');

/** None is bought yet. */
export const Empty: Story = face('empty', 'support-plan');

/** The catalogue could not be read as a whole. */
export const Partial: Story = face('partial', 'support-plan');

/** A refresh failed; what was known stays. */
export const Stale: Story = face('stale', 'support-plan');

export const Failed: Story = { name: 'Error', ...face('error', 'support-plan') };

export const Denied: Story = face('denied', 'support-plan');

export const SignedOut: Story = face('signed-out', 'support-plan');

export const Offline: Story = face('offline', 'support-plan');

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** Every paid account has it. */
export const Basic: Story = { parameters: { billing: { world: 'past-due' } } };

/** Managed by people. */
export const Enterprise: Story = { parameters: { billing: { world: 'enterprise' } } };

export const RenewsSoon: Story = { loaders: [holding({ renewsAt: inDays(3) })] };

export const PaymentOverdue: Story = { loaders: [holding({ status: 'past_due' })] };

export const Paused: Story = { loaders: [holding({ status: 'paused' })] };

/** It can still be kept. */
export const EndScheduled: Story = {
  loaders: [holding({ renewsAt: null, scheduled: { type: 'cancel', at: inDays(17) } })],
};

export const ReadOnly: Story = { args: { readOnly: true } };

export const Huge: Story = { parameters: { billing: { world: 'huge' } } };

export const Dark: Story = { globals: { scheme: 'dark' } };

export const Narrow: Story = { globals: { width: '320' } };

export const RightToLeft: Story = { globals: { language: 'ar' } };

export const PseudoLocale: Story = { globals: { language: 'en-XA' } };

const changing = async ({ canvasElement }: Canvas): Promise<void> => {
  await pressed(canvasElement, 'change');
  await shown(canvasElement, 'plans');
};

const inDialog = { docs: { story: { inline: false, height: '48rem' } } };

export const Plans: Story = { parameters: inDialog, play: changing };

/** The same plans, paid by the year. */
export const PlansByTheYear: Story = {
  parameters: inDialog,
  play: async (canvas) => {
    await changing(canvas);
    await chosen(canvas.canvasElement, 'per year');
  },
};

const canceling = async ({ canvasElement }: Canvas): Promise<void> => {
  await pressed(canvasElement, 'cancel');
  await shown(canvasElement, 'losses');
};

/** From when, what is lost, and why: one step. */
export const Cancel: Story = { parameters: inDialog, play: canceling };

export const CancelNarrow: Story = {
  parameters: inDialog,
  globals: { width: '320' },
  play: canceling,
};

/** The server does not do it, and says why. */
export const CancelRefused: Story = {
  parameters: inDialog,
  loaders: [
    () => {
      worker.use(
        http.post('*/subscriptions/support/cancel', () =>
          HttpResponse.json(
            { status: 409, code: 'conflict' },
            { status: 409, headers: { 'Content-Type': 'application/problem+json' } },
          ),
        ),
      );
    },
  ],
  play: async (canvas) => {
    await canceling(canvas);
    const dialog = await shown(canvas.canvasElement, 'dialog');
    const final = (): HTMLButtonElement | null =>
      dialog.querySelector<HTMLButtonElement>('button[type="submit"]:not(:disabled)');
    while (!final()) await new Promise((resolve) => requestAnimationFrame(resolve));
    final()?.click();
    await shown(canvas.canvasElement, 'problem');
  },
};
