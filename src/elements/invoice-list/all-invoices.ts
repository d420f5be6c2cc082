import type { BillingApi } from '../../api/billing-api.js';
import { BillingError } from '../../api/billing-error.js';
import type { Invoice, InvoiceQuery } from '../../billing/types.js';

/** As many as a server gives at once. */
const limit = 100;

export interface AllInvoicesOrder {
  readonly client: BillingApi;
  readonly query: InvoiceQuery;
  readonly signal: AbortSignal;
  /** Hears how many there are so far. */
  readonly progressed: (count: number) => void;
}

/**
 * Every invoice that matches, page after page to the end, each once.
 * @throws {BillingError} `incomplete_export` where the pages lead round or hold what cannot be read,
 * or that of a page that could not be loaded
 */
export async function allInvoices(order: AllInvoicesOrder): Promise<readonly Invoice[]> {
  const { client, progressed, query, signal } = order;
  const found = new Map<string, Invoice>();
  const followed = new Set<string>();
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<BillingApi['invoices']>> = await client.invoices(
      { ...query, limit, ...(cursor !== null && { cursor }) },
      { signal },
    );
    signal.throwIfAborted();
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
