/** Fetched when someone first wants the list as a file. */
import { loadCsvWriter } from '../../export/csv.js';
import { invoicesCsv } from '../../export/invoices-csv.js';
import { saveFile } from '../../export/save-file.js';
import { allInvoices } from './all-invoices.js';
import type { AllInvoicesOrder } from './all-invoices.js';
import type { InvoiceLocale } from './invoice-locale.js';

export interface ListExportOrder extends AllInvoicesOrder {
  readonly locale: InvoiceLocale;
}

/**
 * Saves every invoice that matches, page after page to the end.
 * @throws {BillingError} `incomplete_export` where the pages lead round, or that of a page that
 * could not be loaded; then nothing is saved
 */
export async function exportInvoices(order: ListExportOrder): Promise<void> {
  const { locale, signal } = order;
  const { messages } = locale;
  const [csv, invoices] = await Promise.all([loadCsvWriter(), allInvoices(order)]);
  const file = await invoicesCsv(csv, invoices, {
    number: messages.invoiceNumber,
    date: messages.invoiceDate,
    dueDate: messages.csvDueDate,
    kind: messages.invoiceKind,
    description: messages.csvDescription,
    status: messages.invoiceStatus,
    paymentMethod: messages.invoiceMethod,
    total: messages.csvTotal,
    amountDue: messages.csvAmountDue,
    currency: messages.csvCurrency,
  });
  signal.throwIfAborted();
  saveFile(file, 'invoices.csv');
}
