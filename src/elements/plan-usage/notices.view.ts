import type { nothing, TemplateResult } from 'lit';

import { balanceStatus, expiringGrants } from '../../billing/balances.js';
import type { Balance, Decimal, Subscription } from '../../billing/types.js';
import type { PlanUsageLocale as Locale } from '../../i18n/locale.js';
import { notices } from '../../ui/plans/notices.view.js';
import type { Notice } from '../../ui/plans/notices.view.js';
import { dayAndDistance } from '../../ui/plans/plan-words.js';
import { balanceAmount } from './balances.view.js';

/** What the notices are drawn from. */
export interface NoticesView {
  readonly subscription: Subscription;
  readonly balances: readonly Balance[];
  readonly warnAt: Decimal | undefined;
  /** Pays what is overdue. */
  readonly pay: TemplateResult | typeof nothing;
  readonly timeZone: string;
  /** Milliseconds since 1970; a balance with an `asOf` of its own counts from that. */
  readonly now: number;
}

/** What the person should know before reading on: overdue, ending, low, used up, expiring. */
export function noticeList(view: NoticesView, locale: Locale): TemplateResult | typeof nothing {
  return notices([...planNotices(view, locale), ...balanceNotices(view, locale)]);
}

function planNotices(view: NoticesView, locale: Locale): Notice[] {
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
  return found;
}

function balanceNotices(view: NoticesView, locale: Locale): Notice[] {
  return view.balances.flatMap((balance) => [
    ...statusNotice(balance, view, locale),
    ...expiryNotices(balance, view, locale),
  ]);
}

function statusNotice(balance: Balance, { warnAt }: NoticesView, { messages }: Locale): Notice[] {
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

function expiryNotices(balance: Balance, view: NoticesView, locale: Locale): Notice[] {
  const now = balance.asOf === undefined ? view.now : Date.parse(balance.asOf);
  return expiringGrants(balance, now).map(({ expiresAt = '', name, remaining }) => {
    const [day, when] = dayAndDistance(expiresAt, view.timeZone, now, locale);
    const amount = balanceAmount(balance, remaining, locale);
    return { tone: 'warning', text: locale.messages.grantExpires(name, amount, day, when) };
  });
}
