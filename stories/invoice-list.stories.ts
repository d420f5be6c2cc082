import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { http, HttpResponse } from 'msw';

import { worker } from '../mocks/browser.js';
import '../src/elements/invoice-list/invoice-list.js';
import type { InvoiceListElement } from '../src/elements/invoice-list/invoice-list.js';
import { pressed, shown } from './acting.js';
import { face } from './faces.js';

type Args = Pick<
  InvoiceListElement,
  'apiBase' | 'readOnly' | 'pageSize' | 'order' | 'status' | 'from' | 'to'
>;
type Story = StoryObj<Args>;

interface Canvas {
  readonly canvasElement: HTMLElement;
}

const meta: Meta<Args> = {
  title: 'Elements/invoice-list',
  component: 'invoice-list',
  args: {
    apiBase: '/api/billing/accounts/acc_1',
    readOnly: false,
    pageSize: 20,
    order: null,
    status: null,
    from: null,
    to: null,
  },
  render: ({ apiBase, from, order, pageSize, readOnly, status, to }) => html`
    <invoice-list
      api-base=${apiBase ?? ''}
      page-size=${pageSize}
      order=${order ?? nothing}
      status=${status ?? nothing}
      from=${from ?? nothing}
      to=${to ?? nothing}
      ?read-only=${readOnly}
    ></invoice-list>
  `,
};

export default meta;

const invoiceOf = (number: number): object => ({
  id: `inv-${number}`,
  number: `INV-${String(number).padStart(4, '0')}`,
  status: number % 9 === 0 ? 'refunded' : 'paid',
  date: `20${String(22 + Math.floor(number / 12)).padStart(2, '0')}-${String(1 + (number % 12)).padStart(2, '0')}-05`,
  kind: number % 3 === 0 ? 'top_up' : 'support',
  description: number % 3 === 0 ? 'Reload of credits' : 'Standard Support, monthly',
  total: { amount: `${90 + number * 10}.00`, currency: 'USD' },
  paymentMethod: number % 3 === 0 ? 'PayPal' : 'Visa •••• 4242',
});

/** Lets the account have just these invoices; past `failsAt` the server has none to give. */
const holding =
  (invoices: readonly object[], failsAt = Infinity) =>
  (): void => {
    worker.use(
      http.get('*/invoices/upcoming', () => problem(404, 'not_found')),
      http.get('*/invoices', ({ request }) => {
        const query = new URL(request.url).searchParams;
        const start = Number(query.get('cursor') ?? '0');
        if (start >= failsAt) return problem(503, 'upstream_unavailable');
        const end = start + Number(query.get('limit') ?? '20');
        const ordered = query.get('order') === 'asc' ? invoices.toReversed() : invoices;
        return HttpResponse.json({
          items: ordered.slice(start, end),
          nextCursor: end < ordered.length ? String(end) : null,
        });
      }),
    );
  };

const problem = (status: number, code: string): Response =>
  new Response(JSON.stringify({ status, code }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });

const many = (count: number): object[] =>
  Array.from({ length: count }, (_, index) => invoiceOf(count - index));

/** Invoices of every kind, with the next one on top. */
export const Ready: Story = face('ready', 'invoice-list');

export const Loading: Story = face('loading', 'invoice-list');

export const Empty: Story = face('empty', 'invoice-list');

/** One invoice could not be read; the others are there. */
export const Partial: Story = face('partial', 'invoice-list');

/** A refresh failed; what was known stays. */
export const Stale: Story = face('stale', 'invoice-list');

export const Failed: Story = { name: 'Error', ...face('error', 'invoice-list') };

export const Denied: Story = face('denied', 'invoice-list');

export const SignedOut: Story = face('signed-out', 'invoice-list');

export const Offline: Story = face('offline', 'invoice-list');

/** The last payment failed: when it is tried again, and the way to pay. */
export const PastDue: Story = { parameters: { billing: { world: 'past-due' } } };

