import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Meter, Plan } from '../../billing/types.js';
import type { DialogLocale } from '../checkout/dialog-locale.js';
import { allowanceOf, meterName, priceOf } from './plan-words.js';

/** What the catalogue is drawn from. */
export interface CatalogueView {
  /** In the server's order. */
  readonly plans: readonly Plan[];
  readonly meters: readonly Meter[];
  /** Where the contact of a plan leads; `undefined` where there is none that is safe to open. */
  readonly hrefOf: (plan: Plan) => string | undefined;
  readonly choose: (plan: Plan) => void;
  readonly contact: (event: Event, plan: Plan) => void;
  /** Someone asked for help, and there is nobody to turn to. */
  readonly nobodyToAsk: boolean;
}

/** The plans side by side: what each costs and includes, and the way to it. */
export function catalogue(view: CatalogueView, locale: DialogLocale): TemplateResult {
  const { messages } = locale;
  const { nobodyToAsk, plans } = view;
  const hasOthers = plans.some(({ change }) => change !== 'current');
  return html`
    ${hasOthers ? nothing : html`<p class="muted">${messages.onlyPlan}</p>`}
    <ul part="plans" class="offers" role="list">
      ${plans.map((plan, index) => offer(plan, index, view, locale))}
    </ul>
    <p role="status" class=${nobodyToAsk ? 'muted' : 'visually-hidden'}>
      ${nobodyToAsk ? messages.contactNobody : nothing}
    </p>
  `;
}

function offer(plan: Plan, index: number, view: CatalogueView, locale: DialogLocale) {
  const { allowances = [], change, description, recommended, recommendedReason } = plan;
  return html`<li
    part="offer ${change === 'current' ? 'current' : ''} ${recommended ? 'recommended' : ''} card"
    class="offer ${recommended ? 'recommended' : ''}"
  >
    <div class="offer-head">
      <h3 id="offer-${index}" part="subheading"><bdi>${plan.name}</bdi></h3>
      ${mark(plan, locale)}
    </div>
    <p part="price" class="offer-price">${priceOf(plan, locale)}</p>
    <div class="offer-text">
      ${description ? html`<p class="muted"><bdi>${description}</bdi></p>` : nothing}
      ${recommended && recommendedReason ? html`<p><bdi>${recommendedReason}</bdi></p>` : nothing}
    </div>
    ${
      allowances.length === 0
        ? html`<div></div>`
        : html`<dl class="offer-allowances">
            ${allowances.map(
              (allowance) =>
                html`<div>
                  <dt><bdi>${meterName(view.meters, allowance.meter)}</bdi></dt>
                  <dd><bdi>${allowanceOf(allowance, locale)}</bdi></dd>
                </div>`,
            )}
          </dl>`
    }
    <div class="offer-way">${way(plan, index, view, locale)}</div>
  </li>`;
}

/** The account's own plan is marked as such, whatever else is said of it. */
function mark({ change, recommended }: Plan, { messages }: DialogLocale) {
  if (change === 'current')
    return html`<span part="badge" class="badge">${messages.currentPlan}</span>`;
  return recommended
    ? html`<span part="badge" class="badge accent">${messages.recommended}</span>`
    : nothing;
}

function way(plan: Plan, index: number, view: CatalogueView, { messages }: DialogLocale) {
  const { change, name, recommended } = plan;
  if (change === 'current') return nothing;
  if (change === 'contact') return contactLink(plan, index, view, messages.contactSupport);
  const words =
    {
      upgrade: messages.upgradeTo,
      downgrade: messages.downgradeTo,
    }[String(change)] ?? messages.switchTo;
  return html`<button
    part="choose button ${recommended ? 'primary' : ''}"
    class="button ${recommended ? 'primary' : ''}"
    type="button"
    @click=${() => {
      view.choose(plan);
    }}
  >
    ${words(name)}
  </button>`;
}

function contactLink(plan: Plan, index: number, view: CatalogueView, text: string) {
  const href = view.hrefOf(plan);
  const ask = (event: Event) => {
    view.contact(event, plan);
  };
  return href === undefined
    ? html`<button
        part="contact button"
        class="button"
        type="button"
        aria-describedby="offer-${index}"
        @click=${ask}
      >
        ${text}
      </button>`
    : html`<a
        part="contact button"
        class="button"
        href=${href}
        target="_blank"
        rel="noopener noreferrer"
        aria-describedby="offer-${index}"
        @click=${ask}
        >${text}</a
      >`;
}
