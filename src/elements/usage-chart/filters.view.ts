import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Meter } from '../../billing/types.js';
import { granularityOf, selectableDates } from '../../billing/usage-range.js';
import type { RangeProblem, UsageRange } from '../../billing/usage-range.js';
import type { UsageChartLocale as Locale } from '../../i18n/locale.js';
import type { Selection } from './selection.js';

/** What the filters are drawn from, and what they do. */
export interface FiltersView {
  readonly meters: readonly Meter[];
  readonly selection: Selection;
  readonly chooseRange: (range: UsageRange) => void;
  readonly chooseDate: (field: 'from' | 'to', date: string) => void;
  readonly chooseMeter: (id: string) => void;
  readonly chooseGroup: (id: string | undefined) => void;
}

/** Which days, of what, by what: all of it native controls. */
export function filters(view: FiltersView, locale: Locale): TemplateResult {
  const { messages } = locale;
  const [byDay, byMonth] = (['day', 'month'] as const).map((granularity) =>
    view.selection.offered.filter(
      (range) => range !== 'custom' && granularityOf(range) === granularity,
    ),
  );
  return html`<div part="filters" class="filters">
    ${rangeSet(messages.rangesByDay, byDay ?? [], view, locale)}
    ${rangeSet(messages.rangesByMonth, byMonth ?? [], view, locale)}
    ${view.selection.offered.includes('custom') ? customSet(view, locale) : nothing}
    ${meterSelect(view, locale)} ${groupSelect(view, locale)}
  </div>`;
}

function rangeSet(name: string, ranges: readonly UsageRange[], view: FiltersView, locale: Locale) {
  if (ranges.length === 0) return nothing;
  return html`<fieldset class="set">
    <legend part="label">${name}</legend>
    <div class="segments">${ranges.map((range) => rangeRadio(range, view, locale))}</div>
  </fieldset>`;
}

function rangeRadio(range: UsageRange, view: FiltersView, { messages }: Locale) {
  return html`<label part="range option" class="segment">
    <input
      type="radio"
      name="range"
      value=${range}
      .checked=${range === view.selection.range}
      @change=${() => {
        view.chooseRange(range);
      }}
    />
    <bdi>${messages.rangeNames[range]}</bdi>
  </label>`;
}

function customSet(view: FiltersView, locale: Locale) {
  const { selection } = view;
  return html`<fieldset class="set custom">
    <legend class="visually-hidden">${locale.messages.rangeNames['custom']}</legend>
    <div class="segments">${rangeRadio('custom', view, locale)}</div>
    ${
      selection.range === 'custom'
        ? (['from', 'to'] as const).map((field) => dateField(field, view, locale))
        : nothing
    }
  </fieldset>`;
}

function dateField(
  field: 'from' | 'to',
  { chooseDate, selection }: FiltersView,
  locale: Locale,
): TemplateResult {
  const { messages } = locale;
  const { first, last } = selectableDates(selection.limits);
  const problem = selection.problems.find((one) => one.field === field);
  const read = (event: Event) => {
    const { currentTarget: input } = event;
    if (!(input instanceof HTMLInputElement)) return;
    if (event.type === 'change' && isBeingTyped(input)) return;
    if (input.value !== selection[field]) chooseDate(field, input.value);
  };
  return html`<div part="field" class="date">
    <label part="label" for=${field}
      >${field === 'from' ? messages.rangeFrom : messages.rangeTo}</label
    >
    <input
      id=${field}
      part="input"
      class="field"
      type="date"
      required
      min=${first}
      max=${last}
      .value=${selection[field]}
      aria-invalid=${problem ? 'true' : 'false'}
      aria-describedby="${field}-problem"
      @change=${read}
      @blur=${read}
    />
    <p id="${field}-problem" part="problem" class="problem" role="alert">
      ${problem ? problemText(problem, locale) : nothing}
    </p>
  </div>`;
}

/** Browsers tell of each digit of a year: `0002` on the way to 2026, or nothing at all for a while. */
function isBeingTyped(input: HTMLInputElement): boolean {
  const isFocused = input.matches(':focus');
  return isFocused && (input.validity.badInput || input.value.startsWith('0'));
}

function problemText(problem: RangeProblem, locale: Locale): string {
  const { messages } = locale;
  switch (problem.code) {
    case 'not_a_date':
      return messages.dateMissing;
    case 'too_early':
      return messages.dateTooEarly(locale.date(problem.first));
    case 'too_late':
      return messages.dateTooLate(locale.date(problem.last));
    case 'ends_before_start':
      return messages.endsBeforeStart;
    case 'too_long':
      return messages.rangeTooLong(problem.maxDays, locale.count(problem.maxDays));
  }
}

function meterSelect({ chooseMeter, meters, selection }: FiltersView, { messages }: Locale) {
  if (meters.length < 2) return nothing;
  const options = meters.map(({ id, name }) => ({ value: id, name }));
  return choice('meter-filter', messages.meter, options, selection.meter.id, chooseMeter);
}

function groupSelect({ chooseGroup, selection }: FiltersView, { messages }: Locale) {
  const dimensions = selection.meter.dimensions ?? [];
  if (dimensions.length === 0) return nothing;
  const options = [
    { value: '', name: messages.groupByNone },
    ...dimensions.map(({ id, name }) => ({ value: id, name })),
  ];
  return choice('group-filter', messages.groupBy, options, selection.groupBy ?? '', (id) => {
    chooseGroup(id === '' ? undefined : id);
  });
}

interface Option {
  readonly value: string;
  readonly name: string;
}

function choice(
  part: string,
  name: string,
  options: readonly Option[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult {
  const read = ({ currentTarget }: Event) => {
    if (currentTarget instanceof HTMLSelectElement) choose(currentTarget.value);
  };
  return html`<label part="${part} field" class="choice">
    <span part="label">${name}</span>
    <select part="input" class="field" @change=${read}>
      ${options.map(
        (option) =>
          html`<option value=${option.value} .selected=${option.value === chosen}>
            ${option.name}
          </option>`,
      )}
    </select>
  </label>`;
}
