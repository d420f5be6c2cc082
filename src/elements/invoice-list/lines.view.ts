import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { InvoiceDetail, Line } from '../../billing/types.js';
import { periodOf } from '../../ui/plans/plan-words.js';
import { nameOf } from './invoice-locale.js';
import type { InvoiceLocale as Locale } from './invoice-locale.js';
import { sumsOf } from './sums.js';
import type { Sum } from './sums.js';

/**
 * What an invoice is made of, and what it comes to, as the server sent it: nothing is added up here.
 * The roles are written out, as those of the list are.
 */
export function invoiceLines(
  invoice: InvoiceDetail,
  timeZone: string,
  locale: Locale,
): TemplateResult {
  const { messages } = locale;
  const { lines } = invoice;
  return html`<div part="lines" class="lines">
    <table part="lines-table" role="table">
      <caption class="visually-hidden">
        ${messages.linesOf(nameOf(invoice, locale))}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${messages.lineItem}</th>
          <th role="columnheader" scope="col" class="amount">${messages.lineQuantity}</th>
          <th role="columnheader" scope="col" class="amount">${messages.linePrice}</th>
          <th role="columnheader" scope="col" class="amount">${messages.lineAmount}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${lines.map((line) => lineRow(line, timeZone, locale))}
      </tbody>
    </table>
    <dl class="sums">${sumsOf(invoice, locale).map((sum) => sumRow(sum, locale))}</dl>
    ${invoice.notes ? html`<p class="muted"><bdi>${invoice.notes}</bdi></p>` : nothing}
  </div>`;
}

function lineRow(line: Line, timeZone: string, locale: Locale) {
  const { amount, description, period, quantity, unitPrice } = line;
  return html`<tr role="row">
    <th role="rowheader" scope="row">
      <bdi>${description}</bdi>${
        period
          ? html`<bdi class="muted under">${periodOf(period, timeZone, locale)}</bdi>`
          : nothing
      }
    </th>
    <td role="cell" class="amount quantity">
      ${quantity === undefined ? nothing : html`<bdi>${locale.number(quantity)}</bdi>`}
    </td>
    <td role="cell" class="amount">
      ${unitPrice ? html`<bdi>${locale.money(unitPrice)}</bdi>` : nothing}
    </td>
    <td role="cell" class="amount"><bdi>${locale.money(amount)}</bdi></td>
  </tr>`;
}

function sumRow({ amount, isTotal, label }: Sum, locale: Locale) {
  return html`<div class=${isTotal ? 'total' : ''}>
    <dt><bdi>${label}</bdi></dt>
    <dd><bdi>${locale.money(amount)}</bdi></dd>
  </div>`;
}
