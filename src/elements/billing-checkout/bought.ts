import { isFree } from '../../billing/purchase.js';
import { isolated } from '../../i18n/isolate.js';
import type { BillingCheckoutLocale as Locale } from '../../i18n/locale.js';
import { isAtOnce } from './consent.js';
import type { InvoiceReview, PlanReview, Review, TopUpReview } from './review.js';

/** What the summary is drawn from. */
export interface SummaryView {
  readonly review: Review;
  readonly timeZone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface Bought {
  readonly kind: string;
  readonly name: string;
  readonly facts: readonly string[];
}

/** What is bought, in words. */
export function boughtOf(view: SummaryView, locale: Locale): Bought {
  const { review } = view;
  switch (review.kind) {
    case 'plan':
      return planBought(review, view, locale);
    case 'top_up':
      return topUpBought(review, locale);
    case 'invoice':
      return invoiceBought(review, locale);
  }
}

function planBought(
  { current, plan, preview, slot }: PlanReview,
  { now, timeZone }: SummaryView,
  locale: Locale,
): Bought {
  const { messages } = locale;
  const { interval, intervalCount, price } = plan;
  const effect = preview
    ? isAtOnce(preview.effectiveAt, timeZone, now)
      ? messages.takesEffectNow
      : messages.takesEffectOn(locale.day(preview.effectiveAt, timeZone))
    : undefined;
  const cost = price && [
    locale.money(price),
    interval === undefined
      ? ''
      : messages.every(interval, intervalCount, locale.count(intervalCount)),
  ];
  return {
    kind: messages.purchaseKinds[slot] ?? slot,
    name: plan.name,
    facts: [
      ...(cost ? [cost.join(' ').trim()] : []),
      ...(current ? [messages.replacesPlan(current.name)] : []),
      ...(effect === undefined ? [] : [effect]),
    ],
  };
}

function topUpBought({ account, balance, topUp }: TopUpReview, locale: Locale): Bought {
  const { messages } = locale;
  const { units } = topUp;
  const meter = account.meters.find(({ id }) => id === balance.meter)?.name;
  return {
    kind: messages.purchaseKinds['top_up'] ?? 'top_up',
    name: balance.name,
    facts: units === undefined ? [] : [messages.buysUnits(locale.number(units), meter)],
  };
}

function invoiceBought({ invoice }: InvoiceReview, locale: Locale): Bought {
  const { messages } = locale;
  const { date, description, id, number } = invoice;
  return {
    kind: messages.purchaseKinds['invoice'] ?? 'invoice',
    name: number ?? id,
    facts: [
      ...(description === undefined ? [] : [description]),
      messages.invoiceDated(locale.date(date, 'long')),
    ],
  };
}

/** What an outcome is about: the thing by its name, and what it costs. */
export function receiptOf(view: SummaryView, locale: Locale): string {
  const { due } = view.review;
  const { name } = boughtOf(view, locale);
  return due && !isFree(due) ? `${isolated(name)} · ${isolated(locale.money(due))}` : name;
}
