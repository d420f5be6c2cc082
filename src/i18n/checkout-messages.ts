import { checkoutMessages as english } from './en-checkout.js';
import type { Locale } from './locale.js';
import type { AllMessages, CheckoutMessages } from './messages.js';

/** A language that knows the texts of dialogs and of the payment page as well. */
export interface CheckoutLocale extends Locale {
  readonly messages: AllMessages;
}

/** The texts of dialogs and of the payment page, with the page's own in their place. */
export function checkoutMessages(overrides: object): CheckoutMessages {
  return { ...english, ...overrides };
}

/**
 * The same language with the texts of dialogs and of the payment page. What the page put in place
 * of any text is among the locale's messages, whichever part says it.
 */
export function checkoutLocale(locale: Locale): CheckoutLocale {
  return {
    tag: locale.tag,
    messages: { ...english, ...locale.messages },
    direction: locale.direction,
    number: (value) => locale.number(value),
    money: (value) => locale.money(value),
    count: (value) => locale.count(value),
    date: (date, style) => locale.date(date, style),
    month: (date, style) => locale.month(date, style),
    dateRange: (first, last) => locale.dateRange(first, last),
    day: (instant, timeZone) => locale.day(instant, timeZone),
    dateTime: (instant, timeZone) => locale.dateTime(instant, timeZone),
    time: (epochMs) => locale.time(epochMs),
    inDays: (days) => locale.inDays(days),
    list: (items) => locale.list(items),
  };
}
