import type { CallOptions } from '../../api/billing-api.js';
import { date, fields, instant, text, token } from '../../api/read.js';
import { isZero } from '../../billing/decimal.js';
import { ownOf } from '../shared/own.js';
import type { Invoice, InvoiceDetail, Line } from '../../billing/types.js';
import { moneyOfMajor, moneyOfMinor, quantityOf } from '../shared/money.js';
import { list, number, numeric, readAnswer, whole } from '../shared/read.js';
import { notFound } from '../shared/refusals.js';
import type { LagoContext } from './context.js';
import { exclusiveEnd } from './subscriptions.js';

const fee = fields(
  {
    amount_cents: whole,
    item: fields({ type: token, name: text }, { invoice_display_name: text }),
  },
  { units: numeric, precise_unit_amount: numeric, from_date: instant, to_date: instant },
);

const appliedTax = fields({ tax_name: text, amount_cents: whole }, { tax_rate: number });

const credit = fields({ amount_cents: whole }, { item: fields({ type: token, name: text }) });

const customer = fields(
  { external_id: token },
  {
    name: text,
    legal_name: text,
    email: token,
    tax_identification_number: text,
    address_line1: text,
    address_line2: text,
    zipcode: text,
    city: text,
    state: text,
    country: text,
  },
);
type LagoParty = NonNullable<ReturnType<typeof customer>>;

const figures = {
  currency: token,
  total_amount_cents: whole,
};
const more = {
  issuing_date: date,
  payment_due_date: date,
  sub_total_excluding_taxes_amount_cents: whole,
  taxes_amount_cents: whole,
  prepaid_credit_amount_cents: whole,
  credit_notes_amount_cents: whole,
  progressive_billing_credit_amount_cents: whole,
  fees: list(fee),
  applied_taxes: list(appliedTax),
  credits: list(credit),
  customer,
};

/** An invoice that isn't made: it has figures, but neither id nor number. */
const previewReader = fields(figures, more);
export type LagoPreview = NonNullable<ReturnType<typeof previewReader>>;

export const invoiceReader = fields(
  { lago_id: token, status: token, payment_status: token, issuing_date: date, ...figures },
  { ...more, number: text, invoice_type: token, file_url: token },
  { payment_overdue: (value: unknown) => (typeof value === 'boolean' ? value : undefined) },
);
export type LagoInvoice = NonNullable<ReturnType<typeof invoiceReader>>;

export const readInvoice = (answer: unknown): LagoInvoice =>
  readAnswer(fields({ invoice: invoiceReader }), answer, 'The invoice').invoice;

/** What an invoice would say, for the customer and what is asked about. */
export async function previewInvoice(
  { client, options }: LagoContext,
  question: object,
  call?: CallOptions,
): Promise<LagoPreview> {
  const answer = await client({
    method: 'POST',
    isRead: true,
    path: ['invoices', 'preview'],
    json: { customer: { external_id: options.customer }, ...question },
    options: call,
  });
  return readAnswer(fields({ invoice: previewReader }), answer, 'The preview').invoice;
}

/** An invoice of this customer; one of another customer doesn't exist here. */
export async function ownInvoice(
  { client, options }: LagoContext,
  invoiceId: string,
  call?: CallOptions,
): Promise<LagoInvoice> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(invoiceId)) throw notFound();
  const invoice = readInvoice(await client({ path: ['invoices', invoiceId], options: call }));
  if (invoice.customer?.external_id !== options.customer) throw notFound();
  return invoice;
}

export function statusOf(invoice: LagoInvoice): Invoice['status'] {
  const { status, payment_status: payment, payment_overdue: isOverdue } = invoice;
  if (status === 'voided' || status === 'deleted') return 'void';
  // `failed` and `pending` are about the making of it, not about its payment.
  if (status !== 'finalized') return 'draft';
  if (payment === 'succeeded') return 'paid';
  return isOverdue ? 'past_due' : 'open';
}

