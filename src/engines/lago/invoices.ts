import type { CallOptions } from '../../api/billing-api.js';
import { addDays, dateIn, isCalendarDate } from '../../billing/dates.js';
import { ownOf } from '../shared/own.js';
import type {
  InvoiceDetail,
  InvoicePage,
  InvoicePayment,
  InvoicePdf,
  InvoiceQuery,
  Operation,
} from '../../billing/types.js';
import { fields } from '../../api/read.js';
import type { EngineQuery } from '../shared/client.js';
import { moneyOfMinor } from '../shared/money.js';
import { openedCursor, openedOperation, sealed } from '../shared/opaque.js';
import { link, readAnswer } from '../shared/read.js';
import { badParameter, conflict, notFound, unreadable } from '../shared/refusals.js';
import { allOf, pageOf } from './context.js';
import type { LagoContext } from './context.js';
import {
  figuresOf,
  invoiceOf,
  invoiceReader,
  ownInvoice,
  previewInvoice,
  readInvoice,
  statusOf,
} from './invoice.js';
import type { LagoInvoice } from './invoice.js';
import { paymentReference } from './payment-methods.js';
import { holdingOf } from './subscriptions.js';

const CURSOR = 'lago-invoices';
/** Ids of payments: the invoice, and whether a payment of it had failed before. */
export const PAYMENT = 'lago-invoice';

/**
 * Invoices, newest first as Lago has them. The other order, and statuses that Lago doesn't filter
 * by, are collected as a whole; more than 1,000 are refused with 422.
 */
export async function listInvoices(
  context: LagoContext,
  query: InvoiceQuery,
  call?: CallOptions,
): Promise<InvoicePage> {
  const { limit = 20, order = 'desc', status, from, to, cursor } = query;
  for (const [name, day] of Object.entries({ from, to })) {
    if (day !== undefined && !isCalendarDate(day))
      throw badParameter(name, 'Is not a calendar date.');
  }
  const path = ['customers', context.options.customer, 'invoices'];
  const range: EngineQuery = {
    issuing_date_from: from,
    // Our end is exclusive, Lago's is not.
    issuing_date_to: to === undefined ? undefined : addDays(to, -1),
  };
  const isWhole = order === 'asc' || status !== undefined;
  const mode = isWhole ? 'whole' : 'pages';
  const place = placeOf(cursor, mode);
  if (!isWhole) {
    const { items, nextPage } = await pageOf(
      context,
      invoiceReader,
      { path, query: range, key: 'invoices' },
      { page: place === 0 ? 1 : place, perPage: limit },
      call,
    );
    const nextCursor = nextPage === undefined ? null : sealed(CURSOR, [mode, nextPage]);
    return { items: items.map(invoiceOf), nextCursor };
  }
  const all = await allOf(
    context,
    invoiceReader,
    {
      path,
      query: { ...range, ...ownOf(filters, status ?? '') },
      key: 'invoices',
      parameter: 'order',
    },
    call,
  );
  const sorted = all
    .filter((one) => status === undefined || statusOf(one) === status)
    .map((one, index) => ({ one, index }))
    // Lago's own order of one day is kept.
    .sort((a, b) =>
      a.one.issuing_date < b.one.issuing_date
        ? 1
        : a.one.issuing_date > b.one.issuing_date
          ? -1
          : a.index - b.index,
    )
    .map(({ one }) => one);
  if (order === 'asc') sorted.reverse();
  const items = sorted.slice(place, place + limit).map(invoiceOf);
  const next = place + items.length;
  return { items, nextCursor: next < sorted.length ? sealed(CURSOR, [mode, next]) : null };
}

/** What Lago can tell apart itself; the rest is sorted out here. */
const filters: Readonly<Record<string, EngineQuery>> = {
  draft: { status: 'draft' },
  paid: { payment_status: 'succeeded' },
  past_due: { payment_overdue: true },
};

function placeOf(cursor: string | undefined, mode: string): number {
  if (cursor === undefined) return 0;
  const [sent, place] = openedCursor(CURSOR, cursor);
  if (sent !== mode || typeof place !== 'number' || !Number.isSafeInteger(place) || place < 1) {
    throw badParameter('cursor', 'Is not a cursor of this list.');
  }
  return place;
}

