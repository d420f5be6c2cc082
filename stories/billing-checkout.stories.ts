import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { http, HttpResponse } from 'msw';

import { worker } from '../mocks/browser.js';
import { backendHandlers, billingHandlers } from '../mocks/handlers.js';
import { createMockBackend } from '../mocks/mock-backend.js';
import type { ChangePreview } from '../src/billing/types.js';
import '../src/elements/billing-checkout/billing-checkout.js';
import type { BillingCheckoutElement } from '../src/elements/billing-checkout/billing-checkout.js';
import { face } from './faces.js';

type Args = Pick<
  BillingCheckoutElement,
  | 'apiBase'
  | 'amount'
  | 'autoTopUp'
  | 'balanceId'
  | 'invoiceId'
  | 'operationId'
  | 'planId'
  | 'purpose'
  | 'readOnly'
>;
type Story = StoryObj<Args>;

/** A payment page that is left would take the story with it. */
const stay = (event: Event): void => {
  event.preventDefault();
};

const meta: Meta<Args> = {
  title: 'Elements/billing-checkout',
  component: 'billing-checkout',
  args: {
    apiBase: '/api/billing/accounts/acc_1',
    amount: null,
    autoTopUp: undefined,
    balanceId: null,
    invoiceId: null,
    operationId: null,
    planId: null,
    purpose: 'plan',
    readOnly: false,
  },
  argTypes: {
    purpose: { control: 'select', options: ['plan', 'support', 'top_up', 'invoice'] },
  },
  render: (args) => html`
    <billing-checkout
      api-base=${args.apiBase ?? nothing}
      purpose=${args.purpose ?? nothing}
      plan-id=${args.planId ?? nothing}
      balance-id=${args.balanceId ?? nothing}
      invoice-id=${args.invoiceId ?? nothing}
      amount=${args.amount ?? nothing}
      operation-id=${args.operationId ?? nothing}
      ?read-only=${args.readOnly}
      .autoTopUp=${args.autoTopUp}
      @checkout-redirect=${stay}
    ></billing-checkout>
  `,
  // What one story has begun to buy is not under way in the next.
  beforeEach: () => {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith('billing-elements ')) localStorage.removeItem(name);
    }
  },
  parameters: { docs: { story: { inline: false, height: '40rem' } } },
};

export default meta;

const plan = { purpose: 'plan', planId: 'plan_essential' } as const;
const reload = { purpose: 'top_up', balanceId: 'credits', amount: '100.00' } as const;

/** Ready to be confirmed. */
export const Ready: Story = { args: plan, ...face('ready', 'billing-checkout') };

export const Loading: Story = { args: plan, ...face('loading', 'billing-checkout') };

/** Nothing to pay: the plan is the one that the account has. */
export const Empty: Story = {
  args: { purpose: 'plan', planId: 'plan_standard' },
  ...face('empty', 'billing-checkout', {}),
};

/** One way to pay could not be read; the others are there. */
export const Partial: Story = { args: plan, ...face('partial', 'billing-checkout') };

/** A refresh failed; what was known stays. */
export const Stale: Story = { args: plan, ...face('stale', 'billing-checkout') };

export const Failed: Story = { name: 'Error', args: plan, ...face('error', 'billing-checkout') };

export const Denied: Story = { args: plan, ...face('denied', 'billing-checkout') };

export const SignedOut: Story = { args: plan, ...face('signed-out', 'billing-checkout') };

export const Offline: Story = { args: plan, ...face('offline', 'billing-checkout') };

/** A dearer plan, at once: prorated, with tax, and with what comes next. */
export const Upgrade: Story = { args: plan };

/** A cheaper plan, when the period ends: nothing is charged now. */
export const Downgrade: Story = {
  args: { purpose: 'support', planId: 'support_basic' },
};

/** Credits, by one of the amounts on offer. */
export const Reload: Story = { args: reload };

