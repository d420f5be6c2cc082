import type { nothing, TemplateResult } from 'lit';

import type { Subscription } from '../../billing/types.js';
import { notices } from '../../ui/plans/notices.view.js';
import type { Notice } from '../../ui/plans/notices.view.js';
import { dayAndDistance, daysUntil } from '../../ui/plans/plan-words.js';
import type { SupportLocale as Locale } from './support-locale.js';

/** What the notices are drawn from. */
export interface NoticesView {
  readonly subscription: Subscription;
  readonly timeZone: string;
  /** Pays what is overdue. */
  readonly pay: TemplateResult | typeof nothing;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A renewal is announced this many days ahead. */
const renewalNotice = 5;

/** What the person should know before reading on: overdue, ending, changing, renewing soon. */
export function supportNotices(view: NoticesView, locale: Locale): TemplateResult | typeof nothing {
  return notices([...statusNotices(view, locale), ...scheduledNotices(view, locale)]);
}

function statusNotices({ pay, subscription }: NoticesView, { messages }: Locale): Notice[] {
  switch (subscription.status) {
    case 'past_due':
      return [{ tone: 'danger', text: messages.supportPastDue, action: pay }];
    case 'paused':
      return [{ tone: 'warning', text: messages.supportPaused }];
    default:
      return [];
  }
}

function scheduledNotices(view: NoticesView, locale: Locale): Notice[] {
  const { messages } = locale;
  const { renewsAt, scheduled } = view.subscription;
  if (scheduled) {
    const day = locale.day(scheduled.at, view.timeZone);
    const { plan, type } = scheduled;
    const isChange = type === 'change' && plan;
    return [
      {
        tone: 'info',
        text: isChange ? messages.changesOn(plan.name, day) : messages.supportEndsOn(day),
      },
    ];
  }
  if (!renewsAt || !isSoon(view, renewsAt)) return [];
  const [day, when] = dayAndDistance(renewsAt, view.timeZone, view.now, locale);
  return [{ tone: 'info', text: messages.supportRenewsSoon(day, when) }];
}

function isSoon({ now, timeZone }: NoticesView, instant: string): boolean {
  const days = daysUntil(instant, timeZone, now);
  return days >= 0 && days <= renewalNotice;
}
