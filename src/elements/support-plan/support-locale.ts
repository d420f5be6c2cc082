import { planTexts } from '../../i18n/en-plans.js';
import { supportPlanTexts } from '../../i18n/en-support-plan.js';
import type { Locale, Speech } from '../../i18n/locale.js';
import type { PlanMessages, SupportPlanMessages } from '../../i18n/messages.js';
import { withTexts } from '../../i18n/with-texts.js';

/** A language as `support-plan` knows it. */
export type SupportLocale = Locale<PlanMessages & SupportPlanMessages>;

export function supportLocale(speech: Speech): SupportLocale {
  return withTexts(withTexts(speech, planTexts), supportPlanTexts);
}
