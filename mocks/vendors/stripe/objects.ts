/** Objects of Stripe's, as small as tests need them, held to the types of its SDK. */
import type { Stripe } from 'stripe';

import type { Sent } from './typed.js';

export const seconds = (instant: string): number => Date.parse(instant) / 1000;

export const CUSTOMER = 'cus_a';
const created = seconds('2026-01-01T00:00:00Z');

export const listOf = <Item>(data: Item[], has_more = false) => ({
  object: 'list' as const,
  data,
  has_more,
  url: '/v1',
});

export const product = (id: string, slot = 'plan') =>
  ({
    id,
    object: 'product',
    active: true,
    name: `${id} name`,
    description: null as string | null,
    metadata: { billing_slot: slot },
    marketing_features: [{ name: 'Sessions' }],
  }) satisfies Sent<Stripe.Product>;

export const price = (
  id: string,
  of: string,
  amount: number,
  recurring: Sent<Stripe.Price.Recurring> = {},
) =>
  ({
    id,
    object: 'price',
    active: true,
    type: 'recurring',
    currency: 'usd',
    product: of,
    nickname: null,
    unit_amount: amount,
    recurring: { interval: 'month', interval_count: 1, usage_type: 'licensed', ...recurring },
  }) satisfies Sent<Stripe.Price>;
export type FakePrice = ReturnType<typeof price>;

export const subscription = (id: string, of: FakePrice) =>
  ({
    id,
    object: 'subscription',
    customer: CUSTOMER as string,
    status: 'active' as Stripe.Subscription.Status,
    created,
    currency: of.currency,
    collection_method: 'charge_automatically',
    cancel_at: null as number | null,
    cancel_at_period_end: false as boolean,
    trial_end: null,
    schedule: null as null | FakeSchedule,
    pending_update: null as null | Sent<Stripe.Subscription.PendingUpdate>,
    latest_invoice: null as null | Sent<Stripe.Invoice>,
    default_payment_method: null as null | string,
    items: listOf([
      {
        id: `si_${id}`,
        object: 'subscription_item' as const,
        price: of,
        quantity: 1,
        current_period_start: seconds('2026-03-01T00:00:00Z'),
        current_period_end: seconds('2026-04-01T00:00:00Z'),
      },
    ]),
  }) satisfies Sent<Stripe.Subscription>;
export type FakeSubscription = ReturnType<typeof subscription>;

export interface FakeSchedule extends Sent<Stripe.SubscriptionSchedule> {
  readonly id: string;
  readonly customer: string;
  phases: Sent<Stripe.SubscriptionSchedule.Phase>[];
}

export const line = (amount: number, others: Sent<Stripe.InvoiceLineItem> = {}) =>
  ({
    id: `il_${amount}`,
    object: 'line_item',
    amount,
    currency: 'usd',
    description: 'Pro',
    quantity: 1,
    period: { start: seconds('2026-03-01T00:00:00Z'), end: seconds('2026-04-01T00:00:00Z') },
    parent: { type: 'subscription_item_details', subscription_item_details: { proration: false } },
    ...others,
  }) satisfies Sent<Stripe.InvoiceLineItem>;

export const invoice = (id: string, day: string, others: Sent<Stripe.Invoice> = {}) =>
  ({
    id,
    object: 'invoice',
    customer: CUSTOMER,
    number: `N-${id}`,
    status: 'paid' as Stripe.Invoice.Status,
    currency: 'usd',
    created: seconds(day),
    due_date: null as number | null,
    amount_due: 2000,
    amount_paid: 2000,
    subtotal: 2000,
    total: 2000,
    total_taxes: [] as Sent<Stripe.Invoice.TotalTax>[],
    attempted: true,
    billing_reason: 'subscription_cycle' as Stripe.Invoice.BillingReason,
    post_payment_credit_notes_amount: 0,
    invoice_pdf: `https://pay.stripe.com/${id}/pdf` as string | null,
    hosted_invoice_url: `https://invoice.stripe.com/${id}` as string | null,
    lines: listOf([line(2000)] as Sent<Stripe.InvoiceLineItem>[]),
    ...others,
  }) satisfies Sent<Stripe.Invoice>;
export type FakeInvoice = Sent<Stripe.Invoice> & { id: string };

/** What the next bill of a subscription would be. */
export const preview = (others: Sent<Stripe.Invoice> = {}) =>
  ({
    object: 'invoice',
    currency: 'usd',
    created: seconds('2026-03-18T15:30:00Z'),
    amount_due: 1000,
    subtotal: 1000,
    total: 1000,
    total_taxes: [] as Sent<Stripe.Invoice.TotalTax>[],
    lines: listOf([] as Sent<Stripe.InvoiceLineItem>[]),
    ...others,
  }) satisfies Sent<Stripe.Invoice>;

export const visa = {
  id: 'pm_visa',
  object: 'payment_method',
  type: 'card',
  card: { brand: 'visa', last4: '4242', exp_month: 4, exp_year: 2028 },
} satisfies Sent<Stripe.PaymentMethod>;

export const grant = (id: string, value: number, others: Sent<Stripe.Billing.CreditGrant> = {}) =>
  ({
    id,
    object: 'billing.credit_grant',
    customer: CUSTOMER,
    amount: { type: 'monetary', monetary: { currency: 'usd', value } },
    effective_at: created,
    expires_at: null,
    voided_at: null,
    metadata: {},
    ...others,
  }) satisfies Sent<Stripe.Billing.CreditGrant>;
