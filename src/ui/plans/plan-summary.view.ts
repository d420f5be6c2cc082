import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Subscription } from '../../billing/types.js';
import type { PlanLocale as Locale } from '../../i18n/locale.js';
import { priceOf } from './plan-words.js';

/** What stands in the card of what an account has in a slot. */
export interface PlanSummary {
  readonly subscription: Subscription;
  readonly label: string;
  /** What is said where there is no plan. */
  readonly none: string;
  /** What stands below name and price. */
  readonly details: TemplateResult;
  readonly actions: TemplateResult | typeof nothing;
}

/** The card of a plan: its name, price and status, and what else is known of it. */
export function planSummaryCard(
  { actions, details, label, none, subscription: { plan, status } }: PlanSummary,
  locale: Locale,
): TemplateResult {
  if (!plan) {
    return html`<div part="plan card" class="card plan">
      <p>${none}</p>
      ${actions}
    </div>`;
  }
  return html`
    <section part="plan card" class="card plan" aria-labelledby="plan-label">
      <div class="plan-name">
        <h3 id="plan-label" part="subheading">${label}</h3>
        <p part="plan-name" class="name">
          <bdi>${plan.name}</bdi>
          ${
            status === 'active'
              ? nothing
              : html`<span part="badge" class="badge ${status}"
                  >${locale.messages.subscriptionStatus[status] ?? status}</span
                >`
          }
        </p>
        ${plan.description ? html`<p class="muted"><bdi>${plan.description}</bdi></p>` : nothing}
      </div>
      <p part="price" class="price">${priceOf(plan, locale)}</p>
      ${details} ${actions}
    </section>
  `;
}

/** A label, and what it is. */
export type Fact = readonly [label: string, value: string];

/**
 * What is known of a plan, in pairs.
 * @param more - A fact that is more than words.
 */
export function factList(
  facts: readonly Fact[],
  more: TemplateResult | typeof nothing = nothing,
): TemplateResult | typeof nothing {
  if (facts.length === 0 && more === nothing) return nothing;
  return html`<dl part="facts" class="facts">
    ${facts.map(
      ([label, value]) =>
        html`<div>
          <dt><bdi>${label}</bdi></dt>
          <dd><bdi>${value}</bdi></dd>
        </div>`,
    )}
    ${more}
  </dl>`;
}

/** When a plan renews, or that it does not; nothing where it is over or that is not known. */
export function renewalFact(
  { renewsAt, status }: Subscription,
  timeZone: string,
  locale: Locale,
): Fact[] {
  const { messages } = locale;
  if (status === 'none' || status === 'canceled' || renewsAt === undefined) return [];
  const value =
    renewsAt === null ? messages.doesNotRenew : messages.renewsOn(locale.day(renewsAt, timeZone));
  return [[messages.renewal, value]];
}
