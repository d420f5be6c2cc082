import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { compareFeatures } from '../../billing/compare-plans.js';
import type { FeatureGroup, FeatureValue } from '../../billing/compare-plans.js';
import type { Plan, Subscription } from '../../billing/types.js';
import { featureValue } from '../../ui/plans/feature-value.view.js';
import { priceOf } from '../../ui/plans/plan-words.js';
import { supportActions } from './actions.view.js';
import type { SupportActions } from './actions.view.js';
import type { SupportLocale as Locale } from './support-locale.js';

/** What the summary is drawn from. */
export interface SupportView {
  readonly subscription: Subscription;
  readonly timeZone: string;
  readonly actions: SupportActions;
}

/** The support plan's name, fee, status and dates, and what it entitles to. */
export function supportSummary(view: SupportView, locale: Locale): TemplateResult {
  const { plan, status } = view.subscription;
  const { messages } = locale;
  if (!plan) {
    return html`<div part="plan card" class="card plan">
      <p>${messages.noSupport}</p>
      ${supportActions(view.actions, locale)}
    </div>`;
  }
  return html`
    <section part="plan card" class="card plan" aria-labelledby="plan-label">
      <div class="plan-name">
        <h3 id="plan-label" part="subheading">${messages.currentSupport}</h3>
        <p part="plan-name" class="name">
          <bdi>${plan.name}</bdi>
          ${
            status === 'active'
              ? nothing
              : html`<span part="badge" class="badge ${status}"
                  >${messages.subscriptionStatus[status] ?? status}</span
                >`
          }
        </p>
        ${plan.description ? html`<p class="muted"><bdi>${plan.description}</bdi></p>` : nothing}
      </div>
      <p part="price" class="price">${priceOf(plan, locale)}</p>
      ${factList(view, locale)} ${featureList(plan, locale)} ${supportActions(view.actions, locale)}
    </section>
  `;
}

function factList({ subscription, timeZone }: SupportView, locale: Locale) {
  const { messages } = locale;
  const { period, renewsAt, status } = subscription;
  const isOver = status === 'none' || status === 'canceled';
  const facts: (readonly [label: string, value: string])[] = [
    ...(period ? ([[messages.activeSince, locale.day(period.start, timeZone)]] as const) : []),
    ...(isOver || renewsAt === undefined || (renewsAt === null && !period)
      ? []
      : ([
          [
            messages.renewal,
            renewsAt === null
              ? messages.doesNotRenew
              : messages.renewsOn(locale.day(renewsAt, timeZone)),
          ],
        ] as const)),
  ];
  if (facts.length === 0) return nothing;
  return html`<dl part="facts" class="facts">
    ${facts.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd><bdi>${value}</bdi></dd>
        </div>`,
    )}
  </dl>`;
}

function featureList(plan: Plan, locale: Locale) {
  const groups = compareFeatures([plan]);
  if (groups.length === 0) return nothing;
  return html`<div part="features" class="features">
    <h4 class="visually-hidden">${locale.messages.supportEntitles}</h4>
    ${groups.map((group) => featureGroup(group, locale))}
  </div>`;
}

function featureGroup({ name, rows }: FeatureGroup, locale: Locale) {
  return html`<div class="feature-group">
    ${name === undefined ? nothing : html`<h5 part="subheading"><bdi>${name}</bdi></h5>`}
    <dl>
      ${rows.map(
        ({ name: feature, values: [value] }) =>
          html`<div class=${isMissing(value) ? 'missing' : ''}>
            <dt><bdi>${feature}</bdi></dt>
            <dd>${featureValue(value, locale)}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}

const isMissing = (value: FeatureValue): boolean => value === false || value === undefined;
