import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { InvoiceLocale as Locale } from './invoice-locale.js';

/** What the way to other pages is drawn from. */
export interface PagerView {
  /** Below the list it is at hand once a person has read; above it they go on from there. */
  readonly place: 'above' | 'below';
  /** Counted from 1. */
  readonly number: number;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly isTurning: boolean;
  readonly previous: () => void;
  readonly next: () => void;
}

/** The way to other pages; nothing where there is one page only. */
export function pager(view: PagerView, locale: Locale): TemplateResult | typeof nothing {
  const { hasNext, hasPrevious, isTurning, next, number, place, previous } = view;
  const { messages } = locale;
  if (!hasNext && !hasPrevious) return nothing;
  const buttons = html`<button
      part="previous-page button"
      class="button"
      type="button"
      aria-disabled=${hasPrevious ? 'false' : 'true'}
      @click=${previous}
    >
      ${messages.previousPage}
    </button>
    <span role=${place === 'below' ? 'status' : nothing} class="muted"
      >${isTurning ? messages.invoicesLoading : messages.pageOfInvoices(locale.count(number))}</span
    >
    <button
      part="next-page button"
      class="button"
      type="button"
      aria-disabled=${hasNext ? 'false' : 'true'}
      @click=${next}
    >
      ${messages.nextPage}
    </button>`;
  // One landmark and one voice are enough: the other one is the same again.
  return place === 'below'
    ? html`<nav part="pages" class="pages" aria-label=${messages.invoicePages}>${buttons}</nav>`
    : html`<div part="pages" class="pages above">${buttons}</div>`;
}
