import { addMonths } from '../../src/billing/dates.js';
import type { CalendarDate, Line } from '../../src/billing/types.js';
import type { World, WorldInvoice } from '../worlds/world.js';
import type { Calendar } from './calendar.js';
import type { InvoiceRecord } from './state.js';

const usd = (amount: string) => ({ amount, currency: 'USD' });

/** A world's invoices on the days that play the story's. */
export function worldInvoices({ invoices }: World, calendar: Calendar): InvoiceRecord[] {
  const number = renumbering(invoices, calendar);
  return invoices.map((invoice) => {
    const date = calendar.date(invoice.date);
    const isPeriodic = invoice.kind === 'plan' || invoice.kind === 'support';
    const period = isPeriodic ? { start: date, end: addMonths(date, 1) } : undefined;
    return {
      id: number(invoice).toLowerCase(),
      number: number(invoice),
      date,
      due: invoice.due && calendar.date(invoice.due),
      kind: invoice.kind,
      description: invoice.description,
      lines: [lineOf(invoice, period, calendar)],
      tax: invoice.tax,
      period,
      method: invoice.method,
      status: invoice.status,
      payment: paymentOf(invoice, calendar),
    };
  });
}

function lineOf(
  { description, kind, net, units }: WorldInvoice,
  period: InvoiceRecord['period'],
  calendar: Calendar,
): Line {
  return {
    description,
    kind: lineKind(kind),
    quantity: units?.quantity ?? '1',
    unitPrice: usd(units?.price ?? net),
    amount: usd(net),
    ...(period && {
      period: { start: calendar.instant(period.start), end: calendar.instant(period.end) },
    }),
  };
}

/** What an invoice of one kind has lines of. */
function lineKind(kind: InvoiceRecord['kind']): NonNullable<Line['kind']> {
  switch (kind) {
    case 'plan':
    case 'support':
      return 'plan';
    case 'usage':
    case 'top_up':
      return kind;
    default:
      return 'other';
  }
}

function paymentOf(
  { canPay, hasFailed, nextAttempt }: WorldInvoice,
  calendar: Calendar,
): InvoiceRecord['payment'] {
  if (canPay === undefined && hasFailed === undefined) return undefined;
  return {
    ...(canPay !== undefined && { canPay }),
    ...(hasFailed !== undefined && { failed: hasFailed }),
    ...(nextAttempt !== undefined && { nextAttempt: calendar.date(nextAttempt) }),
  };
}

/**
 * Numbers carry the year of their date. Where another today moves two of the story's years into
 * one, the later year's numbers go on after the earlier one's, so that they keep rising.
 */
function renumbering(
  invoices: readonly WorldInvoice[],
  calendar: Calendar,
): (invoice: WorldInvoice) => string {
  const year = (date: CalendarDate) => date.slice(0, 4);
  const sequence = ({ number }: WorldInvoice) => Number(number.slice(-4));
  return (invoice) => {
    const shown = year(calendar.date(invoice.date));
    const earlier = invoices.filter(
      ({ date }) => year(date) < year(invoice.date) && year(calendar.date(date)) === shown,
    );
    const last = Math.max(0, ...earlier.map(sequence));
    return `INV-${shown}-${String(last + sequence(invoice)).padStart(4, '0')}`;
  };
}
