import type { BillingApi } from '../../src/api/billing-api.js';
import type { Invoice, InvoiceDetail, InvoicePdf } from '../../src/billing/types.js';
import type { InvoiceListElement } from '../../src/elements/invoice-list/invoice-list.js';
import type { BillingErrorEvent } from '../../src/ui/faces.events.js';
import { invoiceList, InvoiceServer } from './invoice-pages.js';
import { detailOf } from './invoices.js';
import { texts } from './mount.js';
import { failing } from './serving.js';

/** The files of a server, and what it was asked for. */
export class FileServer {
  /** The ids of the invoices whose files were asked for, in order. */
  readonly asked: string[] = [];
  /** What the elements have told to go on with, or to give up. */
  readonly signals: AbortSignal[] = [];
  answer: (invoiceId: string) => Promise<InvoicePdf>;

  constructor(answer: (invoiceId: string) => Promise<InvoicePdf>) {
    this.answer = answer;
  }

  readonly invoicePdf: BillingApi['invoicePdf'] = (id, { signal } = {}) => {
    this.asked.push(id);
    if (signal) this.signals.push(signal);
    return this.answer(id);
  };
}

/** A file as a server has it; no PDF that anyone could read, so that nobody touches it. */
export const fileOf = (content: string): InvoicePdf => ({
  kind: 'file',
  file: new Blob([`%PDF-1.7\n${content}\n%%EOF\n`], { type: 'application/pdf' }),
});

/** A server that has no files: copies are made of these lines. */
export const linesOnly = (change: Partial<InvoiceDetail> = {}): Partial<BillingApi> => ({
  invoicePdf: failing('not_supported', { status: 501 }),
  invoice: (id) =>
    id === 'upcoming'
      ? failing('not_found', { status: 404 })()
      : Promise.resolve(detailOf('USD', { id, number: id.toUpperCase(), ...change })),
});

/** A list of these invoices, behind a server that answers so. */
export const listOf = (
  answers: Partial<BillingApi>,
  ...invoices: readonly Invoice[]
): Promise<InvoiceListElement> => invoiceList(new InvoiceServer(invoices).client(answers));

/** The codes of the failures that the page hears of from now on. */
export function failuresOf(el: InvoiceListElement): string[] {
  const heard: string[] = [];
  el.addEventListener('billing-error', ({ code, tag }: BillingErrorEvent) => {
    heard.push(`${tag} ${code}`);
  });
  return heard;
}

/** How the files come along, as it is read row by row. */
export const fileWords = (el: InvoiceListElement): string =>
  texts(el, 'file-status').join(' ').trim();

/** The part that has the focus. */
export const focused = (el: InvoiceListElement): string | undefined =>
  el.shadowRoot?.activeElement?.part[0];
