import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Invoice } from '../../billing/types.js';
import type { InvoiceLocale as Locale } from './invoice-locale.js';

/** How the file of an invoice comes along. */
export type FileState =
  /** It is on its way, or being made here. */
  | { readonly kind: 'preparing'; readonly isCopy: boolean }
  /** The browser did not let it be opened: a person can. */
  | { readonly kind: 'link'; readonly href: string }
  | { readonly kind: 'saved'; readonly isCopy: boolean }
  /** No font at hand draws everything that is on it. */
  | { readonly kind: 'undrawable' }
  | { readonly kind: 'failed'; readonly code: string };

/** What the state is drawn from. */
export interface FileStateView {
  readonly file: FileState | undefined;
  readonly invoice: Invoice;
  readonly print: (invoice: Invoice) => void;
  readonly cancel: (invoice: Invoice) => void;
}

/** How the file of an invoice comes along, said where it was asked for. */
export function fileStatus(view: FileStateView, name: string, locale: Locale): TemplateResult {
  const { file, invoice } = view;
  const { messages } = locale;
  const isWrong = file?.kind === 'failed' || file?.kind === 'undrawable';
  const text = wordsOf(file, locale);
  const canPrint = isWrong || (file?.kind === 'saved' && file.isCopy);
  return html`<div part="file-status" class="file-state">
    <span role="alert" class=${isWrong ? 'fault' : ''}>${isWrong ? text : nothing}</span>
    <span role="status" class="muted">${isWrong ? nothing : text}</span>
    ${
      file?.kind === 'link'
        ? html`<a part="file-link link" href=${file.href} target="_blank" rel="noopener noreferrer"
            >${messages.pdfLink}</a
          >`
        : nothing
    }
    ${canPrint ? button('print', messages.printInvoice, view.print) : nothing}
    ${file?.kind === 'preparing' ? button('file-cancel', messages.cancelFile, view.cancel) : nothing}
  </div>`;

  function button(part: string, label: string, press: (invoice: Invoice) => void) {
    return html`<button
      part="${part} button link"
      class="button plain-text"
      type="button"
      aria-label=${messages.forInvoice(label, name)}
      @click=${() => {
        press(invoice);
      }}
    >
      ${label}
    </button>`;
  }
}

function wordsOf(file: FileState | undefined, { messages }: Locale): string | typeof nothing {
  switch (file?.kind) {
    case undefined:
    case 'link':
      return nothing;
    case 'preparing':
      return file.isCopy ? messages.pdfCopying : messages.pdfPreparing;
    case 'saved':
      return file.isCopy ? messages.pdfCopySaved : messages.pdfSaved;
    case 'undrawable':
      return messages.pdfUndrawable;
    case 'failed':
      return messages.errors[file.code] ?? messages.otherError(file.code);
  }
}
