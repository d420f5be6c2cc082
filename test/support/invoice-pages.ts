import { html } from 'lit';

import type { BillingApi } from '../../src/api/billing-api.js';
import type { Invoice, InvoicePage, InvoiceQuery } from '../../src/billing/types.js';
import '../../src/elements/invoice-list/invoice-list.content.js';
import '../../src/elements/invoice-list/invoice-list.js';
import type { InvoiceListElement } from '../../src/elements/invoice-list/invoice-list.js';
import { mount, parts, textOf } from './mount.js';
import { serving } from './serving.js';

/** An invoice as plain as can be, with some of it changed. */
export function invoice(number: number, change: Partial<Invoice> = {}): Invoice {
  const name = `N-${String(number).padStart(5, '0')}`;
  return {
    id: name.toLowerCase(),
    number: name,
    date: `2025-${String(1 + (Math.floor(number / 28) % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`,
    status: 'paid',
    kind: 'usage',
    total: { amount: `${number}.00`, currency: 'USD' },
    paymentMethod: 'PayPal',
    pdf: true,
    ...change,
  };
}

/** So many invoices, the newest first. */
export const invoicesFrom = (count: number): Invoice[] =>
  Array.from({ length: count }, (_, index) => invoice(count - index));

/** A server of invoices, and what it was asked. A test may put another answer in a page's place. */
export class InvoiceServer {
  readonly asked: InvoiceQuery[] = [];
  /** What a page is instead of what it would be, by the cursor that it is asked for with. */
  readonly instead = new Map<string | undefined, (page: InvoicePage) => Promise<InvoicePage>>();
  readonly #invoices: readonly Invoice[];

  constructor(invoices: readonly Invoice[]) {
    this.#invoices = invoices;
  }

  readonly invoices: BillingApi['invoices'] = async (query) => {
    this.asked.push(query);
    const { cursor, limit = 20, order = 'desc' } = query;
    const ordered = order === 'asc' ? this.#invoices.toReversed() : this.#invoices;
    const start = Number(cursor ?? 0);
    const end = start + limit;
    const page: InvoicePage = {
      items: ordered.slice(start, end),
      nextCursor: end < ordered.length ? String(end) : null,
    };
    return (await this.instead.get(cursor)?.(page)) ?? page;
  };

  /** The world's own answers to everything else; no invoice is to come. */
  client(answers: Partial<BillingApi> = {}): BillingApi {
    return serving({ invoices: this.invoices, ...answers });
  }
}

/** The list on a page, its answers drawn. */
export function invoiceList(client: BillingApi): Promise<InvoiceListElement> {
  return mount<InvoiceListElement>(html`<invoice-list .client=${client}></invoice-list>`);
}

/** The numbers of the invoices on screen. */
export function numbersIn(el: InvoiceListElement): string[] {
  return parts(el, 'invoice').map((row) => {
    const head = row.querySelector('th');
    return head ? textOf(head) : '';
  });
}