/** Together with an automatic reload, which not every way to pay can do. */
export const ReloadThatRepeats: Story = {
  args: {
    ...reload,
    autoTopUp: {
      enabled: true,
      threshold: '50.00',
      amount: { amount: '100.00', currency: 'USD' },
    },
  },
};

/** An invoice that is overdue. */
export const OpenInvoice: Story = {
  args: { purpose: 'invoice' },
  parameters: { billing: { world: 'past-due' } },
  loaders: [
    async () => {
      const answer = await fetch('/api/billing/accounts/acc_1/invoices?status=past_due');
      const { items } = (await answer.json()) as { items: { id: string }[] };
      return { invoiceId: items[0]?.id ?? null };
    },
  ],
  render: ({ apiBase }, { loaded }) => html`
    <billing-checkout
      api-base=${apiBase ?? nothing}
      purpose="invoice"
      invoice-id=${String(loaded['invoiceId'])}
    ></billing-checkout>
  `,
};

/** The server can only estimate, for example because the tax is not known yet. */
export const AnEstimate: Story = {
  args: plan,
  loaders: [
    () => {
      previewWith((preview) => ({ ...preview, exact: false }));
    },
  ],
};

/** The server has no preview: the page says so, and prints no figure of its own. */
export const NoPreview: Story = {
  args: plan,
  loaders: [
    () => {
      worker.use(http.post('*/preview', () => problem(404, 'not_supported')));
    },
  ],
};

/** The person wanted to go on before they had agreed. */
export const SomethingMissing: Story = {
  args: plan,
  play: async ({ canvasElement }) => {
    await pressed(canvasElement, 'confirm');
  },
};

/** The order is on its way. */
export const Sending: Story = {
  args: plan,
  loaders: [
    () => {
      worker.use(http.post('*/change', () => new Promise<never>(() => undefined)));
    },
  ],
  play: async ({ canvasElement }) => {
    await ordered(canvasElement);
  },
};

/** The figures were too old: new ones are there, and are agreed to anew. */
export const NewFigures: Story = {
  args: plan,
  loaders: [
    () => {
      worker.use(http.post('*/change', () => problem(409, 'preview_expired')));
    },
  ],
  play: async ({ canvasElement }) => {
    await ordered(canvasElement);
    await shown(canvasElement, 'notice');
  },
};

/** What the server refuses stands at its field. */
export const RefusedField: Story = {
  args: reload,
  loaders: [
    () => {
      const errors = [{ pointer: '/paymentOptionId', detail: 'This card has expired.' }];
      worker.use(http.post('*/top-up', () => problem(422, 'invalid_request', errors)));
    },
  ],
  play: async ({ canvasElement }) => {
    await ordered(canvasElement);
    await shown(canvasElement, 'problem');
  },
};

export const Completed: Story = { args: plan, play: ordersAndWaits };

/** It takes effect later. */
export const Scheduled: Story = {
  args: plan,
  loaders: [
    () => {
      const operation = { id: 'op_1', status: 'scheduled', effectiveAt: '2026-04-01T04:00:00Z' };
      worker.use(http.post('*/change', () => HttpResponse.json(operation)));
    },
  ],
  play: ordersAndWaits,
};

/** The payment goes on at the provider's page, or would: here the host page stays. */
export const AtTheProvider: Story = {
  args: reload,
  play: async ({ canvasElement }) => {
    await ordered(canvasElement, 'PayPal');
    await shown(canvasElement, 'outcome');
  },
};

/** Back from the provider, who has not answered yet. */
export const NotConfirmedYet: Story = {
  args: { ...reload, operationId: 'op_1' },
  loaders: [
    () => {
      const operation = { id: 'op_1', status: 'pending' };
      worker.use(http.get('*/operations/*', () => HttpResponse.json(operation)));
    },
  ],
};

