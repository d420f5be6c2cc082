/** Stripe's own pages: paying there, and leaving details of a way to pay. */
import type { CallOptions, WriteOptions } from '../../api/billing-api.js';
import { fields, token } from '../../api/read.js';
import type { ChangeOrder, Operation, PaymentSessionRequest } from '../../billing/types.js';
import { link } from '../shared/read.js';
import { badField, unreadable } from '../shared/refusals.js';
import * as answers from './answers.js';
import type { StripePrice } from './answers.js';
import { billingCurrency } from './account.js';
import type { Stripe, StripeCallOptions, StripeForm } from './client.js';
import { operationId } from './operation-ids.js';

/** A checkout of this customer, as the redirect that it is. */
export async function atCheckout(
  stripe: Stripe,
  form: StripeForm,
  returnUrl: string | undefined,
  options: StripeCallOptions | undefined,
): Promise<Operation> {
  if (returnUrl === undefined) throw badField('/returnUrl', 'Is required.');
  const session = await stripe.post(
    answers.checkoutSession,
    ['checkout', 'sessions'],
    { customer: stripe.customer, success_url: returnUrl, cancel_url: returnUrl, ...form },
    options,
  );
  if (session.url === undefined) throw unreadable('A checkout has no address.');
  return { id: operationId('checkout', session.id), status: 'redirect', url: session.url };
}

/** Without a subscription there is nothing to change: the first one is bought. */
export function subscribeAtCheckout(
  stripe: Stripe,
  price: StripePrice,
  { returnUrl }: ChangeOrder,
  options: WriteOptions,
): Promise<Operation> {
  const form = { mode: 'subscription', line_items: [{ price: price.id, quantity: 1 }] };
  return atCheckout(stripe, form, returnUrl, options);
}

const portalSession = fields({ id: token, url: link });

export async function createPaymentSession(
  stripe: Stripe,
  { purpose, returnUrl }: PaymentSessionRequest,
  options: CallOptions | undefined,
): Promise<Operation> {
  if (purpose === 'payment_method') {
    const currency = (await billingCurrency(stripe, options)).toLowerCase();
    return atCheckout(stripe, { mode: 'setup', currency }, returnUrl, options);
  }
  const form = { customer: stripe.customer, return_url: returnUrl };
  const { id, url } = await stripe.post(
    portalSession,
    ['billing_portal', 'sessions'],
    form,
    options,
  );
  return { id: operationId('portal', id), status: 'redirect', url };
}
