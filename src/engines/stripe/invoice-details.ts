/** Stripe's invoices as the contract's. */
import type { CallOptions } from '../../api/billing-api.js';
import { dateIn } from '../../billing/dates.js';
import { plainNumber } from '../../billing/plain-number.js';
import type { CalendarDate, Invoice, InvoiceDetail } from '../../billing/types.js';
import { fewAtOnce } from '../shared/at-once.js';
import * as answers from './answers.js';
import type { StripeInvoice, StripeLine, StripePreview } from './answers.js';
import type { Stripe } from './client.js';
import { isProration, lineOf } from './invoice-lines.js';
import { moneyOf } from './money.js';
import { instantOf } from './subscriptions.js';

type Tax = NonNullable<InvoiceDetail['taxes']>[number];

const dateOf = ({ timeZone }: Stripe, seconds: number): CalendarDate =>
  dateIn(timeZone, seconds * 1000);

/** Stripe's own statuses, which are the contract's. */
const statuses: readonly string[] = ['draft', 'open', 'paid', 'uncollectible', 'void'];

/** An open invoice is past due once its day has gone by; a paid one is refunded once all of it is. */
function statusOf(stripe: Stripe, invoice: StripeInvoice): Invoice['status'] {
  const { due_date: due, post_payment_credit_notes_amount: refunded = 0, status, total } = invoice;
  if (status === 'open' && due !== undefined && due * 1000 < stripe.now()) return 'past_due';
  if (status === 'paid' && refunded > 0 && refunded >= total) return 'refunded';
  if (status === undefined) return 'draft';
  // One of days to come is shown, but nobody is asked to pay it.
  return statuses.includes(status) ? status : 'open';
}

export function invoiceOf(stripe: Stripe, invoice: StripeInvoice): Invoice {
  const { attempted, currency, due_date: due, next_payment_attempt: next } = invoice;
  const status = statusOf(stripe, invoice);
  const isOpen = invoice.status === 'open';
  const kind = kindOf(stripe, invoice);
  const period = invoice.lines.data.find((line) => line.period && !isProration(line))?.period;
  return {
    id: invoice.id,
    number: invoice.number ?? null,
    status,
    date: dateOf(stripe, invoice.created),
    ...(due !== undefined && { dueDate: dateOf(stripe, due) }),
    ...(period && { period: { start: instantOf(period.start), end: instantOf(period.end) } }),
    total: moneyOf(invoice.total, currency),
    amountDue: moneyOf(isOpen ? invoice.amount_due - (invoice.amount_paid ?? 0) : 0, currency),
    ...(invoice.description !== undefined && { description: invoice.description }),
    ...(kind !== undefined && { kind }),
    pdf: invoice.invoice_pdf !== undefined,
    payment: {
      failed: isOpen && attempted === true,
      ...(isOpen && next !== undefined && { nextAttemptAt: instantOf(next) }),
      canPay: isOpen,
    },
  };
}

/** Stripe doesn't say which of two subscriptions an invoice in a list is for. */
function kindOf({ options }: Stripe, invoice: StripeInvoice): Invoice['kind'] {
  if (invoice.metadata?.['billing_purpose'] === 'top_up') return 'top_up';
  if (!invoice.billing_reason?.startsWith('subscription')) return 'other';
  return options.slots?.includes('support') ? undefined : 'plan';
}

export async function detailOf(
  stripe: Stripe,
  invoice: StripeInvoice,
  lines: readonly StripeLine[],
  options: CallOptions | undefined,
): Promise<InvoiceDetail> {
  const { account_name: seller, footer } = invoice;
  const buyer = buyerOf(invoice);
  return {
    ...invoiceOf(stripe, invoice),
    ...(seller !== undefined && { seller: { name: seller } }),
    ...(buyer && { buyer }),
    ...(footer !== undefined && { notes: footer }),
    ...(await figuresOf(stripe, invoice, options)),
    amountPaid: moneyOf(invoice.amount_paid ?? 0, invoice.currency),
    lines: lines.map(lineOf),
  };
}

export async function upcomingOf(
  stripe: Stripe,
  preview: StripePreview,
  options: CallOptions | undefined,
): Promise<InvoiceDetail> {
  const { amount_due: due, created, currency, next_payment_attempt: next, total } = preview;
  return {
    id: 'upcoming',
    number: null,
    status: 'draft',
    date: dateOf(stripe, next ?? created),
    total: moneyOf(total, currency),
    amountDue: moneyOf(due, currency),
    pdf: false,
    payment: { canPay: false },
    ...(await figuresOf(stripe, preview, options)),
    lines: preview.lines.data.map(lineOf),
  };
}

async function figuresOf(
  stripe: Stripe,
  { currency, total_taxes: taxes = [], ...invoice }: StripePreview,
  options: CallOptions | undefined,
): Promise<Pick<InvoiceDetail, 'subtotal' | 'taxes' | 'creditsApplied'>> {
  // A balance below zero is credit of the customer's; what of it was used lies between the two.
  const applied = (invoice.ending_balance ?? 0) - (invoice.starting_balance ?? 0);
  return {
    subtotal: moneyOf(invoice.subtotal, currency),
    taxes: await fewAtOnce(taxes, 4, (tax) => taxWithName(stripe, tax, currency, options)),
    ...(applied > 0 && { creditsApplied: moneyOf(applied, currency) }),
  };
}

async function taxWithName(
  stripe: Stripe,
  tax: NonNullable<StripePreview['total_taxes']>[number],
  currency: string,
  options: CallOptions | undefined,
): Promise<Tax> {
  const id = tax.tax_rate_details?.tax_rate;
  const rate =
    id === undefined
      ? undefined
      : await stripe.get(answers.taxRate, ['tax_rates', id], {}, options);
  const percentage = rate?.percentage === undefined ? undefined : plainNumber(rate.percentage);
  return {
    name: rate?.display_name ?? 'Tax',
    ...(percentage !== undefined && { rate: percentage }),
    inclusive: tax.tax_behavior === 'inclusive',
    amount: moneyOf(tax.amount, currency),
  };
}

function buyerOf(invoice: StripeInvoice): InvoiceDetail['buyer'] {
  const { customer_address: address, customer_email: email, customer_name: name } = invoice;
  if (name === undefined) return undefined;
  const place = [address?.postal_code, address?.city].filter(Boolean).join(' ');
  const lines = [address?.line1, address?.line2, place, address?.state, address?.country];
  const written = lines.flatMap((one) => (one === undefined || one === '' ? [] : [one]));
  const taxId = invoice.customer_tax_ids?.[0]?.value;
  return {
    name,
    ...(written.length > 0 && { address: written }),
    ...(taxId !== undefined && { taxId }),
    ...(email !== undefined && { email }),
  };
}
