import { isCalendarDate } from '../../src/billing/dates.js';
import { subtractDecimals, sumDecimals } from '../../src/billing/decimal.js';
import type {
  CalendarDate,
  Decimal,
  Invoice,
  InvoiceDetail,
  InvoicePage,
  InvoiceQuery,
} from '../../src/billing/types.js';
import { manyInvoice } from './many-invoices.js';
import { badParameter, notFound } from './refusals.js';
import type { AccountState, InvoiceRecord } from './state.js';
import { upcomingInvoice } from './upcoming-invoice.js';

const usd = (amount: Decimal) => ({ amount, currency: 'USD' });

/** What an invoice is found by; the rest of it is made when it is looked at. */
interface Entry {
  readonly order: string;
  readonly date: CalendarDate;
  readonly status: Invoice['status'];
  readonly record: () => InvoiceRecord;
}

/** By date, then by number; the one without a number comes last of its day. */
const orderOf = ({ date, number }: Pick<InvoiceRecord, 'date' | 'number'>): string =>
  `${date} ${number ?? '~'}`;

const entryOf = (record: InvoiceRecord, look = () => record): Entry => {
  const { date, status } = record;
  return { order: orderOf(record), date, status, record: look };
};

const manyEntries = new WeakMap<AccountState, readonly Entry[]>();

function manyOf(state: AccountState): readonly Entry[] {
  const known = manyEntries.get(state);
  if (known) return known;
  const count = state.world.manyInvoices ?? 0;
  const entries = Array.from({ length: count }, (_, index) => {
    const look = () => manyInvoice(index, count, state.calendar);
    return entryOf(look(), look);
  });
  manyEntries.set(state, entries);
  return entries;
}

/** Every invoice of an account, the upcoming one included, in no order. */
function entriesOf(state: AccountState): readonly Entry[] {
  const upcoming = upcomingInvoice(state);
  const kept = [...(upcoming ? [upcoming] : []), ...state.invoices].map((record) =>
    entryOf(record),
  );
  const changed = new Set(kept.map(({ order }) => order));
  return [...kept, ...manyOf(state).filter(({ order }) => !changed.has(order))];
}

/**
 * The invoice by its id, `upcoming` included.
 * @throws {BillingError} `not_found`
 */
export function invoiceRecord(state: AccountState, id: string): InvoiceRecord {
  const number = id === 'upcoming' ? '~' : id.toUpperCase();
  const entry = entriesOf(state).find(({ order }) => order.endsWith(` ${number}`));
  const record = entry?.record();
  if (record?.id !== id) throw notFound();
  return record;
}

export function invoicesOf(query: InvoiceQuery, state: AccountState): InvoicePage {
  const { order = 'desc', limit = 20, cursor, status, from, to } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw badParameter('limit', 'Is not a whole number from 1 to 100.');
  }
  requireDates(from, to);
  const after = cursor === undefined ? undefined : orderAt(cursor, order);
  const comesAfter = (a: string, b: string) => (order === 'asc' ? a > b : a < b);
  const found = entriesOf(state)
    .filter(
      (entry) =>
        (status === undefined || entry.status === status) &&
        (from === undefined || entry.date >= from) &&
        (to === undefined || entry.date < to) &&
        (after === undefined || comesAfter(entry.order, after)),
    )
    .sort((a, b) => (comesAfter(b.order, a.order) ? -1 : 1));
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ record }) => invoiceOf(record(), state)),
    nextCursor: last && found.length > limit ? `${order}.${last.order}` : null,
  };
}

function requireDates(from: CalendarDate | undefined, to: CalendarDate | undefined): void {
  if (from !== undefined && !isCalendarDate(from)) throw badParameter('from', 'Is not a date.');
  if (to !== undefined && !isCalendarDate(to)) throw badParameter('to', 'Is not a date.');
}

/** The cursor is the place of the last row in the order, so new invoices don't move the pages. */
function orderAt(cursor: string, order: string): string {
  const [, direction, place] = /^(asc|desc)\.(\d{4}-\d\d-\d\d .+)$/.exec(cursor) ?? [];
  if (direction !== order || place === undefined) {
    throw badParameter('cursor', 'Does not belong to this list.');
  }
  return place;
}

const netOf = ({ lines }: InvoiceRecord): Decimal =>
  sumDecimals(lines.map(({ amount }) => amount.amount));

/** What the invoice comes to. */
const totalOf = (record: InvoiceRecord): Decimal =>
  sumDecimals([netOf(record), ...(record.tax === undefined ? [] : [record.tax])]);

/** What is still to be paid. */
export function amountDueOf(record: InvoiceRecord): Decimal {
  return ['draft', 'open', 'past_due', 'uncollectible'].includes(record.status)
    ? totalOf(record)
    : '0.00';
}

function invoiceOf(record: InvoiceRecord, { calendar }: AccountState): Invoice {
  const { id, number, status, date, due, period, description, kind, method, payment } = record;
  const nextAttempt = payment?.nextAttempt;
  return {
    id,
    number,
    status,
    date,
    ...(due !== undefined && { dueDate: due }),
    ...(period && {
      period: { start: calendar.instant(period.start), end: calendar.instant(period.end) },
    }),
    total: usd(totalOf(record)),
    amountDue: usd(amountDueOf(record)),
    description,
    kind,
    ...(method !== undefined && { paymentMethod: method }),
    pdf: status !== 'draft',
    payment: {
      failed: payment?.failed ?? false,
      ...(nextAttempt !== undefined && { nextAttemptAt: calendar.instant(nextAttempt) }),
      canPay: payment?.canPay ?? (status === 'open' || status === 'past_due'),
    },
  };
}

export function invoiceDetailOf(record: InvoiceRecord, state: AccountState): InvoiceDetail {
  const { tax, status } = record;
  const isPaid = status === 'paid' || status === 'refunded';
  return {
    ...invoiceOf(record, state),
    seller: {
      name: 'Tern Conversations, Inc.',
      address: ['1 Example Street', 'San Francisco, CA 94100', 'United States'],
      taxId: 'XX-0000000',
      email: 'billing@example.com',
    },
    buyer: {
      name: state.world.accountName,
      address: ['2 Example Avenue', 'New York, NY 10000', 'United States'],
    },
    notes: 'Everything on this invoice is made up.',
    lines: record.lines.map((line) => ({ ...line })),
    subtotal: usd(netOf(record)),
    taxes:
      tax === undefined
        ? []
        : [{ name: 'Sales tax', rate: '8.25', inclusive: false, amount: usd(tax) }],
    creditsApplied: usd('0.00'),
    amountPaid: usd(isPaid ? subtractDecimals(totalOf(record), amountDueOf(record)) : '0.00'),
  };
}
