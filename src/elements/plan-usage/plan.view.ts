import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Meter, Subscription } from '../../billing/types.js';
import type { PlanUsageLocale as Locale } from '../../i18n/locale.js';
import { allowanceOf, meterName, periodOf, priceOf } from '../../ui/plans/plan-words.js';
import { planActions } from './actions.view.js';
import type { PlanActions } from './actions.view.js';
import { paymentMethodFact } from './payment-method.view.js';
import type { PaymentMethodView } from './payment-method.view.js';

/** What the plan summary is drawn from. */
export interface PlanView {
  readonly subscription: Subscription;
  readonly meters: readonly Meter[];
  readonly timeZone: string;
  readonly actions: PlanActions;
  readonly payment: PaymentMethodView | undefined;
}

/** The plan's name, price, status, period and renewal. */
export function planSummary(view: PlanView, locale: Locale): TemplateResult {
  const { plan, status } = view.subscription;
  const { messages } = locale;
  if (!plan) {
    return html`<div part="plan card" class="card plan">
      <p>${messages.noPlan}</p>
      ${planActions(view.actions, locale)}
    </div>`;
  }
  return html`
    <section part="plan card" class="card plan" aria-labelledby="plan-label">
      <div class="plan-name">
        <h3 id="plan-label" part="subheading">${messages.currentPlan}</h3>
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
      ${factList(view, locale)} ${planActions(view.actions, locale)}
    </section>
  `;
}

function factList({ meters, payment, subscription, timeZone }: PlanView, locale: Locale) {
  const { messages } = locale;
  const { period, plan } = subscription;
  const facts: (readonly [label: string, value: unknown])[] = [
    ...(period ? ([[messages.period, periodOf(period, timeZone, locale)]] as const) : []),
    ...renewalFact(subscription, timeZone, locale),
    ...(plan?.allowances ?? []).map(
      (allowance) => [meterName(meters, allowance.meter), allowanceOf(allowance, locale)] as const,
    ),
  ];
  if (facts.length === 0 && !payment) return nothing;
  return html`<dl part="facts" class="facts">
    ${facts.map(
      ([label, value]) =>
        html`<div>
          <dt><bdi>${label}</bdi></dt>
          <dd><bdi>${value}</bdi></dd>
        </div>`,
    )}
    ${payment ? paymentMethodFact(payment, locale) : nothing}
  </dl>`;
}

function renewalFact({ renewsAt, status }: Subscription, timeZone: string, locale: Locale) {
  const { messages } = locale;
  if (status === 'none' || status === 'canceled' || renewsAt === undefined) return [];
  const value =
    renewsAt === null ? messages.doesNotRenew : messages.renewsOn(locale.day(renewsAt, timeZone));
  return [[messages.renewal, value]] as const;
}