/** One invoice; `upcoming` is Lago's preview of what the subscriptions come to. */
export async function getInvoice(
  context: LagoContext,
  invoiceId: string,
  call?: CallOptions,
): Promise<InvoiceDetail> {
  if (invoiceId === 'upcoming') return upcoming(context, call);
  const invoice = await ownInvoice(context, invoiceId, call);
  return { ...invoiceOf(invoice), ...figuresOf(invoice) };
}

async function upcoming(context: LagoContext, call?: CallOptions): Promise<InvoiceDetail> {
  const { subscriptions = {} } = context.options;
  const slots = (['plan', 'support'] as const).filter((slot) => subscriptions[slot] !== undefined);
  const holdings = await Promise.all(slots.map((slot) => holdingOf(context, slot, call)));
  const ids = holdings.flatMap(({ active }) => (active ? [active.external_id] : []));
  if (ids.length === 0) throw notFound();
  const invoice = await previewInvoice(context, { subscriptions: { external_ids: ids } }, call);
  const { timeZone } = await context.customer(call);
  const { issuing_date: day = dateIn(timeZone, context.clock.now()), currency } = invoice;
  return {
    id: 'upcoming',
    number: null,
    status: 'draft',
    date: day,
    total: moneyOfMinor(invoice.total_amount_cents, currency),
    pdf: false,
    ...figuresOf(invoice),
  };
}

/** The file, which Lago makes when it is first asked for. */
export async function getInvoicePdf(
  context: LagoContext,
  invoiceId: string,
  call?: CallOptions,
): Promise<InvoicePdf> {
  const invoice = await ownInvoice(context, invoiceId, call);
  if (statusOf(invoice) === 'draft') throw notFound();
  const answer = await context.client({
    method: 'POST',
    path: ['invoices', invoiceId, 'download'],
    options: call,
  });
  // Lago may answer with nothing at all as long as the file is being made.
  const url = answer === undefined ? undefined : readInvoice(answer).file_url;
  if (url === undefined) return { kind: 'preparing', retryAfter: 2 };
  if (!/^https:\/\//i.test(url)) throw unreadable('The file has no secure address.');
  return { kind: 'link', url };
}

const paymentPage = fields({ invoice_payment_details: fields({ payment_url: link }) });

export async function payInvoice(
  context: LagoContext,
  invoiceId: string,
  { paymentOptionId }: InvoicePayment,
  call?: CallOptions,
): Promise<Operation> {
  const invoice = await ownInvoice(context, invoiceId, call);
  if (!invoiceOf(invoice).payment?.canPay) throw conflict();
  const id = sealed(PAYMENT, [invoiceId, invoice.payment_status === 'failed' ? 1 : 0]);
  const payment = await paymentReference(context, paymentOptionId, call);
  const path = ['invoices', invoiceId];
  if (payment) {
    const json = { payment_method: payment };
    await context.client({ method: 'POST', path: [...path, 'retry_payment'], json, options: call });
    return { id, status: 'pending' };
  }
  const answer = await context.client({
    method: 'POST',
    path: [...path, 'payment_url'],
    options: call,
  });
  const { payment_url: url } = readAnswer(paymentPage, answer, 'The page').invoice_payment_details;
  return { id, status: 'redirect', url };
}

export async function readPayment(
  context: LagoContext,
  operationId: string,
  call?: CallOptions,
): Promise<Operation> {
  const [invoiceId, hadFailed] = openedOperation(PAYMENT, operationId);
  if (typeof invoiceId !== 'string') throw notFound();
  const invoice = await ownInvoice(context, invoiceId, call);
  return { id: operationId, status: outcomeOf(invoice, hadFailed === 1) };
}

function outcomeOf(invoice: LagoInvoice, hadFailed: boolean): Operation['status'] {
  const status = statusOf(invoice);
  if (status === 'paid') return 'completed';
  if (status === 'void') return 'failed';
  // What had failed before says nothing of the new try.
  return invoice.payment_status === 'failed' && !hadFailed ? 'failed' : 'pending';
}
