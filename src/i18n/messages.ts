import type { billingConsoleTexts } from './en-billing-console.js';
import type { billingCheckoutTexts } from './en-billing-checkout.js';
import type { checkoutMessages } from './en-checkout.js';
import type { invoiceDocumentTexts } from './en-invoice-document.js';
import type { invoiceListTexts } from './en-invoice-list.js';
import type { planUsageTexts } from './en-plan-usage.js';
import type { planTexts } from './en-plans.js';
import type { supportPlanTexts } from './en-support-plan.js';
import type { usageChartTexts } from './en-usage-chart.js';
import type { commonTexts } from './en.js';

/** What all elements say. English is the model: another language has the same keys. */
export type CommonMessages = typeof commonTexts;
/** What is said of every plan. */
export type PlanMessages = typeof planTexts;
export type PlanUsageMessages = typeof planUsageTexts;
export type InvoiceListMessages = typeof invoiceListTexts;
/** The texts of an invoice on paper. */
export type InvoiceDocumentMessages = typeof invoiceDocumentTexts;
export type SupportPlanMessages = typeof supportPlanTexts;
export type UsageChartMessages = typeof usageChartTexts;
export type BillingCheckoutMessages = typeof billingCheckoutTexts;
export type BillingConsoleMessages = typeof billingConsoleTexts;
/** The texts of the dialogs that lead to the payment page. */
export type CheckoutMessages = typeof checkoutMessages;

/** Every text that a page may put its own in place of, by its key. */
export type AllMessages = CommonMessages &
  PlanMessages &
  PlanUsageMessages &
  SupportPlanMessages &
  InvoiceListMessages &
  InvoiceDocumentMessages &
  UsageChartMessages &
  BillingConsoleMessages &
  CheckoutMessages &
  BillingCheckoutMessages;
