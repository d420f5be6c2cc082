import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';

import type { Invoice } from '../../billing/types.js';
import type { InvoiceLocale as Locale } from './invoice-locale.js';
import { invoiceRow } from './row.view.js';
import type { RowView } from './row.view.js';

/** What the table is drawn from. */
export interface TableView extends Omit<RowView, 'invoice' | 'index'> {
  readonly invoices: readonly Invoice[];
  readonly isAscending: boolean;
  /** Another page is on its way. */
  readonly isBusy: boolean;
  readonly turnOrder: () => void;
  readonly choosePage: (isChosen: boolean) => void;
}

const arrow = svg`<path d="M8 3.5v9M4.5 9 8 12.5 11.5 9" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`;

/**
 * The invoices as a table. Its roles are written out, for where it is narrow its rows are laid out as
 * cards, and browsers then forget what they are.
 */
export function invoiceTable(view: TableView, locale: Locale): TemplateResult {
  const { messages } = locale;
  const { choosePage, chosen, invoices, isAscending, isBusy, turnOrder } = view;
  const chosenHere = invoices.filter(({ id }) => chosen.has(id)).length;
  return html`<table part="table" role="table" aria-busy=${isBusy ? 'true' : nothing}>
    <caption class="visually-hidden">
      ${messages.invoices}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col" class="choice">
          <input
            part="choice"
            type="checkbox"
            aria-label=${messages.choosePage}
            ?disabled=${invoices.length === 0}
            .checked=${chosenHere > 0 && chosenHere === invoices.length}
            .indeterminate=${chosenHere > 0 && chosenHere < invoices.length}
            @change=${({ currentTarget }: Event) => {
              if (currentTarget instanceof HTMLInputElement) choosePage(currentTarget.checked);
            }}
          />
        </th>
        <th role="columnheader" scope="col">${messages.invoiceNumber}</th>
        <th
          role="columnheader"
          scope="col"
          class="date"
          aria-sort=${isAscending ? 'ascending' : 'descending'}
        >
          <button part="sort" class="sort" type="button" @click=${turnOrder}>
            ${messages.invoiceDate}
            <svg
              part="icon"
              class=${isAscending ? 'up' : ''}
              viewBox="0 0 16 16"
              width="14"
              height="14"
              aria-hidden="true"
            >
              ${arrow}
            </svg>
          </button>
        </th>
        <th role="columnheader" scope="col">${messages.invoiceKind}</th>
        <th role="columnheader" scope="col" class="amount">${messages.invoiceAmount}</th>
        <th role="columnheader" scope="col">${messages.invoiceMethod}</th>
        <th role="columnheader" scope="col">${messages.invoiceStatus}</th>
        <th role="columnheader" scope="col" class="acts">
          <span class="visually-hidden">${messages.invoiceActions}</span>
        </th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${invoices.map((invoice, index) => invoiceRow({ ...view, invoice, index }, locale))}
    </tbody>
  </table>`;
}
