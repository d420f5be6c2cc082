import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { http, HttpResponse } from 'msw';

import { worker } from '../mocks/browser.js';
import '../src/elements/plan-usage/plan-usage.js';
import { chosen, pressed, shown, typed } from './acting.js';

type Story = StoryObj;
interface Canvas {
  readonly canvasElement: HTMLElement;
}

const account = '/api/billing/accounts/acc_1';

const meta: Meta = {
  title: 'Dialogs/Reload',
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
  await pressed(canvasElement, 'reload');
  await shown(canvasElement, 'continue');
};

const withOtherAmount = async ({ canvasElement }: Canvas, amount: string): Promise<void> => {
  await opened({ canvasElement });
  await chosen(canvasElement, 'Other amount');
  await typed(canvasElement, 'free-amount', amount);
};

const withSettings = async ({ canvasElement }: Canvas): Promise<void> => {
  await pressed(canvasElement, 'change-auto-reload');
  await chosen(canvasElement, 'Reload automatically');
  await shown(canvasElement, 'save');
};

/** What the server offers, each told in what it pays for. */
export const Amounts: Story = { play: opened };

/** Any amount within the bounds, told in units while it is typed. */
export const OtherAmount: Story = {
  play: (canvas) => withOtherAmount(canvas, '1,250'),
};

/** What is wrong stands at the field, which keeps what was typed. */
export const SomethingWrong: Story = {
  play: async ({ canvasElement }) => {
    await withOtherAmount({ canvasElement }, '99.99');
    await chosen(canvasElement, 'Reload automatically');
    await typed(canvasElement, 'threshold', 'fifty');
    await pressed(canvasElement, 'continue');
  },
};

/** It goes on by itself from then on. */
export const WithAutomaticReload: Story = {
  play: async ({ canvasElement }) => {
    await opened({ canvasElement });
    await chosen(canvasElement, 'Reload automatically');
  },
};

/** Automatic reload needs a first reload: it may be asked for along with that. */
export const FirstReload: Story = {
  parameters: { billing: { world: 'empty' } },
  play: async ({ canvasElement }) => {
    await opened({ canvasElement });
    await chosen(canvasElement, 'Reload automatically');
  },
};

/** The last automatic reload could not be paid. */
export const FailingAutomaticReload: Story = {
  parameters: { billing: { world: 'past-due' } },
  play: opened,
};

/** The payment page, in the same dialog. */
export const Review: Story = {
  play: async ({ canvasElement }) => {
    await opened({ canvasElement });
    await pressed(canvasElement, 'continue');
    await shown(canvasElement, 'confirm');
  },
};

/** The payment service cannot be reached: nothing that was typed is lost. */
export const NoPayment: Story = {
  loaders: [
    () => {
      worker.use(http.get('*/payment-options', () => HttpResponse.error()));
    },
  ],
  play: async ({ canvasElement }) => {
    await withOtherAmount({ canvasElement }, '333');
    await pressed(canvasElement, 'continue');
    await shown(canvasElement, 'retry');
  },
};

export const Reloaded: Story = {
  play: async ({ canvasElement }) => {
    await opened({ canvasElement });
    await pressed(canvasElement, 'continue');
    await chosen(canvasElement, 'I agree');
    await pressed(canvasElement, 'confirm');
    await shown(canvasElement, 'done');
  },
};

/** Automatic reload alone, without buying anything now. */
export const AutomaticReload: Story = { play: withSettings };

/** What the server refuses stands at its field. */
export const AutomaticReloadRefused: Story = {
  loaders: [
    () => {
      const errors = [{ pointer: '/amount/amount', detail: 'Is above your limit of 80.00.' }];
      worker.use(
        http.put('*/auto-top-up', () =>
          HttpResponse.json(
            { type: 'about:blank', status: 422, code: 'invalid_request', errors },
            { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
          ),
        ),
      );
    },
  ],
  play: async ({ canvasElement }) => {
    await withSettings({ canvasElement });
    await pressed(canvasElement, 'save');
    await shown(canvasElement, 'problem');
  },
};

export const AutomaticReloadFailed: Story = {
  loaders: [
    () => {
      worker.use(http.put('*/auto-top-up', () => HttpResponse.error()));
    },
  ],
  play: async ({ canvasElement }) => {
    await withSettings({ canvasElement });
    await pressed(canvasElement, 'save');
  },
};

export const Dark: Story = {
  globals: { scheme: 'dark' },
  play: (canvas) => withOtherAmount(canvas, '1,250'),
};

export const RightToLeft: Story = {
  globals: { language: 'ar' },
  play: opened,
};

export const Phone: Story = {
  globals: { viewport: { value: 'mobile1', isRotated: false } },
  play: (canvas) => withOtherAmount(canvas, '1,250'),
};
