/**
 * How something went, from the things at Stripe that it was about. Nothing is stored: what a
 * checkout or a webhook does later shows there.
 */
import type { CallOptions } from '../../api/billing-api.js';
import type { Operation } from '../../billing/types.js';
import { notFound } from '../shared/refusals.js';
import * as answers from './answers.js';
import { creditGrant } from './balances.js';
import { PAGE, pageOf } from './client.js';
import type { Stripe } from './client.js';
import { ownInvoice } from './invoices.js';
import { openedOperationId } from './operation-ids.js';
import { endOf, instantOf, nextPhase, subscriptionById } from './subscriptions.js';

type Outcome = Omit<Operation, 'id'>;

const completed: Outcome = { status: 'completed' };
const pending: Outcome = { status: 'pending' };

const failed = (code: string, status: number): Outcome => ({
  status: 'failed',
  problem: { type: 'about:blank', status, code },
});

export async function operation(
  stripe: Stripe,
  id: string,
  options: CallOptions | undefined,
): Promise<Operation> {
  const { kind, parts } = openedOperationId(id);
  const [subject, price] = parts;
  if (kind === undefined || subject === undefined) throw notFound();
  const look = {
    change: () => changeOutcome(stripe, subject, price, options),
    cancel: () => cancelOutcome(stripe, subject, options),
    keep: () => keepOutcome(stripe, subject, options),
    checkout: () => checkoutOutcome(stripe, subject, options),
    // Whoever comes back from the portal has done there what they wished.
    portal: () => Promise.resolve(completed),
    pay: () => paymentOutcome(stripe, subject, options),
  };
  return { id, ...(await look[kind]()) };
}

async function changeOutcome(
  stripe: Stripe,
  id: string,
  price: string | undefined,
  options: CallOptions | undefined,
): Promise<Outcome> {
  const subscription = await subscriptionById(stripe, id, options);
  if (subscription.items.data.some((item) => item.price.id === price)) return completed;
  const next = nextPhase(subscription, stripe.now());
  if (next?.price === price && next) {
    return { status: 'scheduled', effectiveAt: instantOf(next.at) };
  }
  // The difference is still to be paid, or nobody paid it in time.
  return subscription.pending_update ? pending : failed('payment_failed', 402);
}

async function cancelOutcome(
  stripe: Stripe,
  id: string,
  options: CallOptions | undefined,
): Promise<Outcome> {
  const subscription = await subscriptionById(stripe, id, options);
  if (subscription.status === 'canceled') return completed;
  const [item] = subscription.items.data;
  const end = item && endOf({ subscription, item });
  return end === undefined
    ? failed('conflict', 409)
    : { status: 'scheduled', effectiveAt: instantOf(end) };
}

async function keepOutcome(
  stripe: Stripe,
  id: string,
  options: CallOptions | undefined,
): Promise<Outcome> {
  const subscription = await subscriptionById(stripe, id, options);
  const { cancel_at: at, cancel_at_period_end: atPeriodEnd, schedule } = subscription;
  const isFree = at === undefined && !atPeriodEnd && !schedule;
  return isFree ? completed : pending;
}

async function checkoutOutcome(
  stripe: Stripe,
  id: string,
  options: CallOptions | undefined,
): Promise<Outcome> {
  const path = ['checkout', 'sessions', id];
  const session = await stripe.get(answers.checkoutSession, path, {}, options);
  if (session.customer !== stripe.customer) throw notFound();
  if (session.status === 'expired') return failed('payment_failed', 402);
  if (session.status !== 'complete') {
    return session.url === undefined ? pending : { status: 'redirect', url: session.url };
  }
  // Some ways to pay take days.
  if (session.payment_status === 'unpaid') return pending;
  if (session.mode !== 'payment') return completed;
  return (await hasGrant(stripe, id, options)) ? completed : pending;
}

/** Whether the host's webhook has turned the payment into credit. */
async function hasGrant(
  stripe: Stripe,
  session: string,
  options: CallOptions | undefined,
): Promise<boolean> {
  const query = { customer: stripe.customer, limit: PAGE };
  const path = ['billing', 'credit_grants'];
  const { data } = await stripe.get(pageOf(creditGrant), path, query, options);
  return data.some(({ metadata }) => metadata?.checkout_session === session);
}

async function paymentOutcome(
  stripe: Stripe,
  id: string,
  options: CallOptions | undefined,
): Promise<Outcome> {
  const { status } = await ownInvoice(stripe, id, options);
  if (status === 'paid') return completed;
  return status === 'open' ? pending : failed('payment_failed', 402);
}
