/** What makes a mock of Stripe's description one of a customer. */
import { CUSTOMER } from './objects.js';

type Json = Record<string, unknown>;

/**
 * The mock's answers are random: here they become those of one customer, so that what is asked
 * next is asked at all. The published description is older than the version that is read.
 *
 * @param plan - The price that is offered beside the one that is held.
 */
export function ofOneCustomer(path: string, value: Json, plan: string): Json {
  if (path.endsWith('/products')) return { ...value, data: [productOf()], has_more: false };
  if (Array.isArray(value['data'])) {
    const data = value['data'].slice(0, 1).map((row: Json) => ofOneCustomer('row', row, plan));
    return { ...value, data, has_more: false };
  }
  const changed: Json = { ...value, customer: CUSTOMER, deleted: false };
  if (value['object'] === 'price') Object.assign(changed, priceOf(plan));
  if (value['object'] === 'subscription') Object.assign(changed, subscriptionOf());
  if (value['object'] === 'subscription_schedule') changed['phases'] = [];
  if (String(value['object']).endsWith('session')) {
    Object.assign(changed, { id: 'cs_1', url: 'https://stripe.test/session' });
  }
  if (value['object'] === 'invoice') {
    const [status, lines] = ['open', { data: [], has_more: false }];
    const invoice_pdf = 'https://pay.stripe.com/invoice/1/pdf';
    // Numbers at random are moments of 1970, which no element takes for the day of an invoice.
    const [created, due_date] = [1_771_000_000, null];
    Object.assign(changed, { id: 'in_1', created, due_date, status, lines, invoice_pdf });
    changed['currency'] = 'usd';
  }
  if (value['object'] === 'customer') Object.assign(changed, { currency: 'usd', balance: 0 });
  return changed;
}

const productOf = (): Json => ({ id: 'prod_1', name: 'Pro' });
const priceOf = (id: string): Json => ({
  id,
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
  items: { data: [{ id: 'si_1', price: { ...priceOf('price_1'), product: 'prod_1' } }] },
});
