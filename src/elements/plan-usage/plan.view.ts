import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { dateIn, isTimeZone } from '../../billing/dates.js';
import { isZero } from '../../billing/decimal.js';
import type { Meter, Period, Plan, Subscription } from '../../billing/types.js';
import type { PlanUsageLocale as Locale } from '../../i18n/locale.js';
import { planActions } from './actions.view.js';
import type { PlanActions } from './actions.view.js';

/** What the plan summary is drawn from. */
export interface PlanView {
  readonly subscription: Subscription;
  readonly meters: readonly Meter[];
  readonly timeZone: string;
  readonly actions: PlanActions;
}

/** The plan's name, price, status, period and renewal. */
export function planSummary(view: PlanView, locale: Locale): TemplateResult {
  const { plan, status } = view.subscription;
  const { messages } = locale;
  if (!plan) {
    return html`<div part="plan" class="card plan">
      <p>${messages.noPlan}</p>
      ${planActions(view.actions, locale)}
    </div>`;
  }
  return html`
    <section part="plan" class="card plan" aria-labelledby="plan-label">
      <div class="plan-name">
        <h3 id="plan-label">${messages.currentPlan}</h3>
        <p class="name">
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
      ${factList(view, locale)} ${planActions(view.actions, locale)}
    </section>
  `;
}

/** What a plan costs, and how often; `by agreement` where people say it. */
export function priceOf(
  { interval, intervalCount, price }: Plan,
  locale: Locale,
): TemplateResult | string | typeof nothing {
  const { messages } = locale;
  if (price === undefined) return nothing;
  if (price === null) return messages.byAgreement;
  const amount = html`<strong><bdi>${locale.money(price)}</bdi></strong>`;
  if (interval === undefined) return amount;
  return html`${amount} <bdi class="muted">${messages.every(interval, intervalCount)}</bdi>`;
}

function factList({ meters, subscription, timeZone }: PlanView, locale: Locale) {
  const { messages } = locale;
  const { period, plan } = subscription;
  const facts: (readonly [label: string, value: unknown])[] = [
    ...(period ? ([[messages.period, periodOf(period, timeZone, locale)]] as const) : []),
    ...renewalFact(subscription, timeZone, locale),
    ...(plan?.allowances ?? []).map(
      (allowance) => [meterName(meters, allowance.meter), allowanceOf(allowance, locale)] as const,
    ),
  ];
  if (facts.length === 0) return nothing;
  return html`<dl class="facts">
    ${facts.map(
      ([label, value]) =>
        html`<div>
          <dt><bdi>${label}</bdi></dt>
          <dd><bdi>${value}</bdi></dd>
        </div>`,
    )}
  </dl>`;
}

function renewalFact({ renewsAt, status }: Subscription, timeZone: string, locale: Locale) {
  const { messages } = locale;
  if (status === 'none' || status === 'canceled' || renewsAt === undefined) return [];
  const value =
    renewsAt === null ? messages.doesNotRenew : messages.renewsOn(locale.day(renewsAt, timeZone));
  return [[messages.renewal, value]] as const;
}

/** The last day that belongs to the period: its end is the first instant after it. */
function periodOf({ end, start }: Period, timeZone: string, locale: Locale): string {
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  return locale.dateRange(dateIn(zone, Date.parse(start)), dateIn(zone, Date.parse(end) - 1));
}

export function meterName(meters: readonly Meter[], id: string): string {
  return meters.find((meter) => meter.id === id)?.name ?? id;
}

type Allowance = NonNullable<Plan['allowances']>[number];

/** What a plan includes of a meter, and what each one above that costs. */
export function allowanceOf({ included, overagePrice }: Allowance, locale: Locale): string {
  const { messages } = locale;
  if (included === null || included === undefined) return messages.unlimited;
  const price = overagePrice && locale.money(overagePrice);
  if (price !== undefined && isZero(included)) return messages.priceEach(price);
  const shown = messages.included(locale.number(included));
  return price === undefined ? shown : messages.includedThen(shown, price);
}
