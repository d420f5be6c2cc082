import type { CallOptions } from '../../api/billing-api.js';
import { isCalendarDate, startOfDay } from '../../billing/dates.js';
import type {
  InvoiceDetail,
  InvoicePage,
  InvoicePayment,
  InvoiceQuery,
  Operation,
} from '../../billing/types.js';
import { openedCursor, openedOperation, sealed } from '../shared/opaque.js';
import { readAnswer } from '../shared/read.js';
import { badParameter, conflict, notFound } from '../shared/refusals.js';
import type { OpenMeterContext } from './context.js';
import { detailOf, invoiceOf, invoiceReader, statusesOf } from './invoice.js';
import type { OpenMeterInvoice } from './invoice.js';
import { pageOf } from './lists.js';

const CURSOR = 'om-invoices';
/** Ids of payments. */
export const PAYMENT = 'om-invoice';

const path = ['v1', 'billing', 'invoices'];

/**
 * Invoices, page by page. A cursor carries when the first page was asked for, so that invoices that
 * are made meanwhile don't move the others.
 */
export async function listInvoices(
  context: OpenMeterContext,
  query: InvoiceQuery,
  call?: CallOptions,
): Promise<InvoicePage> {
  const { clock, timeZone } = context;
  const { limit = 20, order = 'desc', status, from, to, cursor } = query;
  const statuses = statusesOf(status);
  if (statuses.length === 0) return { items: [], nextCursor: null };
  const { page, knownAt } = placeOf(cursor, clock.now());
  const at = (date: string | undefined, name: 'from' | 'to', shift: number): string | undefined => {
    if (date === undefined) return undefined;
    if (!isCalendarDate(date)) throw badParameter(name, 'Is not a calendar date.');
    return new Date(startOfDay(date, timeZone) + shift).toISOString();
  };
  const question = {
    path,
    what: 'The invoices',
    query: {
      customers: await context.customerId(call),
      statuses,
      order: order === 'asc' ? 'ASC' : 'DESC',
      orderBy: 'issuedAt',
      createdBefore: new Date(knownAt).toISOString(),
      issuedAfter: at(from, 'from', 0),
      // Our end is exclusive, OpenMeter's is not.
      issuedBefore: at(to, 'to', -1),
    },
  };
  const { items, next } = await pageOf(
    context,
    invoiceReader,
    question,
    { page, pageSize: limit },
    call,
  );
  return {
    items: items.map((one) => invoiceOf(one, timeZone)),
    nextCursor: next === undefined ? null : sealed(CURSOR, [next, knownAt]),
  };
}

function placeOf(cursor: string | undefined, now: number): { page: number; knownAt: number } {
  if (cursor === undefined) return { page: 1, knownAt: now };
  const [page, knownAt] = openedCursor(CURSOR, cursor);
  if (typeof page !== 'number' || typeof knownAt !== 'number') {
    throw badParameter('cursor', 'Is not a cursor of this list.');
  }
  return { page, knownAt };
}

/** One invoice; `upcoming` is the one that OpenMeter still gathers lines for. */
export async function getInvoice(
  context: OpenMeterContext,
  invoiceId: string,
  call?: CallOptions,
): Promise<InvoiceDetail> {
  if (invoiceId !== 'upcoming') {
    return detailOf(await ownInvoice(context, invoiceId, call), context);
  }
  const question = {
    path,
    what: 'The upcoming invoice',
    query: {
      customers: await context.customerId(call),
      statuses: 'gathering',
      expand: 'lines',
    },
  };
  const { items } = await pageOf(context, invoiceReader, question, { page: 1, pageSize: 1 }, call);
  const [upcoming] = items;
  if (!upcoming) throw notFound();
  return { ...detailOf(upcoming, context), id: 'upcoming' };
}

/** An invoice of this customer; one of another customer doesn't exist here. */
async function ownInvoice(
  context: OpenMeterContext,
  invoiceId: string,
  call?: CallOptions,
): Promise<OpenMeterInvoice> {
  // OpenMeter would call a text that is no id of its own a mistake, not an absence.
  if (!/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/i.test(invoiceId)) throw notFound();
  const answer = await context.client({
    path: ['api', ...path, invoiceId],
    query: { expand: 'lines' },
    options: call,
  });
  const invoice = readAnswer(invoiceReader, answer, 'The invoice');
  if (invoice.customer.id !== (await context.customerId(call))) throw notFound();
  return invoice;
}

/** Tries again what failed; only OpenMeter's app knows the way to pay. */
export async function payInvoice(
  context: OpenMeterContext,
  invoiceId: string,
  _payment: InvoicePayment,
  call?: CallOptions,
): Promise<Operation> {
  const invoice = await ownInvoice(context, invoiceId, call);
  if (!invoiceOf(invoice, context.timeZone).payment?.canPay) throw conflict();
  const answer = await context.client({
    method: 'POST',
    path: ['api', ...path, invoiceId, 'retry'],
    options: call,
  });
  return paymentOf(readAnswer(invoiceReader, answer, 'The invoice'));
}

export async function readPayment(
  context: OpenMeterContext,
  operationId: string,
  call?: CallOptions,
): Promise<Operation> {
  const [invoiceId] = openedOperation(PAYMENT, operationId);
  if (typeof invoiceId !== 'string') throw notFound();
  return paymentOf(await ownInvoice(context, invoiceId, call));
}

function paymentOf({ id, status, statusDetails }: OpenMeterInvoice): Operation {
  const name = sealed(PAYMENT, [id]);
  if (status === 'paid') return { id: name, status: 'completed' };
  const hasFailed =
    statusDetails?.failed === true || status === 'voided' || status === 'uncollectible';
  return { id: name, status: hasFailed ? 'failed' : 'pending' };
}
