import type { BillingApi } from '../../../src/api/billing-api.js';
import type { Invoice, InvoiceDetail, InvoicePdf } from '../../../src/billing/types.js';
import type { InvoiceListElement } from '../../../src/elements/invoice-list/invoice-list.js';
import { invoice, invoicesFrom, InvoiceServer } from '../invoice-pages.js';
import { detailOf } from '../invoices.js';
import { asData } from '../pseudo/marked-data.js';
import { failing, unanswered } from '../serving.js';
import type { State, Stage } from './stage.js';

async function listed(
  stage: Stage,
  invoices: readonly Invoice[],
  answers: Partial<BillingApi> = {},
  properties: Partial<InvoiceListElement> = {},
): Promise<void> {
  const server = new InvoiceServer(invoices);
  const client = stage.client({ invoices: server.invoices, ...answers });
  await stage.put('invoice-list', { client, ...properties });
  await stage.until(
    () => stage.place.firstElementChild?.matches(':state(ready), :state(empty)'),
    'list',
  );
  await stage.turn();
}

const statuses = ['draft', 'open', 'paid', 'past_due', 'void', 'uncollectible', 'refunded'];

/** One of each kind that a server can tell of. */
const everyKind: readonly Invoice[] = [
  ...statuses.map((status, at) =>
    invoice(at + 1, {
      status,
      dueDate: '2026-03-26',
      kind: ['plan', 'usage', 'support', 'top_up', 'other'][at % 5] ?? 'plan',
      ...(at % 2 && { description: 'Sessions above the allowance' }),
      ...(status === 'past_due' && {
        payment: { failed: true, nextAttemptAt: '2026-03-21T10:00:00Z', canPay: true },
      }),
      ...(status === 'open' && { payment: { failed: true, canPay: true } }),
    }),
  ),
  { id: 'bare', number: null, status: 'paid', date: '2025-01-02', total: usd('3.00'), pdf: false },
];

function usd(amount: string) {
  return { amount, currency: 'USD' };
}

const full: InvoiceDetail = detailOf('USD', {
  notes: 'Thank you.',
  taxes: [
    { name: 'Sales tax', rate: '8.25', inclusive: false, amount: usd('8.25') },
    { name: 'City tax', inclusive: true, amount: usd('1.00') },
  ],
  creditsApplied: usd('5.00'),
  amountPaid: usd('100.00'),
  amountDue: usd('3.25'),
});

async function filed(stage: Stage, invoicePdf: BillingApi['invoicePdf']): Promise<void> {
  await listed(stage, invoicesFrom(1), {
    invoicePdf,
    invoice: () => Promise.resolve(full),
  });
  await stage.press('download');
}

const said = (stage: Stage): Promise<unknown> =>
  stage.found('[part~="file-status"] :is(.fault, .button)');

async function archived(stage: Stage, invoicePdf: BillingApi['invoicePdf']): Promise<void> {
  await listed(stage, invoicesFrom(3), { invoicePdf, invoice: failing('not_found') });
  await stage.found('thead [part~="choice"]').then((box) => {
    box.click();
  });
  await stage.press('download-chosen');
}

const file: InvoicePdf = { kind: 'file', file: new Blob(['%PDF-1.7']) };

async function asking(stage: Stage, answers: Partial<BillingApi> = {}): Promise<void> {
  await listed(stage, invoicesFrom(30), answers);
  await stage.found('thead [part~="choice"]').then((box) => {
    box.click();
  });
}

/** The first page of twenty, and of a hundred where all are wanted, is answered; nothing after it. */
const firstPageOnly: BillingApi['invoices'] = (query, options) =>
  query.cursor === undefined
    ? new InvoiceServer(invoicesFrom(250)).invoices(query)
    : unanswered(query, options);

