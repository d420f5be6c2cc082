import type { nothing, TemplateResult } from 'lit';

import { balanceStatus, expiringGrants } from '../../billing/balances.js';
import type { Balance, Decimal, Subscription } from '../../billing/types.js';
import type { PlanUsageLocale as Locale } from '../../i18n/locale.js';
import { notices } from '../../ui/plans/notices.view.js';
import type { Notice } from '../../ui/plans/notices.view.js';
import { dayAndDistance } from '../../ui/plans/plan-words.js';
import { balanceAmount } from './balances.view.js';

interface NoticesView {
  readonly timeZone: string;
  /** Milliseconds since 1970; a balance with an `asOf` of its own counts from that. */
  readonly now: number;
}

/** What the notices of the plan are drawn from. */
export interface PlanNoticesView extends NoticesView {
  readonly subscription: Subscription;
  /** Pays what is overdue. */
  readonly pay: TemplateResult | typeof nothing;
}

/** What the notices of the balances are drawn from. */
export interface BalanceNoticesView extends NoticesView {
  readonly balances: readonly Balance[];
  readonly warnAt: Decimal | undefined;
}

/** What the person should know of the plan before reading on: overdue, paused, ending. */
export function planNotices(
  view: PlanNoticesView,
  locale: Locale,
): TemplateResult | typeof nothing {
  const { messages } = locale;
  const { scheduled, status, trialEndsAt } = view.subscription;
  const found: Notice[] = [];
  if (status === 'past_due') {
    found.push({ tone: 'danger', text: messages.planPastDue, action: view.pay });
  }
  if (status === 'paused') found.push({ tone: 'warning', text: messages.planPaused });
  if (status === 'trialing' && trialEndsAt) {
    const [day, when] = dayAndDistance(trialEndsAt, view.timeZone, view.now, locale);
    found.push({ tone: 'info', text: messages.trialEndsOn(day, when) });
  }
  if (scheduled) {
    const day = locale.day(scheduled.at, view.timeZone);
    const { plan, type } = scheduled;
    const text =
      type === 'change' && plan ? messages.changesOn(plan.name, day) : messages.cancelsOn(day);
    found.push({ tone: 'info', text });
  }
  return notices(found);
}

/**
 * What the person should know of what is left: low, used up, expiring. It stands with the balances,
 * which may come later than the plan: above it, it would push away what is being read.
 */
export function balanceNotices(
  view: BalanceNoticesView,
  locale: Locale,
): TemplateResult | typeof nothing {
  return notices(
    view.balances.flatMap((balance) => [
      ...statusNotice(balance, view, locale),
      ...expiryNotices(balance, view, locale),
    ]),
  );
}

function statusNotice(
  balance: Balance,
  { warnAt }: BalanceNoticesView,
  { messages }: Locale,
): Notice[] {
  const { name } = balance;
  switch (balanceStatus(balance, warnAt)) {
    case 'low':
      return [{ tone: 'warning', text: messages.balanceLow(name) }];
    case 'exhausted':
      return [{ tone: 'danger', text: messages.balanceExhausted(name) }];
    case 'expired':
      return [{ tone: 'danger', text: messages.balanceExpired(name) }];
    default:
      return [];
  }
}

function expiryNotices(balance: Balance, view: BalanceNoticesView, locale: Locale): Notice[] {
  const now = balance.asOf === undefined ? view.now : Date.parse(balance.asOf);
  return expiringGrants(balance, now).map(({ expiresAt = '', name, remaining }) => {
    const [day, when] = dayAndDistance(expiresAt, view.timeZone, now, locale);
    const amount = balanceAmount(balance, remaining, locale);
    return { tone: 'warning', text: locale.messages.grantExpires(name, amount, day, when) };
  });
}
