import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { CalendarDate } from '../../billing/types.js';
import { dayFault, daysOf, isFiltered, yearOf, yearsUntil } from './filters.js';
import type { InvoiceFilters } from './filters.js';
import type { InvoiceLocale as Locale } from './invoice-locale.js';

/** What the filters are drawn from. */
export interface FiltersView {
  readonly filters: InvoiceFilters;
  readonly today: CalendarDate;
  readonly change: (filters: Partial<InvoiceFilters>) => void;
}

/** Status and days. They hold at once, as soon as they say something that can be asked for. */
export function filterFields(view: FiltersView, locale: Locale): TemplateResult {
  const { messages } = locale;
  const { change, filters } = view;
  const fault = dayFault(filters);
  const faultText =
    fault === undefined
      ? undefined
      : fault === 'order'
        ? messages.firstAfterLast
        : messages.dayUnreadable;
  return html`<div part="filters" class="filters">
    <div part="field" class="field">
      <label part="label" for="status">${messages.statusFilter}</label>
      <select
        id="status"
        part="status-filter input"
        @change=${({ currentTarget }: Event) => {
          if (!(currentTarget instanceof HTMLSelectElement)) return;
          change({ status: currentTarget.value || null });
        }}
      >
        <option value="" .selected=${filters.status === null}>${messages.anyStatus}</option>
        ${statuses(filters, locale).map(
          ([status, text]) =>
            html`<option value=${status} .selected=${filters.status === status}>${text}</option>`,
        )}
      </select>
    </div>
    ${yearField(view, locale)} ${dayField('from', messages.firstDay, view, fault !== undefined)}
    ${dayField('to', messages.lastDay, view, fault !== undefined)}
    ${
      isFiltered(filters)
        ? html`<button
            part="clear button"
            class="button"
            type="button"
            @click=${({ currentTarget }: Event) => {
              // The button goes with the filters that it clears.
              if (currentTarget instanceof Element) focusOnFirstField(currentTarget);
              change({ status: null, from: null, to: null });
            }}
          >
            ${messages.clearFilters}
          </button>`
        : nothing
    }
    <p id="day-fault" part="problem" class="fault" role="alert">${faultText ?? nothing}</p>
  </div>`;
}

/** A whole year at once. Days that are no year leave it at any. */
function yearField({ change, filters, today }: FiltersView, locale: Locale) {
  const { messages } = locale;
  const chosen = yearOf(filters);
  const known = yearsUntil(today);
  const all = chosen === undefined || known.includes(chosen) ? known : [chosen, ...known];
  return html`<div part="field" class="field">
    <label part="label" for="year">${messages.yearFilter}</label>
    <select
      id="year"
      part="year-filter input"
      @change=${({ currentTarget }: Event) => {
        if (!(currentTarget instanceof HTMLSelectElement)) return;
        const { value } = currentTarget;
        change(value === '' ? { from: null, to: null } : daysOf(value));
      }}
    >
      <option value="" .selected=${chosen === undefined}>${messages.anyYear}</option>
      ${all.map(
        (year) =>
          html`<option value=${year} .selected=${chosen === year}>
            ${locale.year(`${year}-07-01`)}
          </option>`,
      )}
    </select>
  </div>`;
}

function focusOnFirstField(button: Element): void {
  button.parentElement?.querySelector<HTMLElement>('select')?.focus();
}

/** Those that are known, and the one that the page has asked for. */
function statuses({ status }: InvoiceFilters, { messages }: Locale): [string, string][] {
  const known = Object.entries(messages.invoiceStatuses);
  const isKnown = status === null || Object.hasOwn(messages.invoiceStatuses, status);
  return isKnown ? known : [...known, [status, status]];
}

function dayField(
  name: 'from' | 'to',
  label: string,
  { change, filters }: FiltersView,
  isWrong: boolean,
) {
  return html`<div part="field" class="field">
    <label part="label" for=${name}>${label}</label>
    <input
      id=${name}
      part="input"
      class="day"
      type="date"
      .value=${filters[name] ?? ''}
      aria-invalid=${isWrong ? 'true' : nothing}
      aria-describedby="day-fault"
      @change=${({ currentTarget }: Event) => {
        if (!(currentTarget instanceof HTMLInputElement)) return;
        change({ [name]: currentTarget.value || null });
      }}
    />
  </div>`;
}