export const invoiceListStates: readonly State[] = [
  ...(['standard', 'past-due', 'enterprise', 'huge'] as const).map((world) => ({
    name: `invoice-list of the world ${world}`,
    play: async (stage: Stage) => {
      await stage.put('invoice-list', { client: stage.client({}, world), pageSize: 5 });
      await stage.until(
        () => stage.place.firstElementChild?.matches(':state(ready), :state(denied)'),
        'list',
      );
      await stage.turn();
    },
  })),
  {
    name: 'invoice-list, invoices of every kind',
    play: (stage) => listed(stage, everyKind, { invoice: () => Promise.resolve(full) }),
  },
  {
    name: 'invoice-list, the lines of an invoice',
    play: async (stage) => {
      await listed(stage, invoicesFrom(2), { invoice: () => Promise.resolve(full) });
      await stage.press('details');
      await stage.shown('lines');
    },
  },
  {
    name: 'invoice-list, lines that cannot be had',
    play: async (stage) => {
      await listed(stage, invoicesFrom(2), { invoice: failing('timeout') });
      await stage.press('details');
      await stage.shown('retry');
    },
  },
  {
    name: 'invoice-list, one page of several',
    play: async (stage) => {
      await listed(stage, invoicesFrom(45));
      await stage.press('next-page');
      await stage.found('[part~="pages"].above');
    },
  },
  {
    name: 'invoice-list, the next page on its way',
    play: async (stage) => {
      await listed(stage, [], { invoices: firstPageOnly });
      await stage.press('next-page');
    },
  },
  {
    name: 'invoice-list, a page with nothing on it',
    play: async (stage) => {
      const invoices: BillingApi['invoices'] = (query) =>
        Promise.resolve(
          query.cursor === undefined
            ? { items: invoicesFrom(3), nextCursor: 'next' }
            : { items: [], nextCursor: null },
        );
      await listed(stage, [], { invoices });
      await stage.press('next-page');
      await stage.shown('empty');
    },
  },
  { name: 'invoice-list, nothing yet', play: (stage) => listed(stage, []) },
  {
    name: 'invoice-list, nothing that matches',
    play: (stage) => listed(stage, [], {}, { status: asData('lost'), from: '2026-01-01' }),
  },
  {
    name: 'invoice-list, days in the wrong order',
    play: async (stage) => {
      const client = stage.client();
      await stage.put('invoice-list', { client, from: '2026-03-01', to: '2026-01-01' });
      await stage.found('#day-fault:not(:empty)');
    },
  },
  {
    name: 'invoice-list, days that are none',
    play: async (stage) => {
      await stage.put('invoice-list', { client: stage.client(), from: 'soon' });
      await stage.found('#day-fault:not(:empty)');
    },
  },
  { name: 'invoice-list, a page chosen', play: asking },
  {
    name: 'invoice-list, all that match being chosen',
    play: async (stage) => {
      await asking(stage, { invoices: firstPageOnly });
      await stage.press('choose-all');
      await stage.shown('stop-choosing');
    },
  },
  {
    name: 'invoice-list, a file on its way',
    play: async (stage) => {
      await filed(stage, unanswered);
      await stage.shown('file-cancel');
    },
  },
  {
    name: 'invoice-list, a file saved',
    play: async (stage) => {
      await filed(stage, () => Promise.resolve(file));
      await stage.found('[part~="file-status"] [role="status"]:not(:empty)');
    },
  },
  {
    name: 'invoice-list, a file to be opened',
    play: async (stage) => {
      await filed(stage, () =>
        Promise.resolve({ kind: 'link', url: 'https://files.example.com/1' }),
      );
      await stage.turn();
    },
  },
  {
    name: 'invoice-list, an invoice on paper',
    play: async (stage) => {
      // No font at hand draws the brackets of this language.
      await filed(stage, failing('not_supported', { status: 501 }));
      await stage.press('print');
      await stage.until(() => document.querySelector('iframe'), 'frame to print');
    },
  },
  {
    name: 'invoice-list, a file that cannot be had',
    play: async (stage) => {
      await filed(stage, failing('upstream_unavailable'));
      await said(stage);
    },
  },
  {
    name: 'invoice-list, files being collected',
    play: async (stage) => {
      await archived(stage, unanswered);
      await stage.shown('archive-cancel');
    },
  },
  {
    name: 'invoice-list, files collected, one missing',
    play: async (stage) => {
      await archived(stage, (id) =>
        id.endsWith('2') ? failing('not_found')() : Promise.resolve(file),
      );
      await stage.found('[part~="archive-status"] .fault bdi');
    },
  },
  {
    name: 'invoice-list, files that cannot be had',
    play: async (stage) => {
      await archived(stage, failing('not_found'));
      await stage.found('[part~="archive-status"] .fault');
    },
  },
  {
    name: 'invoice-list, on its way to a file',
    play: async (stage) => {
      await listed(stage, [], { invoices: firstPageOnly });
      await stage.press('export');
      await stage.shown('export-cancel');
    },
  },
  {
    name: 'invoice-list, not in a file',
    play: async (stage) => {
      await listed(stage, invoicesFrom(3));
      const failingFrom = stage.client({ invoices: failing('timeout') });
      const [list] = stage.place.children;
      Object.assign((list as InvoiceListElement).client ?? {}, { invoices: failingFrom.invoices });
      await stage.press('export');
      await stage.found('[part~="export-status"].danger');
    },
  },
  {
    name: 'invoice-list, an invoice on its payment page',
    play: async (stage) => {
      await stage.put('invoice-list', { client: stage.client({}, 'past-due') });
      await stage.press('pay');
      await stage.shown('confirm');
    },
  },
];
