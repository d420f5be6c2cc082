import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import type { Decimal } from '../../billing/types.js';
import { totalOfGroup } from '../../billing/usage-bars.js';
import type { UsageChartLocale as Locale } from '../../i18n/locale.js';
import { barName } from './bar-text.js';
import type { UsageFigure } from './figure.js';
import type { Summary } from './figure.view.js';

/** Rows that are drawn at a time: a year of days is one page. */
export const rowsPerPage = 400;

/** How the table stands on the page. */
export interface TableView extends UsageFigure {
  /** It is what people see; otherwise it is there for those who do not see the chart. */
  readonly isShown: boolean;
  readonly rows: number;
  readonly showMore: () => void;
}

/** The same numbers as the chart's, and every group's where the chart draws several as one. */
export function usageTable(view: TableView, summary: Summary, locale: Locale): TemplateResult {
  const { isShown, meter, rows, usage, window } = view;
  const { messages } = locale;
  const { bars, groups } = usage;
  const name = messages.tableOf(meter, summary.dates);
  const number = (value: Decimal | undefined) =>
    html`<td class="number">
      ${value === undefined ? html`<span class="muted">${messages.noData}</span>` : locale.number(value)}
    </td>`;
  return html`
    <div
      part="table"
      class=${isShown ? 'table' : 'visually-hidden'}
      role=${ifDefined(isShown ? 'region' : undefined)}
      aria-label=${ifDefined(isShown ? name : undefined)}
      tabindex=${ifDefined(isShown ? 0 : undefined)}
    >
      <table>
        <caption class="visually-hidden">
          ${name}
        </caption>
        <thead>
          <tr>
            <th scope="col">${messages.barDates[window.granularity]}</th>
            <th scope="col" class="number"><bdi>${meter}</bdi></th>
            ${groups.map((group) => html`<th scope="col" class="number"><bdi>${group}</bdi></th>`)}
          </tr>
        </thead>
        <tbody>
          ${bars.slice(0, rows).map(
            (bar) =>
              html`<tr>
                <th scope="row">${barName(bar, window.granularity, locale)}</th>
                ${number(bar.value)} ${bar.parts.map(number)}
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">${messages.total}</th>
            <td class="number">${summary.total}</td>
            ${groups.map((_, group) => number(totalOfGroup(bars, group)))}
          </tr>
        </tfoot>
      </table>
    </div>
    ${moreRows(view, locale)}
  `;
}

function moreRows({ isShown, rows, showMore, usage }: TableView, locale: Locale) {
  const { messages } = locale;
  const left = usage.bars.length - rows;
  if (left <= 0) return nothing;
  if (!isShown) {
    const [shown, all] = [rows, usage.bars.length].map((count) => locale.count(count));
    return html`<p class="visually-hidden">${messages.rowsShown(shown ?? '', all ?? '')}</p>`;
  }
  const press = ({ currentTarget }: Event): void => {
    // With the last rows the button goes: the person goes on in the table.
    const isLast = left <= rowsPerPage && currentTarget instanceof Element;
    const table = isLast ? currentTarget.previousElementSibling : null;
    if (table instanceof HTMLElement) table.focus();
    showMore();
  };
  return html`<button part="more button" class="button" type="button" @click=${press}>
    ${messages.moreRows(locale.count(Math.min(left, rowsPerPage)))}
  </button>`;
}
