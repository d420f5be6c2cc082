import { invoiceListTexts } from '../../i18n/en-invoice-list.js';
import { planTexts } from '../../i18n/en-plans.js';
import type { Locale, Speech } from '../../i18n/locale.js';
import type { InvoiceListMessages, PlanMessages } from '../../i18n/messages.js';
import { withTexts } from '../../i18n/with-texts.js';

/** A language as `invoice-list` knows it. */
export type InvoiceLocale = Locale<PlanMessages & InvoiceListMessages>;

export function invoiceLocale(speech: Speech): InvoiceLocale {
  return withTexts(withTexts(speech, planTexts), invoiceListTexts);
}

/** What an invoice is called among people. */
export function nameOf(
  { number }: { readonly number: string | null },
  { messages }: InvoiceLocale,
): string {
  return number ?? messages.noNumber;
}
