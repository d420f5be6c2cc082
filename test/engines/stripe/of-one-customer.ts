/** What makes a mock of Stripe's description one of a customer. */
import { CUSTOMER } from '../../../mocks/vendors/stripe/objects.js';

/** Stripe's own brackets are the only form that it takes. */
export const brackets = ['form-array', 'form-object', 'query-array', 'query-object'].map(
  (kind) => `--validator-${kind}-format=brackets`,
);

type Json = Record<string, unknown>;

/**
 * The mock's answers are random: here they become those of one customer, so that what is asked
 * next is asked at all. The published description is older than the version that is read.
 */
export function ofOneCustomer(path: string, value: Json): Json {
  if (path.endsWith('/products')) return { ...value, data: [productOf()], has_more: false };
  if (Array.isArray(value['data'])) {
    const data = value['data'].slice(0, 1).map((row: Json) => ofOneCustomer('row', row));
    return { ...value, data, has_more: false };
  }
  const changed: Json = { ...value, customer: CUSTOMER, deleted: false };
  if (value['object'] === 'price') Object.assign(changed, priceOf());
  if (value['object'] === 'subscription') Object.assign(changed, subscriptionOf());
  if (value['object'] === 'subscription_schedule') changed['phases'] = [];
  if (String(value['object']).endsWith('session')) changed['url'] = 'https://stripe.test/session';
  if (value['object'] === 'invoice') {
    const [status, lines] = ['open', { data: [], has_more: false }];
    const invoice_pdf = 'https://pay.stripe.com/invoice/1/pdf';
    Object.assign(changed, { id: 'in_1', status, lines, invoice_pdf, currency: 'usd' });
  }
  if (value['object'] === 'customer') Object.assign(changed, { currency: 'usd', balance: 0 });
  return changed;
}

const productOf = (): Json => ({ id: 'prod_1', name: 'Pro' });
const priceOf = (): Json => ({
  id: 'price_2',
  currency: 'usd',
  unit_amount: 4000,
  product: productOf(),
});
const subscriptionOf = (): Json => ({
  status: 'active',
  cancel_at: null,
  cancel_at_period_end: true,
  current_period_start: 1_771_000_000,
  current_period_end: 1_773_600_000,
  schedule: null,
  pending_update: null,
  items: { data: [{ id: 'si_1', price: { ...priceOf(), id: 'price_1', product: 'prod_1' } }] },
});
