/** Fetched when someone first wants the list as a file. */
import type { BillingApi } from '../../api/billing-api.js';
import { BillingError } from '../../api/billing-error.js';
import type { Invoice, InvoiceQuery } from '../../billing/types.js';
import { loadCsvWriter } from '../../export/csv.js';
import { invoicesCsv } from '../../export/invoices-csv.js';
import { saveFile } from '../../export/save-file.js';
import type { InvoiceLocale } from './invoice-locale.js';

/** As many as a server gives at once. */
const limit = 100;

export interface ListExportOrder {
  readonly client: BillingApi;
  readonly query: InvoiceQuery;
  readonly signal: AbortSignal;
  readonly locale: InvoiceLocale;
  /** Hears how many there are so far. */
  readonly progressed: (count: number) => void;
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

async function allInvoices({ client, progressed, query, signal }: ListExportOrder) {
  const found = new Map<string, Invoice>();
  const followed = new Set<string>();
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<BillingApi['invoices']>> = await client.invoices(
      { ...query, limit, ...(cursor !== null && { cursor }) },
      { signal },
    );
    if ((page.setAside ?? 0) > 0) throw new BillingError('incomplete_export', { retryable: true });
    for (const invoice of page.items) {
      // What is still to come is no invoice yet.
      if (invoice.id !== 'upcoming') found.set(invoice.id, invoice);
    }
    progressed(found.size);
    cursor = page.nextCursor;
    if (cursor !== null && followed.has(cursor)) {
      throw new BillingError('incomplete_export', { retryable: true });
    }
    if (cursor !== null) followed.add(cursor);
  } while (cursor !== null);
  return [...found.values()];
}
