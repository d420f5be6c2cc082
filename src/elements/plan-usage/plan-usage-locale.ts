import { planUsageTexts } from '../../i18n/en-plan-usage.js';
import { planTexts } from '../../i18n/en-plans.js';
import type { Locale, PlanUsageLocale, Speech } from '../../i18n/locale.js';
import type { CheckoutMessages, PlanMessages, PlanUsageMessages } from '../../i18n/messages.js';
import { withTexts } from '../../i18n/with-texts.js';
import { dialogLocale } from '../../ui/checkout/dialog-locale.js';

/** A language as the dialogs about reloading know it. */
export type ReloadLocale = Locale<PlanMessages & CheckoutMessages & PlanUsageMessages>;

export function planUsageLocale(speech: Speech): PlanUsageLocale {
  return withTexts(withTexts(speech, planTexts), planUsageTexts);
}

export function reloadLocale(speech: Speech): ReloadLocale {
  return withTexts(dialogLocale(speech), planUsageTexts);
}
