import { dateIn, isTimeZone } from '../../billing/dates.js';
import { isFree } from '../../billing/purchase.js';
import type { Instant, PaymentOption } from '../../billing/types.js';
import type { BillingCheckoutLocale as Locale } from '../../i18n/locale.js';
import type { Review } from './review.js';

/** Until when something is "at once": the day of it is today, or past. */
export function isAtOnce(instant: Instant, timeZone: string, now: number): boolean {
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  return dateIn(zone, Date.parse(instant)) <= dateIn(zone, now);
}

export interface ConsentView {
  readonly review: Review;
  /** The chosen way to pay; `undefined` where none is needed, or the server leaves no choice. */
  readonly way: PaymentOption | undefined;
  readonly timeZone: string;
  readonly now: number;
}

/** What will be done in the person's name, in plain words and with the server's figures. */
export function consentWords(view: ConsentView, locale: Locale): string {
  return [chargeWords(view, locale), ...timingWords(view, locale), ...autoWords(view, locale)].join(
    ' ',
  );
}

function chargeWords({ review, way }: ConsentView, locale: Locale): string {
  const { messages } = locale;
  const { account, due } = review;
  const label = way?.label ?? account.paymentMethod?.label;
  if (due && isFree(due)) return messages.consentFree;
  if (!due) {
    return label === undefined ? messages.consentUnknownOnFile : messages.consentUnknown(label);
  }
  const amount = locale.money(due);
  if (label === undefined) return messages.consentOnFile(amount);
  const isEstimate = review.kind === 'plan' && review.preview?.exact === false;
  const words = wayWords(way, locale)(label, amount);
  return isEstimate ? `${words} ${messages.consentEstimate}` : words;
}

function wayWords(way: PaymentOption | undefined, { messages }: Locale) {
  switch (way?.kind) {
    case undefined:
    case 'saved':
      return messages.consentCharge;
    case 'hosted':
      return messages.consentHosted;
    case 'transfer':
      return messages.consentTransfer;
    default:
      return messages.consentOther;
  }
}

function timingWords({ now, review, timeZone }: ConsentView, locale: Locale): string[] {
  if (review.kind !== 'plan' || !review.preview) return [];
  const { effectiveAt } = review.preview;
  if (isAtOnce(effectiveAt, timeZone, now)) return [];
  return [locale.messages.consentChangeOn(review.plan.name, locale.day(effectiveAt, timeZone))];
}

function autoWords({ review }: ConsentView, locale: Locale): string[] {
  if (review.kind !== 'top_up') return [];
  const { autoTopUp, balance } = review;
  if (!autoTopUp?.enabled || !autoTopUp.amount || autoTopUp.threshold === undefined) return [];
  const { currency } = balance;
  const threshold =
    currency === undefined
      ? locale.number(autoTopUp.threshold)
      : locale.money({ amount: autoTopUp.threshold, currency });
  return [locale.messages.consentAutoReload(locale.money(autoTopUp.amount), threshold)];
}
