import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { compareFeatures } from '../../billing/compare-plans.js';
import type { FeatureGroup, FeatureRow } from '../../billing/compare-plans.js';
import type { Plan } from '../../billing/types.js';
import type { DialogLocale } from '../checkout/dialog-locale.js';
import { featureValue } from './feature-value.view.js';

/** The two plans, by id, that are compared where there is no room for all of them. */
export type Pair = readonly [string, string];

/** What the comparison is drawn from. */
export interface ComparisonView {
  readonly plans: readonly Plan[];
  readonly pair: Pair;
  readonly compare: (pair: Pair) => void;
}

/** More plans than this do not fit beside each other anywhere. */
const mostColumns = 5;

/** What is compared at first: the account's plan with the one suggested, else with its neighbour. */
export function firstPair(plans: readonly Plan[]): Pair {
  const ids = plans.map(({ id }) => id);
  const current = plans.find(({ change }) => change === 'current')?.id ?? ids[0] ?? '';
  const suggested = plans.find(({ id, recommended }) => recommended && id !== current)?.id;
  const next = ids[ids.indexOf(current) + 1] ?? ids.find((id) => id !== current);
  return [current, suggested ?? next ?? current];
}

/** What the plans say of the same features, as a table; of two plans where it is narrow. */
export function comparison(
  view: ComparisonView,
  locale: DialogLocale,
): TemplateResult | typeof nothing {
  const { plans } = view;
  const groups = compareFeatures(plans);
  if (groups.length === 0) return nothing;
  const { messages } = locale;
  const isMany = plans.length > mostColumns;
  // A region that scrolls is reached by keyboard through something in it, else by itself.
  const isStop = isMany || plans.every(({ change }) => change === 'current');
  return html`<div class="comparison">
    <h3 id="comparison" part="subheading">${messages.compareFeatures}</h3>
    ${plans.length > 2 ? pairChoice(view, locale) : nothing}
    <div
      class=${isMany ? 'many' : ''}
      role=${isStop ? 'region' : nothing}
      aria-labelledby=${isStop ? 'comparison' : nothing}
      tabindex=${isStop ? '0' : nothing}
    >
      <table part="comparison table" aria-labelledby="comparison">
        <thead>
          <tr>
            <th scope="col"><span class="visually-hidden">${messages.feature}</span></th>
            ${plans.map((plan) => planHeading(plan, view, locale))}
          </tr>
        </thead>
        ${groups.map((group) => groupRows(group, groups.length > 1, view, locale))}
      </table>
    </div>
  </div>`;
}

function planHeading({ change, id, name }: Plan, { pair }: ComparisonView, locale: DialogLocale) {
  return html`<th scope="col" class=${asideClass(id, pair)}>
    <bdi>${name}</bdi>
    ${
      change === 'current'
        ? html`<span class="muted">${locale.messages.currentPlan}</span>`
        : nothing
    }
  </th>`;
}

function groupRows(
  { name, rows }: FeatureGroup,
  hasHeading: boolean,
  view: ComparisonView,
  locale: DialogLocale,
) {
  return html`<tbody>
    ${
      hasHeading
        ? html`<tr>
            <th scope="rowgroup" colspan="2">
              <bdi>${name ?? locale.messages.otherFeatures}</bdi>
            </th>
          </tr>`
        : nothing
    }
    ${rows.map((row) => featureRow(row, view, locale))}
  </tbody>`;
}

function featureRow({ name, values }: FeatureRow, view: ComparisonView, locale: DialogLocale) {
  return html`<tr>
    <th scope="row"><bdi>${name}</bdi></th>
    ${view.plans.map(
      ({ id }, index) =>
        html`<td class=${asideClass(id, view.pair)}>${featureValue(values[index], locale)}</td>`,
    )}
  </tr>`;
}

function pairChoice(view: ComparisonView, { messages }: DialogLocale) {
  const [first, second] = view.pair;
  return html`<div class="pair">
    ${planChoice(messages.comparePlan, first, view, (id) => [id, id === second ? first : second])}
    ${planChoice(messages.compareWith, second, view, (id) => [id === first ? second : first, id])}
  </div>`;
}

function planChoice(
  label: string,
  chosen: string,
  { compare, plans }: ComparisonView,
  pairWith: (id: string) => Pair,
) {
  const choose = ({ currentTarget }: Event) => {
    if (currentTarget instanceof HTMLSelectElement) compare(pairWith(currentTarget.value));
  };
  return html`<label part="field">
    <span part="label" class="muted">${label}</span>
    <select part="input" @change=${choose}>
      ${plans.map(
        ({ id, name }) => html`<option value=${id} .selected=${id === chosen}>${name}</option>`,
      )}
    </select>
  </label>`;
}

/** Columns that go where there is no room for all. */
function asideClass(id: string, pair: Pair): string {
  return pair.includes(id) ? '' : 'aside';
}