const kinds: Readonly<Record<string, NonNullable<Invoice['kind']>>> = {
  subscription: 'plan',
  credit: 'top_up',
  progressive_billing: 'usage',
};

export function invoiceOf(invoice: LagoInvoice): Invoice {
  const { currency, payment_due_date: dueDate, payment_status: payment } = invoice;
  const status = statusOf(invoice);
  const isOwed = status === 'open' || status === 'past_due';
  return {
    id: invoice.lago_id,
    number: status === 'draft' ? null : (invoice.number ?? null),
    status,
    date: invoice.issuing_date,
    total: moneyOfMinor(invoice.total_amount_cents, currency),
    kind: ownOf(kinds, invoice.invoice_type ?? '') ?? 'other',
    pdf: status !== 'draft',
    ...(dueDate !== undefined && { dueDate }),
    ...(isOwed && { payment: { failed: payment === 'failed', canPay: true } }),
  };
}

const lineKinds: Readonly<Record<string, NonNullable<Line['kind']>>> = {
  subscription: 'plan',
  charge: 'usage',
  add_on: 'addon',
  credit: 'top_up',
};

/** Fees, and the coupons that were taken off before taxes. */
export function linesOf({ currency, fees = [], credits = [] }: LagoPreview): Line[] {
  const charged = fees.map((one): Line => {
    const { item, units, precise_unit_amount: unit, from_date: start, to_date: end } = one;
    return {
      description: item.invoice_display_name ?? item.name,
      kind: ownOf(lineKinds, item.type) ?? 'other',
      amount: moneyOfMinor(one.amount_cents, currency),
      ...(units !== undefined && { quantity: quantityOf(units) }),
      ...(unit !== undefined && { unitPrice: moneyOfMajor(unit, currency) }),
      ...(start !== undefined &&
        end !== undefined && { period: { start, end: exclusiveEnd(end) } }),
    };
  });
  const discounts = credits.flatMap(({ amount_cents: amount, item }): Line[] =>
    item?.type === 'coupon'
      ? [{ description: item.name, kind: 'discount', amount: moneyOfMinor(-amount, currency) }]
      : [],
  );
  return [...charged, ...discounts];
}

/** Lines, taxes and parties, of an invoice or of what one would be. */
export function figuresOf(
  invoice: LagoPreview,
): Pick<InvoiceDetail, 'lines' | 'subtotal' | 'taxes' | 'creditsApplied' | 'buyer'> {
  const { currency, applied_taxes: taxes = [], customer: buyer } = invoice;
  const subtotal = invoice.sub_total_excluding_taxes_amount_cents;
  const credits =
    (invoice.prepaid_credit_amount_cents ?? 0) +
    (invoice.credit_notes_amount_cents ?? 0) +
    (invoice.progressive_billing_credit_amount_cents ?? 0);
  const creditsApplied = moneyOfMinor(credits, currency);
  const party = buyer && partyOf(buyer);
  return {
    lines: linesOf(invoice),
    ...(subtotal !== undefined && { subtotal: moneyOfMinor(subtotal, currency) }),
    taxes: taxes.map(({ tax_name: name, tax_rate: rate, amount_cents: amount }) => ({
      name,
      ...(rate !== undefined && { rate: quantityOf(rate) }),
      amount: moneyOfMinor(amount, currency),
    })),
    ...(!isZero(creditsApplied.amount) && { creditsApplied }),
    ...(party && { buyer: party }),
  };
}

function partyOf(party: LagoParty): InvoiceDetail['buyer'] {
  const name = party.legal_name ?? party.name;
  if (name === undefined) return undefined;
  const { address_line1: first, address_line2: second, zipcode = '', city = '' } = party;
  const lines = [first, second, `${zipcode} ${city}`.trim(), party.state, party.country];
  const address = lines.flatMap((line) => (line ? [line] : []));
  const taxId = party.tax_identification_number;
  return {
    name,
    ...(address.length > 0 && { address }),
    ...(taxId !== undefined && { taxId }),
    ...(party.email !== undefined && { email: party.email }),
  };
}
