import { checkoutMessages as english } from './en-checkout.js';
import type { Locale, Speech } from './locale.js';
import type { CheckoutMessages } from './messages.js';
import { withTexts } from './with-texts.js';

/** The same language with the texts of dialogs and of the payment page. */
export function checkoutLocale<Known extends object>(
  locale: Speech<Known>,
): Locale<Known & CheckoutMessages> {
  return withTexts(locale, english);
}
