import { checkoutLocale } from '../../i18n/checkout-messages.js';
import { planUsageTexts } from '../../i18n/en-plan-usage.js';
import type { Locale, Speech } from '../../i18n/locale.js';
import type { CheckoutMessages, PlanUsageMessages } from '../../i18n/messages.js';
import { withTexts } from '../../i18n/with-texts.js';

/** A language as the dialogs know it: with their own texts beside those of the element. */
export type DialogLocale = Locale<PlanUsageMessages & CheckoutMessages>;

export function dialogLocale(speech: Speech): DialogLocale {
  return checkoutLocale(withTexts(speech, planUsageTexts));
}
