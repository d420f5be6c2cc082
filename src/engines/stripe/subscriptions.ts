import { ownOf } from '../shared/own.js';
import type { CallOptions } from '../../api/billing-api.js';
import type { Instant, Period, Slot, Subscription } from '../../billing/types.js';
import { fields } from '../../api/read.js';
import { list } from '../shared/read.js';
import { notFound, unreadable } from '../shared/refusals.js';
import * as answers from './answers.js';
import type { StripePrice, StripeSubscription } from './answers.js';
import { PAGE } from './client.js';
import type { Stripe } from './client.js';
import { planOf, priceOf, slotOf } from './plans.js';

const MOST_SUBSCRIPTIONS = 500;

/** Stripe's statuses by the contract's names. One of days to come is of a subscription that is there. */
const statuses: Readonly<Record<string, Subscription['status']>> = {
  trialing: 'trialing',
  active: 'active',
  past_due: 'past_due',
  paused: 'paused',
  canceled: 'canceled',
  incomplete: 'past_due',
  unpaid: 'past_due',
  incomplete_expired: 'canceled',
};

type StripeItem = StripeSubscription['items']['data'][number];

/** A subscription with the item that makes it a plan, and that item's price. */
export interface Held {
  readonly subscription: StripeSubscription;
  readonly item: StripeItem;
  readonly price: StripePrice;
}

export const instantOf = (seconds: number): Instant => new Date(seconds * 1000).toISOString();

/** The customer's subscription in a slot: the newest one that has not ended. */
export async function heldIn(
  stripe: Stripe,
  slot: Slot,
  options: CallOptions | undefined,
): Promise<Held | undefined> {
  // Without a status, Stripe lists all that aren't canceled, newest first.
  const all = await stripe.all(
    answers.subscription,
    ['subscriptions'],
    { customer: stripe.customer, 'expand[]': ['data.schedule'] },
    { most: MOST_SUBSCRIPTIONS, parameter: 'slot' },
    options,
  );
  const alive = all.filter(
    ({ status }) => status !== 'incomplete_expired' && status !== 'canceled',
  );
  if (alive.length === 0) return undefined;
  const items = alive.map((subscription) => ({ subscription, item: mainItem(subscription) }));
  const products = await productsOf(
    stripe,
    items.map(({ item }) => item.price.product),
    options,
  );
  for (const { subscription, item } of items) {
    const product = products.find(({ id }) => id === item.price.product);
    if (!product) throw unreadable('A subscription is of a product that Stripe does not list.');
    if (slotOf(product) === slot) {
      return { subscription, item, price: { ...item.price, product } };
    }
  }
  return undefined;
}

/** The item that is the plan; what is metered beside it comes with the plan. */
function mainItem({ items }: StripeSubscription): StripeItem {
  const item =
    items.data.find(({ price }) => price.recurring?.usage_type !== 'metered') ?? items.data[0];
  if (!item) throw unreadable('A subscription has no items.');
  return item;
}

/** More than four levels can't be expanded, so products of the items of a list are asked for apart. */
async function productsOf(
  stripe: Stripe,
  ids: readonly string[],
  options: CallOptions | undefined,
): Promise<answers.StripeProduct[]> {
  const distinct = [...new Set(ids)].slice(0, PAGE);
  const read = fields({ data: list(answers.product) });
  const query = { 'ids[]': distinct, limit: PAGE };
  return (await stripe.get(read, ['products'], query, options)).data;
}

/** One subscription, if it is the customer's. */
export async function subscriptionById(
  stripe: Stripe,
  id: string,
  options: CallOptions | undefined,
): Promise<StripeSubscription> {
  const expand = { 'expand[]': ['schedule', 'latest_invoice'] };
  const found = await stripe.get(answers.subscription, ['subscriptions', id], expand, options);
  if (found.customer !== stripe.customer) throw notFound();
  return found;
}

/** The period that runs; on the subscription itself before the versions of 2025. */
function periodOf({ subscription, item }: Omit<Held, 'price'>): Period {
  const { start, end } = periodSeconds({ subscription, item });
  return { start: instantOf(start), end: instantOf(end) };
}

export function periodSeconds({ subscription, item }: Omit<Held, 'price'>): {
  readonly start: number;
  readonly end: number;
} {
  const start = item.current_period_start ?? subscription.current_period_start;
  const end = item.current_period_end ?? subscription.current_period_end;
  if (start === undefined || end === undefined) throw unreadable('A subscription has no period.');
  return { start, end };
}

/** When a subscription will end, in seconds; `undefined` where it renews. */
export function endOf(held: Omit<Held, 'price'>): number | undefined {
  const { cancel_at: at, cancel_at_period_end: atPeriodEnd } = held.subscription;
  return at ?? (atPeriodEnd ? periodSeconds(held).end : undefined);
}

/** The change that a schedule has in store: when, and to which price. */
export function nextPhase(
  { schedule }: StripeSubscription,
  nowMs: number,
): { readonly at: number; readonly price: string } | undefined {
  const next = schedule?.phases?.find(({ start_date: start }) => start * 1000 > nowMs);
  const price = next?.items[0]?.price;
  return next && price !== undefined ? { at: next.start_date, price } : undefined;
}

export async function subscription(
  stripe: Stripe,
  slot: Slot,
  options: CallOptions | undefined,
): Promise<Subscription> {
  const held = await heldIn(stripe, slot, options);
  if (!held) return { slot, status: 'none', plan: null };
  const { id, status, trial_end: trialEnd } = held.subscription;
  const ends = endOf(held);
  const next = ends === undefined ? nextPhase(held.subscription, stripe.now()) : undefined;
  const period = periodOf(held);
  const scheduled =
    ends !== undefined
      ? { type: 'cancel', at: instantOf(ends) }
      : next && {
          type: 'change',
          at: instantOf(next.at),
          plan: planOf(stripe, await priceOf(stripe, next.price, options)),
        };
  return {
    slot,
    id,
    status: ownOf(statuses, status) ?? 'active',
    plan: { ...planOf(stripe, held.price), change: 'current' },
    period,
    renewsAt: ends === undefined ? period.end : null,
    ...(status === 'trialing' && trialEnd !== undefined && { trialEndsAt: instantOf(trialEnd) }),
    ...(scheduled && { scheduled }),
  };
}