export const One: Story = { loaders: [holding(many(1))] };

export const FortySeven: Story = { loaders: [holding(many(47))] };

/** Ten thousand, with names of all scripts; one page of them is there. */
export const Huge: Story = { parameters: { billing: { world: 'huge' } } };

/** Credit notes, currencies without and with three decimals, and a status that nobody knows yet. */
export const Amounts: Story = {
  loaders: [
    holding([
      {
        ...invoiceOf(5),
        status: 'open',
        dueDate: '2030-01-31',
        total: { amount: '-120.50', currency: 'EUR' },
        description: 'Credit note for December',
      },
      { ...invoiceOf(4), total: { amount: '15000', currency: 'JPY' } },
      { ...invoiceOf(3), total: { amount: '-5.125', currency: 'KWD' } },
      { ...invoiceOf(2), total: { amount: '123456789.00', currency: 'INR' }, status: 'in_dispute' },
      { ...invoiceOf(1), number: null, status: 'draft', kind: 'roaming', description: undefined },
    ]),
  ],
};

export const SecondPage: Story = {
  loaders: [holding(many(47))],
  play: async ({ canvasElement }: Canvas) => {
    await pressed(canvasElement, 'next-page');
    await shown(canvasElement, 'table');
  },
};

/** The page before stays, with why the next one is not there. */
export const PageFailed: Story = {
  loaders: [holding(many(47), 20)],
  play: async ({ canvasElement }: Canvas) => {
    await pressed(canvasElement, 'next-page');
    await shown(canvasElement, 'retry');
  },
};

export const OldestFirst: Story = { args: { order: 'asc' } };

export const Filtered: Story = { args: { status: 'paid', from: '2025-12-01', to: '2026-12-31' } };

export const NothingMatches: Story = { args: { status: 'uncollectible' } };

export const ImpossibleDays: Story = { args: { from: '2026-03-01', to: '2026-01-01' } };

/** What an invoice is made of. */
export const Lines: Story = {
  parameters: { billing: { world: 'past-due' } },
  play: async ({ canvasElement }: Canvas) => {
    await pressed(canvasElement, 'details');
    await shown(canvasElement, 'lines');
  },
};

export const Chosen: Story = {
  play: async ({ canvasElement }: Canvas) => {
    await pressed(canvasElement, 'choice');
    await shown(canvasElement, 'chosen');
  },
};

/** The payment page for one invoice. */
export const Pay: Story = {
  parameters: {
    billing: { world: 'past-due' },
    docs: { story: { inline: false, height: '48rem' } },
  },
  play: async ({ canvasElement }: Canvas) => {
    await pressed(canvasElement, 'pay');
    await shown(canvasElement, 'checkout');
  },
};

/** The list as a file stops where a page cannot be had: nothing is handed over. */
export const ExportFailed: Story = {
  loaders: [holding(many(247), 100)],
  play: async ({ canvasElement }: Canvas) => {
    await pressed(canvasElement, 'export');
    await shown(canvasElement, 'export-status');
  },
};

/** Invoices go through people here: who helps, and no list. */
export const Enterprise: Story = { parameters: { billing: { world: 'enterprise' } } };

export const ReadOnly: Story = {
  args: { readOnly: true },
  parameters: { billing: { world: 'past-due' } },
};

export const Dark: Story = { globals: { scheme: 'dark' } };

/** Rows as cards; a table all the same for those who do not see it. */
export const Narrow: Story = { globals: { width: '320' } };

export const NarrowLines: Story = {
  globals: { width: '320' },
  parameters: { billing: { world: 'past-due' } },
  play: async ({ canvasElement }: Canvas) => {
    await pressed(canvasElement, 'details');
    await shown(canvasElement, 'lines');
  },
};

export const RightToLeft: Story = { globals: { language: 'ar' } };

export const PseudoLocale: Story = { globals: { language: 'en-XA' } };
