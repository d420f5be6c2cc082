import { checkoutLocale } from '../../i18n/checkout-messages.js';
import { planTexts } from '../../i18n/en-plans.js';
import type { Locale, Speech } from '../../i18n/locale.js';
import type { CheckoutMessages, PlanMessages } from '../../i18n/messages.js';
import { withTexts } from '../../i18n/with-texts.js';

/** A language as the dialogs that sell something know it. */
export type DialogLocale = Locale<PlanMessages & CheckoutMessages>;

export function dialogLocale(speech: Speech): DialogLocale {
  return checkoutLocale(withTexts(speech, planTexts));
}
