import type { CallOptions } from '../../api/billing-api.js';
import { compareDecimals, multiplyDecimals } from '../../billing/decimal.js';
import { ownOf } from '../shared/own.js';
import type { Decimal, Money, Plan, Plans, Slot } from '../../billing/types.js';
import * as answers from './answers.js';
import type { StripePrice, StripeProduct } from './answers.js';
import type { Stripe } from './client.js';
import { moneyOf } from './money.js';
import type { StripePlan } from './options.js';

/** More active prices than a seller has. */
const MOST_PRICES = 2000;

/** The slot that a product is for. */
export function slotOf({ metadata }: StripeProduct): Slot {
  return metadata?.['billing_slot'] === 'support' ? 'support' : 'plan';
}

/** The prices on offer in a slot, in display order. */
export async function offeredPrices(
  stripe: Stripe,
  slot: Slot,
  options: CallOptions | undefined,
): Promise<StripePrice[]> {
  const { plans = [] } = stripe.options;
  if (plans.length === 0) return [];
  const query = { active: true, type: 'recurring', 'expand[]': ['data.product'] };
  const bounds = { most: MOST_PRICES, parameter: 'slot' };
  const active = await stripe.all(answers.pricedProduct, ['prices'], query, bounds, options);
  return plans
    .map(({ price }) => active.find(({ id }) => id === price))
    .filter((price) => price !== undefined)
    .filter(({ product }) => slotOf(product) === slot);
}

/** One price with its product. */
export function priceOf(
  stripe: Stripe,
  id: string,
  options: CallOptions | undefined,
): Promise<StripePrice> {
  return stripe.get(answers.pricedProduct, ['prices', id], { 'expand[]': ['product'] }, options);
}

/** The plans on offer, seen from the one that the customer has. */
export function plansOf(
  stripe: Stripe,
  offered: readonly StripePrice[],
  current: StripePrice | undefined,
): Plans {
  // A customer is billed in one currency.
  const payable = current
    ? offered.filter(({ currency }) => currency === current.currency)
    : offered;
  return {
    items: payable.map((price) => ({ ...planOf(stripe, price), change: changeTo(price, current) })),
  };
}

/** A price as a plan, with what the options add. */
export function planOf({ options }: Stripe, price: StripePrice): Plan {
  const { product, recurring } = price;
  const amount = amountOf(price);
  const added = options.plans?.find((plan) => plan.price === price.id);
  const features = (product.marketing_features ?? []).flatMap(({ name }) =>
    name === undefined ? [] : [{ name, value: true }],
  );
  return {
    id: price.id,
    name: product.name,
    ...(product.description !== undefined && { description: product.description }),
    ...(amount && { price: amount }),
    ...(recurring &&
      Object.hasOwn(periods, recurring.interval) && { interval: recurring.interval }),
    intervalCount: recurring?.interval_count ?? 1,
    ...(features.length > 0 && { features }),
    recommended: added?.recommended ?? false,
    ...textOf(added),
    change: 'switch',
  };
}

function textOf(added: StripePlan | undefined): Partial<Plan> {
  return {
    ...(added?.recommendedReason !== undefined && { recommendedReason: added.recommendedReason }),
    ...(added?.allowances && { allowances: added.allowances }),
  };
}

/** What a period costs; prices in tiers have no such figure. */
export function amountOf(price: StripePrice): Money | undefined {
  const minor = price.unit_amount_decimal ?? price.unit_amount;
  return minor === undefined ? undefined : moneyOf(minor, price.currency);
}

/** How often a period comes in 400 years, the time after which the calendar repeats itself. */
const periods: Readonly<Record<string, Decimal>> = {
  day: '146097',
  week: '20871',
  month: '4800',
  year: '400',
};

function changeTo(price: StripePrice, current: StripePrice | undefined): Plan['change'] {
  if (!current) return 'switch';
  if (price.id === current.id) return 'current';
  const [there, here] = [amountOf(price), amountOf(current)];
  const [often, oftenNow] = [price, current].map(({ recurring }) =>
    ownOf(periods, recurring?.interval ?? ''),
  );
  if (!there || !here || !often || !oftenNow) return 'switch';
  const [count, countNow] = [price, current].map(({ recurring }) =>
    String(recurring?.interval_count ?? 1),
  );
  // Cross-multiplied, so that nothing is rounded.
  const difference = compareDecimals(
    multiplied(there.amount, often, countNow),
    multiplied(here.amount, oftenNow, count),
  );
  return difference > 0 ? 'upgrade' : difference < 0 ? 'downgrade' : 'switch';
}

const multiplied = (...factors: readonly (Decimal | undefined)[]): Decimal =>
  factors.reduce<Decimal>((all, factor = '1') => multiplyDecimals(all, factor), '1');