/** A transfer, with what to tell the bank. */
export const Transfer: Story = {
  args: reload,
  play: async ({ canvasElement }) => {
    await ordered(canvasElement, 'Wire');
    await shown(canvasElement, 'instructions');
  },
};

/** The provider has declined. */
export const Declined: Story = {
  args: plan,
  loaders: [
    () => {
      const backend = createMockBackend();
      backend.engine('acc_1').simulate.decline(true);
      worker.resetHandlers(...backendHandlers(backend));
    },
  ],
  play: ordersAndWaits,
};

/** The order went out and no answer came: nothing else goes out before that is known. */
export const LostAnswer: Story = {
  args: plan,
  loaders: [
    () => {
      worker.use(http.post('*/change', () => HttpResponse.error()));
    },
  ],
  play: ordersAndWaits,
};

/** The server names an address that is not safe to open. */
export const UnsafeAddress: Story = {
  args: reload,
  loaders: [
    () => {
      const operation = { id: 'op_1', status: 'redirect', url: 'javascript:alert(1)' };
      worker.use(
        http.post('*/top-up', () => HttpResponse.json(operation)),
        http.get('*/operations/*', () => HttpResponse.json(operation)),
      );
    },
  ],
  play: ordersAndWaits,
};

/** An account that is managed by people. */
export const Enterprise: Story = { args: plan, parameters: { billing: { world: 'enterprise' } } };

/** The payment service cannot be reached. */
export const Unreachable: Story = { args: plan, parameters: { billing: { fault: 'offline' } } };

export const ReadOnly: Story = { args: { ...plan, readOnly: true } };

/** Very long names, other scripts and emoji. */
export const Huge: Story = { args: plan, parameters: { billing: { world: 'huge' } } };

export const Dark: Story = { args: plan, globals: { scheme: 'dark' } };

export const Narrow: Story = { args: plan, globals: { width: '320' } };

export const RightToLeft: Story = { args: plan, globals: { language: 'ar' } };

export const PseudoLocale: Story = { args: plan, globals: { language: 'en-XA' } };

function problem(status: number, code: string, errors: readonly object[] = []): Response {
  const body = JSON.stringify({ type: 'about:blank', status, code, errors });
  return new Response(body, { status, headers: { 'Content-Type': 'application/problem+json' } });
}

async function ordersAndWaits({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  await ordered(canvasElement);
  await shown(canvasElement, 'outcome');
}

/** Lets the server preview something else than it would. */
function previewWith(change: (preview: ChangePreview) => ChangePreview): void {
  const backend = createMockBackend();
  worker.resetHandlers(
    http.post('*/preview', async ({ request }) => {
      const answer = await backend.handle(request);
      return HttpResponse.json(change((await answer.json()) as ChangePreview));
    }),
    ...billingHandlers(),
  );
}

/** Waits until something of a part is on screen, and can be used. */
async function shown(canvas: HTMLElement, part: string): Promise<HTMLElement> {
  const find = () =>
    canvas
      .querySelector('billing-checkout')
      ?.shadowRoot?.querySelector<HTMLElement>(
        `[part~="${part}"]:not(:disabled, [hidden], .visually-hidden)`,
      );
  for (let found = find(); ; found = find()) {
    if (found) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

async function pressed(canvas: HTMLElement, part: string): Promise<void> {
  const button = await shown(canvas, part);
  button.click();
}

/** Chooses a way to pay, if it is named, agrees, and orders. */
async function ordered(canvas: HTMLElement, way?: string): Promise<void> {
  await shown(canvas, 'confirm');
  if (way !== undefined) {
    const choices = canvas
      .querySelector('billing-checkout')
      ?.shadowRoot?.querySelectorAll<HTMLElement>('[part~="way"]');
    [...(choices ?? [])].find(({ textContent }) => textContent.includes(way))?.click();
  }
  const consent = await shown(canvas, 'consent');
  consent.click();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await pressed(canvas, 'confirm');
}
