/** Fetched when an invoice is first to be drawn here, for lack of a file. */
import type { InvoiceDetail } from '../../billing/types.js';
import { invoiceDocument } from '../../export/invoice-document.js';
import type { InvoiceDocument } from '../../export/invoice-document.js';
import { invoicePdf } from '../../export/invoice-pdf.js';
import { printDocument } from '../../export/print-view.js';
import { invoiceDocumentTexts } from '../../i18n/en-invoice-document.js';
import { withTexts } from '../../i18n/with-texts.js';
import { periodOf } from '../../ui/plans/plan-words.js';
import type { InvoiceLocale } from './invoice-locale.js';
import { sumsOf } from './sums.js';

export interface CopySettings {
  readonly locale: InvoiceLocale;
  readonly timeZone: string;
}

/** A copy of an invoice as a PDF; `undefined` where no font at hand draws all that is on it. */
export function invoiceCopy(
  invoice: InvoiceDetail,
  settings: CopySettings,
): Promise<Blob | undefined> {
  return invoicePdf(documentOf(invoice, settings));
}

/** Prints an invoice as a document of its own. */
export function printInvoice(invoice: InvoiceDetail, settings: CopySettings): void {
  printDocument(documentOf(invoice, settings));
}

function documentOf(invoice: InvoiceDetail, { locale, timeZone }: CopySettings): InvoiceDocument {
  return invoiceDocument(invoice, {
    locale: withTexts(locale, invoiceDocumentTexts),
    period: ({ period }) => period && periodOf(period, timeZone, locale),
    sums: sumsOf(invoice, locale).map(({ amount, isTotal = false, label }) => ({
      label,
      value: locale.money(amount),
      isTotal,
    })),
  });
}
