import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { compareFeatures } from '../../billing/compare-plans.js';
import type { FeatureGroup, FeatureValue } from '../../billing/compare-plans.js';
import type { Plan, Subscription } from '../../billing/types.js';
import { featureValue } from '../../ui/plans/feature-value.view.js';
import { factList, planSummaryCard, renewalFact } from '../../ui/plans/plan-summary.view.js';
import type { Fact } from '../../ui/plans/plan-summary.view.js';
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
  const { messages } = locale;
  const { plan } = view.subscription;
  return planSummaryCard(
    {
      subscription: view.subscription,
      label: messages.currentSupport,
      none: messages.noSupport,
      details: html`${facts(view, locale)} ${plan ? featureList(plan, locale) : nothing}`,
      actions: supportActions(view.actions, locale),
    },
    locale,
  );
}

function facts({ subscription, timeZone }: SupportView, locale: Locale) {
  const { period, renewsAt } = subscription;
  const known: Fact[] = [
    ...(period ? [[locale.messages.activeSince, locale.day(period.start, timeZone)] as const] : []),
    // What has no period never renews, which goes without saying.
    ...(renewsAt === null && !period ? [] : renewalFact(subscription, timeZone, locale)),
  ];
  return factList(known);
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
