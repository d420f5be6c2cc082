import { billingCheckoutTexts } from '../src/i18n/en-billing-checkout.js';
import { billingConsoleTexts } from '../src/i18n/en-billing-console.js';
import { checkoutMessages } from '../src/i18n/en-checkout.js';
import { invoiceDocumentTexts } from '../src/i18n/en-invoice-document.js';
import { invoiceListTexts } from '../src/i18n/en-invoice-list.js';
import { planUsageTexts } from '../src/i18n/en-plan-usage.js';
import { planTexts } from '../src/i18n/en-plans.js';
import { supportPlanTexts } from '../src/i18n/en-support-plan.js';
import { usageChartTexts } from '../src/i18n/en-usage-chart.js';
import { commonTexts } from '../src/i18n/en.js';
import type { AllMessages } from '../src/i18n/messages.js';

/** Every text of every element, in English. */
export const english: AllMessages = {
  ...commonTexts,
  ...planTexts,
  ...planUsageTexts,
  ...supportPlanTexts,
  ...invoiceListTexts,
  ...invoiceDocumentTexts,
  ...usageChartTexts,
  ...billingConsoleTexts,
  ...checkoutMessages,
  ...billingCheckoutTexts,
};
