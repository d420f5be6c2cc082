import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { dateIn, isTimeZone } from '../../billing/dates.js';
import { isZero } from '../../billing/decimal.js';
import type { Line, Money, Period } from '../../billing/types.js';
import type { BillingCheckoutLocale as Locale } from '../../i18n/locale.js';
import { boughtOf } from './bought.js';
import type { SummaryView } from './bought.js';
import type { InvoiceReview, PlanReview, Review } from './review.js';

/** A row of figures after the lines: a sum, or what lessens it. */
interface Sum {
  readonly name: string;
  readonly amount: Money;
}

/** What is bought and what it costs, in the server's figures. */
export function summary(view: SummaryView, locale: Locale): TemplateResult {
  const { facts, kind, name } = boughtOf(view, locale);
  return html`
    <section part="summary card" class="card summary" aria-labelledby="bought">
      <p class="muted">${kind}</p>
      <h3 id="bought" part="plan-name" class="bought"><bdi>${name}</bdi></h3>
      ${facts.map((fact) => html`<p class="muted"><bdi>${fact}</bdi></p>`)}
      ${costTable(view, locale)}
    </section>
  `;
}

function costTable(view: SummaryView, locale: Locale): TemplateResult {
  const { messages } = locale;
  const { review, timeZone } = view;
  if (!review.due) return html`<p part="cost-unknown" class="notice">${messages.costUnknown}</p>`;
  const isEstimate = review.kind === 'plan' && review.preview?.exact === false;
  const lines = linesOf(review);
  return html`
    <table part="costs table" class="costs">
      <caption class="visually-hidden">
        ${messages.costs}
      </caption>
      <thead class=${lines.length === 0 ? 'visually-hidden' : ''}>
        <tr>
          <th scope="col">${messages.costItem}</th>
          <th scope="col">${isEstimate ? messages.costEstimate : messages.costAmount}</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map((line) => lineRow(line, timeZone, locale))}
        ${sumsOf(review, locale).map(
          ({ amount, name }) =>
            html`<tr part="sum">
              <th scope="row"><bdi>${name}</bdi></th>
              <td>${locale.money(amount)}</td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr part="due" class="due">
          <th scope="row">
            ${messages.dueNow}
            ${isEstimate ? html`<span part="estimate badge" class="badge">${messages.estimate}</span>` : nothing}
          </th>
          <td>${locale.money(review.due)}</td>
        </tr>
        ${nextRow(view, locale)}
      </tfoot>
    </table>
  `;
}

function linesOf(review: Review): readonly Line[] {
  switch (review.kind) {
    case 'plan':
      return review.preview?.lines ?? [];
    case 'top_up':
      return [];
    case 'invoice':
      return review.invoice.lines;
  }
}

function lineRow(line: Line, timeZone: string, locale: Locale) {
  const { amount, description, period, quantity, unitPrice } = line;
  const details = [
    ...(quantity !== undefined && unitPrice
      ? [locale.messages.timesPrice(locale.number(quantity), locale.money(unitPrice))]
      : []),
    ...(period ? [periodOf(period, timeZone, locale)] : []),
  ];
  return html`<tr part="line">
    <th scope="row">
      <bdi>${description}</bdi>
      ${details.map((detail) => html`<span class="muted">${detail}</span>`)}
    </th>
    <td>${locale.money(amount)}</td>
  </tr>`;
}

/** The last day that belongs to the period: its end is the first instant after it. */
function periodOf({ end, start }: Period, timeZone: string, locale: Locale): string {
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  return locale.dateRange(dateIn(zone, Date.parse(start)), dateIn(zone, Date.parse(end) - 1));
}

function sumsOf(review: Review, { messages }: Locale): Sum[] {
  switch (review.kind) {
    case 'plan':
      return taxOf(review, messages.tax);
    case 'top_up':
      return [];
    case 'invoice':
      return invoiceSums(review, messages);
  }
}

/** A tax that stands among the lines is not told twice. */
function taxOf({ preview }: PlanReview, name: string): Sum[] {
  const isAmongLines = preview?.lines.some(({ kind }) => kind === 'tax') ?? false;
  return preview?.tax && !isAmongLines ? [{ name, amount: preview.tax }] : [];
}

function invoiceSums({ due, invoice }: InvoiceReview, messages: Locale['messages']): Sum[] {
  const { amountPaid, creditsApplied, taxes = [], total } = invoice;
  const sums: Sum[] = taxes.map(({ amount, name }) => ({ name, amount }));
  if (total.amount !== due?.amount) sums.push({ name: messages.invoiceTotal, amount: total });
  if (creditsApplied && !isZero(creditsApplied.amount)) {
    sums.push({ name: messages.creditsApplied, amount: creditsApplied });
  }
  if (amountPaid && !isZero(amountPaid.amount)) {
    sums.push({ name: messages.paidAlready, amount: amountPaid });
  }
  return sums;
}

function nextRow({ review, timeZone }: SummaryView, locale: Locale) {
  const next = review.kind === 'plan' ? review.preview?.next : undefined;
  if (!next) return nothing;
  return html`<tr part="next" class="next">
    <th scope="row">${locale.messages.nextPayment(locale.day(next.at, timeZone))}</th>
    <td>${locale.money(next.amount)}</td>
  </tr>`;
}
