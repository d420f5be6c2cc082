import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';

import { isFree, payableOf } from '../../billing/purchase.js';
import type { Invoice } from '../../billing/types.js';
import { fileStatus } from './file-state.view.js';
import type { FileState } from './file-state.view.js';
import { nameOf } from './invoice-locale.js';
import type { InvoiceLocale as Locale } from './invoice-locale.js';

/** What an invoice is drawn from. */
export interface RowView {
  readonly invoice: Invoice;
  readonly index: number;
  readonly timeZone: string;
  /** The ids of those that are chosen. */
  readonly chosen: ReadonlySet<string>;
  /** The id of the one whose lines are shown. */
  readonly opened: string | undefined;
  readonly mayPay: boolean;
  readonly choose: (invoice: Invoice, isChosen: boolean) => void;
  readonly toggle: (invoice: Invoice) => void;
  readonly pay: (invoice: Invoice) => void;
  readonly download: (invoice: Invoice) => void;
  readonly print: (invoice: Invoice) => void;
  readonly cancelFile: (invoice: Invoice) => void;
  readonly fileOf: (invoice: Invoice) => FileState | undefined;
  /** The lines of the one that is opened. */
  readonly lines: (invoice: Invoice) => unknown;
}

const columns = 8;
const chevron = svg`<path d="M6 4l4 4-4 4" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`;

/** One invoice, and its lines where they are asked for. */
export function invoiceRow(view: RowView, locale: Locale): TemplateResult {
  const { choose, chosen, index, invoice, opened } = view;
  const { messages } = locale;
  const name = nameOf(invoice, locale);
  const isOpen = opened === invoice.id;
  return html`<tr part="invoice ${invoice.status}" class="invoice" role="row">
      <td role="cell" class="choice">
        <input
          part="choice"
          type="checkbox"
          aria-label=${messages.chooseInvoice(name)}
          .checked=${chosen.has(invoice.id)}
          @change=${({ currentTarget }: Event) => {
            if (currentTarget instanceof HTMLInputElement) choose(invoice, currentTarget.checked);
          }}
        />
      </td>
      <th role="rowheader" scope="row" class="number">${toggle(view, name, locale)}</th>
      <td role="cell" class="date">${dates(invoice, locale)}</td>
      <td role="cell" class="kind">${kind(invoice, locale)}</td>
      <td role="cell" part="amount" class="amount"><bdi>${locale.money(invoice.total)}</bdi></td>
      <td role="cell" class="method">${method(invoice, locale)}</td>
      <td role="cell" class="status">${status(view, locale)}</td>
      <td role="cell" class="acts">${acts(view, name, locale)}</td>
    </tr>
    ${
      isOpen
        ? html`<tr class="opened" role="row">
            <td id="lines-${index}" role="cell" colspan=${columns}>${view.lines(invoice)}</td>
          </tr>`
        : nothing
    }`;
}

function toggle({ index, invoice, opened, toggle: press }: RowView, name: string, locale: Locale) {
  const isOpen = opened === invoice.id;
  return html`<button
    part="details"
    class="details ${invoice.number === null ? 'unnumbered' : ''}"
    type="button"
    aria-label=${locale.messages.detailsOf(name)}
    aria-expanded=${isOpen ? 'true' : 'false'}
    aria-controls=${isOpen ? `lines-${index}` : nothing}
    @click=${() => {
      press(invoice);
    }}
  >
    <svg part="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${chevron}</svg>
    <bdi>${name}</bdi>
  </button>`;
}

function dates({ date, dueDate, status: state }: Invoice, locale: Locale) {
  const isDue = dueDate !== undefined && (state === 'open' || state === 'past_due');
  return html`<bdi>${locale.date(date)}</bdi>${
      isDue
        ? html`<span class="muted under"
            ><bdi>${locale.messages.dueOn(locale.date(dueDate))}</bdi></span
          >`
        : nothing
    }`;
}

function kind({ description, kind: word }: Invoice, { messages }: Locale) {
  const name = word === undefined ? undefined : (messages.invoiceKinds[word] ?? word);
  // Where both say the same, once is enough.
  return html`${name === undefined ? nothing : html`<bdi>${name}</bdi>`}${description && description !== name ? html`<span class="muted under"><bdi>${description}</bdi></span>` : nothing}${
    word === undefined && !description ? missing(messages.notAvailable) : nothing
  }`;
}

function method({ paymentMethod }: Invoice, { messages }: Locale) {
  return paymentMethod ? html`<bdi>${paymentMethod}</bdi>` : missing(messages.notAvailable);
}

function missing(text: string) {
  return html`<span aria-hidden="true">—</span><span class="visually-hidden">${text}</span>`;
}

function status({ invoice, timeZone }: RowView, locale: Locale) {
  const { messages } = locale;
  const { payment, status: state } = invoice;
  const isSettled = state === 'paid' || state === 'refunded' || state === 'void';
  const next = payment?.nextAttemptAt;
  return html`<span part="badge" class="badge ${state}"
      ><bdi>${messages.invoiceStatuses[state] ?? state}</bdi></span
    >${
      payment?.failed && !isSettled
        ? html`<span class="muted under"
            ><bdi
              >${
                next === undefined
                  ? messages.paymentFailed
                  : messages.paymentFailedUntil(locale.day(next, timeZone))
              }</bdi
            ></span
          >`
        : nothing
    }`;
}

function acts(view: RowView, name: string, locale: Locale) {
  const { messages } = locale;
  const { download, fileOf, invoice, mayPay, pay } = view;
  const file = fileOf(invoice);
  const due = payableOf(invoice);
  const canPay = mayPay && due !== undefined && !isFree(due);
  const isBusy = file?.kind === 'preparing';
  return html`<div class="act-list">
      ${
        canPay
          ? html`<button
              part="pay button primary"
              class="button primary"
              type="button"
              aria-label=${messages.forInvoice(messages.pay, name)}
              @click=${() => {
                pay(invoice);
              }}
            >
              ${messages.pay}
            </button>`
          : nothing
      }
      <button
        part="download button"
        class="button"
        type="button"
        aria-label=${messages.forInvoice(messages.downloadPdf, name)}
        aria-disabled=${isBusy ? 'true' : 'false'}
        @click=${() => {
          if (!isBusy) download(invoice);
        }}
      >
        ${messages.downloadPdf}
      </button>
    </div>
    ${fileStatus({ file, invoice, print: view.print, cancel: view.cancelFile }, name, locale)}`;
}
