import { bool, fields, instant, text, token } from '../../api/read.js';
import { addDecimals, isZero, subtractDecimals } from '../../billing/decimal.js';
import { dateIn } from '../../billing/dates.js';
import { ownOf } from '../shared/own.js';
import type { Invoice, InvoiceDetail, Line, Period } from '../../billing/types.js';
import { moneyOfMajor } from '../shared/money.js';
import { list, numeric } from '../shared/read.js';
import type { OpenMeterContext } from './context.js';

const period = fields({ from: instant, to: instant });

const totals = fields(
  { total: numeric },
  {},
  {
    creditsTotal: numeric,
    taxesInclusiveTotal: numeric,
    taxesExclusiveTotal: numeric,
  },
);
type Totals = NonNullable<ReturnType<typeof totals>>;

const line = fields(
  { name: text, totals },
  {
    currency: token,
    quantity: numeric,
    period,
    price: fields({ type: token }, { amount: numeric }),
    deletedAt: instant,
  },
);

const address = fields(
  {},
  { line1: text, line2: text, postalCode: text, city: text, state: text, country: text },
);
const party = fields(
  {},
  { id: token, name: text, addresses: list(address), taxId: fields({}, { code: text }) },
);
type OpenMeterParty = NonNullable<ReturnType<typeof party>>;

const present = (value: unknown): true | undefined =>
  typeof value === 'object' && value !== null ? true : undefined;

export const invoiceReader = fields(
  {
    id: token,
    currency: token,
    status: token,
    totals,
    createdAt: instant,
    customer: party,
  },
  {
    number: text,
    supplier: party,
    description: text,
    issuedAt: instant,
    dueAt: instant,
    period,
    statusDetails: fields({}, { failed: bool, availableActions: fields({}, { retry: present }) }),
  },
  { lines: list(line) },
);
export type OpenMeterInvoice = NonNullable<ReturnType<typeof invoiceReader>>;

type Status = Invoice['status'];

const statuses: Readonly<Record<string, Status>> = {
  draft: 'draft',
  issuing: 'draft',
  issued: 'open',
  payment_processing: 'open',
  overdue: 'past_due',
  paid: 'paid',
  uncollectible: 'uncollectible',
  voided: 'void',
};

/** OpenMeter's statuses that stand behind one of ours; without one, all of an invoice that is made. */
export function statusesOf(status: string | undefined): string[] {
  return Object.keys(statuses).filter(
    (theirs) => status === undefined || ownOf(statuses, theirs) === status,
  );
}

export function invoiceOf(invoice: OpenMeterInvoice, timeZone: string): Invoice {
  const { id, currency, description, dueAt, issuedAt, createdAt, statusDetails } = invoice;
  // What is still gathered is a draft; what this version doesn't know may be owed.
  const status =
    invoice.status === 'gathering' ? 'draft' : (ownOf(statuses, invoice.status) ?? 'open');
  const isOwed = status === 'open' || status === 'past_due';
  const dateOf = (at: string): string => dateIn(timeZone, Date.parse(at));
  return {
    id,
    // A draft's number is for the time being.
    number: status === 'draft' ? null : (invoice.number ?? null),
    status,
    date: dateOf(issuedAt ?? createdAt),
    total: moneyOfMajor(invoice.totals.total, currency),
    pdf: false,
    ...(dueAt !== undefined && { dueDate: dateOf(dueAt) }),
    ...(invoice.period && { period: periodOf(invoice.period) }),
    ...(description !== undefined && { description }),
    ...(isOwed && {
      payment: {
        failed: statusDetails?.failed ?? false,
        canPay: statusDetails?.availableActions?.retry ?? false,
      },
    }),
  };
}

export function detailOf(
  invoice: OpenMeterInvoice,
  { timeZone, options }: Pick<OpenMeterContext, 'timeZone' | 'options'>,
): InvoiceDetail {
  const { currency, totals, supplier, customer, lines = [] } = invoice;
  const { creditsTotal = '0', taxesExclusiveTotal = '0', taxesInclusiveTotal = '0' } = totals;
  const seller = partyOf(supplier);
  const buyer = partyOf(customer);
  const taxes = [
    { inclusive: false, amount: taxesExclusiveTotal },
    { inclusive: true, amount: taxesInclusiveTotal },
  ].filter(({ amount }) => !isZero(amount));
  return {
    ...invoiceOf(invoice, timeZone),
    subtotal: moneyOfMajor(netOf(totals), currency),
    taxes: taxes.map(({ inclusive, amount }) => ({
      name: options.taxName ?? 'Tax',
      inclusive,
      amount: moneyOfMajor(amount, currency),
    })),
    ...(!isZero(creditsTotal) && { creditsApplied: moneyOfMajor(creditsTotal, currency) }),
    ...(seller && { seller }),
    ...(buyer && { buyer }),
    lines: lines
      .filter(({ deletedAt }) => deletedAt === undefined)
      .map((one): Line => {
        const { name, price, quantity } = one;
        const isUsage = price !== undefined && price.type !== 'flat';
        return {
          description: name,
          kind: price === undefined ? 'other' : isUsage ? 'usage' : 'plan',
          amount: moneyOfMajor(netOf(one.totals), currency),
          ...(quantity !== undefined && { quantity }),
          ...(price?.type === 'unit' &&
            price.amount !== undefined && { unitPrice: moneyOfMajor(price.amount, currency) }),
          ...(one.period && { period: periodOf(one.period) }),
        };
      }),
  };
}

/** What is charged before taxes on top and before credits, so that lines add up to their invoice. */
function netOf({ total, taxesExclusiveTotal = '0', creditsTotal = '0' }: Totals): string {
  return addDecimals(subtractDecimals(total, taxesExclusiveTotal), creditsTotal);
}

const periodOf = ({ from, to }: { from: string; to: string }): Period => ({ start: from, end: to });

function partyOf(given: OpenMeterParty | undefined): InvoiceDetail['seller'] {
  const { name, addresses = [], taxId } = given ?? {};
  if (name === undefined) return undefined;
  const { line1, line2, postalCode, city, state, country } = addresses[0] ?? {};
  const place = [postalCode, city].filter(Boolean).join(' ');
  const address = [line1, line2, place, state, country].flatMap((line) => (line ? [line] : []));
  return {
    name,
    ...(address.length > 0 && { address }),
    ...(taxId?.code !== undefined && { taxId: taxId.code }),
  };
}
