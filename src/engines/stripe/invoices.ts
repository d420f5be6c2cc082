import type { CallOptions } from '../../api/billing-api.js';
import { startOfDay } from '../../billing/dates.js';
import { ownOf } from '../shared/own.js';
import type {
  Invoice,
  InvoiceDetail,
  InvoicePage,
  InvoicePdf,
  InvoiceQuery,
} from '../../billing/types.js';
import type { EngineQuery } from '../shared/client.js';
import { openedCursor, sealed } from '../shared/opaque.js';
import { notFound } from '../shared/refusals.js';
import * as answers from './answers.js';
import type { StripeInvoice } from './answers.js';
import { pageOf } from './client.js';
import type { Stripe } from './client.js';
import { detailOf, invoiceOf, upcomingOf } from './invoice-details.js';
import { heldIn } from './subscriptions.js';

/** Stripe lists the newest first. For the other order all are collected, up to so many. */
const MOST_REVERSED = 1000;
/** Pages of Stripe's that one page of ours may take, where a status of ours is but a part of theirs. */
const MOST_PAGES = 5;
const MOST_LINES = 2000;

/** One invoice, if it is the customer's. */
export async function ownInvoice(
  stripe: Stripe,
  id: string,
  options: CallOptions | undefined,
): Promise<StripeInvoice> {
  const invoice = await stripe.get(answers.invoice, ['invoices', id], {}, options);
  if (invoice.customer !== stripe.customer) throw notFound();
  return invoice;
}

/** Stripe's own statuses that the contract divides further. */
const statuses: Readonly<Record<string, string>> = { past_due: 'open', refunded: 'paid' };

function filterOf(stripe: Stripe, { from, status, to }: InvoiceQuery): EngineQuery {
  const at = (date: string): number => startOfDay(date, stripe.timeZone) / 1000;
  return {
    customer: stripe.customer,
    ...(status !== undefined && { status: ownOf(statuses, status) ?? status }),
    ...(from !== undefined && { 'created[gte]': at(from) }),
    ...(to !== undefined && { 'created[lt]': at(to) }),
  };
}

export async function invoices(
  stripe: Stripe,
  query: InvoiceQuery,
  options: CallOptions | undefined,
): Promise<InvoicePage> {
  const { cursor, order = 'desc', status } = query;
  const after = cursor === undefined ? undefined : String(openedCursor(order, cursor)[0]);
  const wanted = (invoice: Invoice): boolean => status === undefined || invoice.status === status;
  return order === 'asc'
    ? oldestFirst(stripe, query, after, wanted, options)
    : newestFirst(stripe, query, after, wanted, options);
}

type Wanted = (invoice: Invoice) => boolean;

async function newestFirst(
  stripe: Stripe,
  query: InvoiceQuery,
  after: string | undefined,
  wanted: Wanted,
  options: CallOptions | undefined,
): Promise<InvoicePage> {
  const limit = query.limit ?? 20;
  const items: Invoice[] = [];
  let last = after;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = { ...filterOf(stripe, query), limit, starting_after: last };
    const read = pageOf(answers.invoice);
    const { data, has_more: hasMore } = await stripe.get(read, ['invoices'], page, options);
    for (const [index, one] of data.entries()) {
      last = one.id;
      const invoice = invoiceOf(stripe, one);
      if (wanted(invoice)) items.push(invoice);
      const isEnd = index === data.length - 1 && !hasMore;
      if (items.length === limit && !isEnd) return { items, nextCursor: sealed('desc', [last]) };
    }
    if (!hasMore) return { items, nextCursor: null };
  }
  return { items, nextCursor: last === undefined ? null : sealed('desc', [last]) };
}

async function oldestFirst(
  stripe: Stripe,
  query: InvoiceQuery,
  after: string | undefined,
  wanted: Wanted,
  options: CallOptions | undefined,
): Promise<InvoicePage> {
  const bounds = { most: MOST_REVERSED, parameter: 'order' };
  const all = await stripe.all(
    answers.invoice,
    ['invoices'],
    filterOf(stripe, query),
    bounds,
    options,
  );
  const sorted = all
    .reverse()
    .map((one) => invoiceOf(stripe, one))
    .filter(wanted);
  const start = after === undefined ? 0 : sorted.findIndex(({ id }) => id === after) + 1;
  const items = sorted.slice(start, start + (query.limit ?? 20));
  const isEnd = start + items.length >= sorted.length;
  return { items, nextCursor: isEnd ? null : sealed('asc', [items.at(-1)?.id ?? null]) };
}

export async function invoice(
  stripe: Stripe,
  id: string,
  options: CallOptions | undefined,
): Promise<InvoiceDetail> {
  if (id === 'upcoming') return upcoming(stripe, options);
  const found = await ownInvoice(stripe, id, options);
  const { data, has_more: hasMore } = found.lines;
  const bounds = { most: MOST_LINES, parameter: 'invoiceId' };
  const path = ['invoices', id, 'lines'];
  const lines = hasMore ? await stripe.all(answers.line, path, {}, bounds, options) : data;
  return detailOf(stripe, found, lines, options);
}

/** The next bill as it stands: of the plan, or else of the support plan. */
async function upcoming(stripe: Stripe, options: CallOptions | undefined): Promise<InvoiceDetail> {
  const held =
    (await heldIn(stripe, 'plan', options)) ?? (await heldIn(stripe, 'support', options));
  if (!held) throw notFound();
  const form = { customer: stripe.customer, subscription: held.subscription.id };
  const path = ['invoices', 'create_preview'];
  return upcomingOf(stripe, await stripe.ask(answers.preview, path, form, options), options);
}

export async function invoicePdf(
  stripe: Stripe,
  id: string,
  options: CallOptions | undefined,
): Promise<InvoicePdf> {
  const { invoice_pdf: url, status } = await ownInvoice(stripe, id, options);
  // A draft has none; after it is final, the file may take a moment.
  if (url === undefined && status === 'draft') throw notFound();
  return url === undefined ? { kind: 'preparing', retryAfter: 5 } : { kind: 'link', url };
}
