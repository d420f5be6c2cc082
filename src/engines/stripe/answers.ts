/** Stripe's objects, as far as they are read here. Fields that came with later versions are optional. */
import { bool, fields, namedValues, text, token } from '../../api/read.js';
import { count, currencyCode, idOf, link, list, number, seconds, whole } from '../shared/read.js';

export const named = fields({ id: token });

const metadata = namedValues(text);

export const product = fields(
  { id: token, name: text },
  { description: text, metadata, marketing_features: list(fields({}, { name: text })) },
);
export type StripeProduct = NonNullable<ReturnType<typeof product>>;

const recurring = fields({ interval: token, interval_count: count }, { usage_type: token });

const priceFields = { id: token, currency: currencyCode };
const priceOptions = { nickname: text, recurring, unit_amount: whole, unit_amount_decimal: token };

/** A price whose product is but named. */
const price = fields({ ...priceFields, product: idOf }, priceOptions);
/** A price with its product. */
export const pricedProduct = fields({ ...priceFields, product }, priceOptions);
export type StripePrice = NonNullable<ReturnType<typeof pricedProduct>>;

const item = fields(
  { id: token, price },
  { quantity: whole, current_period_start: seconds, current_period_end: seconds },
);

const phase = fields(
  { start_date: seconds, items: list(fields({ price: idOf }, { quantity: whole })) },
  { end_date: seconds },
);

export const schedule = fields({ id: token, customer: idOf }, { phases: list(phase) });

const subscriptionFields = {
  id: token,
  customer: idOf,
  status: token,
  created: seconds,
  items: fields({ data: list(item) }),
};

export const subscription = fields(subscriptionFields, {
  cancel_at: seconds,
  cancel_at_period_end: bool,
  trial_end: seconds,
  // On the subscription before the versions of 2025.
  current_period_start: seconds,
  current_period_end: seconds,
  schedule,
  collection_method: token,
  pending_update: fields({}),
  latest_invoice: fields({ id: token }, { status: token, hosted_invoice_url: link }),
});
export type StripeSubscription = NonNullable<ReturnType<typeof subscription>>;

const card = fields({}, { brand: token, last4: token, exp_month: whole, exp_year: whole });
const bankAccount = fields({}, { last4: token, bank_name: text });

export const paymentMethod = fields(
  { id: token, type: token },
  { card, us_bank_account: bankAccount, sepa_debit: bankAccount },
);
export type StripePaymentMethod = NonNullable<ReturnType<typeof paymentMethod>>;

export const customer = fields(
  { id: token },
  {
    deleted: bool,
    name: text,
    currency: currencyCode,
    balance: whole,
    default_source: idOf,
    invoice_settings: fields({}, { default_payment_method: paymentMethod }),
  },
);
export type StripeCustomer = NonNullable<ReturnType<typeof customer>>;

export const checkoutSession = fields(
  { id: token, created: seconds, payment_status: token, mode: token },
  { customer: idOf, status: token, url: link },
);

const lineDetails = fields({}, { proration: bool });

export const line = fields(
  { id: token, amount: whole, currency: currencyCode },
  {
    description: text,
    quantity: whole,
    quantity_decimal: token,
    period: fields({ start: seconds, end: seconds }),
    pricing: fields({}, { unit_amount_decimal: token }),
    parent: fields(
      { type: token },
      { invoice_item_details: lineDetails, subscription_item_details: lineDetails },
    ),
  },
);
export type StripeLine = NonNullable<ReturnType<typeof line>>;

const tax = fields(
  { amount: whole },
  { tax_behavior: token, tax_rate_details: fields({ tax_rate: idOf }) },
);

const figures = {
  currency: currencyCode,
  created: seconds,
  amount_due: whole,
  subtotal: whole,
  total: whole,
  lines: fields({ data: list(line), has_more: bool }),
};

const address = fields(
  {},
  { line1: text, line2: text, city: text, state: text, postal_code: text, country: text },
);

const moreFigures = {
  amount_paid: whole,
  total_taxes: list(tax),
  starting_balance: whole,
  ending_balance: whole,
  next_payment_attempt: seconds,
};

/** An invoice that is not there yet. */
export const preview = fields(figures, moreFigures);
export type StripePreview = NonNullable<ReturnType<typeof preview>>;

export const invoice = fields(
  { ...figures, id: token, customer: idOf },
  {
    ...moreFigures,
    status: token,
    number: token,
    due_date: seconds,
    description: text,
    footer: text,
    billing_reason: token,
    attempted: bool,
    post_payment_credit_notes_amount: whole,
    invoice_pdf: link,
    hosted_invoice_url: link,
    default_payment_method: idOf,
    metadata,
    account_name: text,
    customer_name: text,
    customer_email: text,
    customer_address: address,
    customer_tax_ids: list(fields({}, { value: text })),
  },
);
export type StripeInvoice = NonNullable<ReturnType<typeof invoice>>;

export const taxRate = fields({ id: token, display_name: text }, { percentage: number });
