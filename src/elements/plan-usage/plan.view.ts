import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Meter, Subscription } from '../../billing/types.js';
import type { PlanUsageLocale as Locale } from '../../i18n/locale.js';
import { factList, planSummaryCard, renewalFact } from '../../ui/plans/plan-summary.view.js';
import type { Fact } from '../../ui/plans/plan-summary.view.js';
import { allowanceOf, meterName, periodOf } from '../../ui/plans/plan-words.js';
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
  const { messages } = locale;
  return planSummaryCard(
    {
      subscription: view.subscription,
      label: messages.currentPlan,
      none: messages.noPlan,
      details: html`${facts(view, locale)}`,
      actions: planActions(view.actions, locale),
    },
    locale,
  );
}

function facts({ meters, payment, subscription, timeZone }: PlanView, locale: Locale) {
  const { period, plan } = subscription;
  const known: Fact[] = [
    ...(period ? [[locale.messages.period, periodOf(period, timeZone, locale)] as const] : []),
    ...renewalFact(subscription, timeZone, locale),
    ...(plan?.allowances ?? []).map(
      (allowance) => [meterName(meters, allowance.meter), allowanceOf(allowance, locale)] as const,
    ),
  ];
  return factList(known, payment ? paymentMethodFact(payment, locale) : nothing);
}
