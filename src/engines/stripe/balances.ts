/** Credit grants, which pay for metered prices, and the customer's balance. Both are money. */
import type { CallOptions, WriteOptions } from '../../api/billing-api.js';
import { fields, token } from '../../api/read.js';
import { compareDecimals, subtractDecimals, sumDecimals } from '../../billing/decimal.js';
import type { Balance, Balances, Money, Operation, TopUpRequest } from '../../billing/types.js';
import { currencyCode, list, seconds, whole } from '../shared/read.js';
import { badField, notFound, notSupported } from '../shared/refusals.js';
import { currencyOf, customerOf } from './account.js';
import { atCheckout } from './checkout.js';
import type { Stripe } from './client.js';
import { chargeOf, moneyOf } from './money.js';
import { instantOf } from './subscriptions.js';

const MOST_GRANTS = 1000;
const CREDITS = 'credits';
const ACCOUNT = 'account_credit';

const monetary = fields({ currency: currencyCode, value: whole });
const summary = fields({
  balances: list(fields({ available_balance: fields({}, { monetary }) })),
});

export const creditGrant = fields(
  { id: token, amount: fields({}, { monetary }) },
  {
    effective_at: seconds,
    expires_at: seconds,
    voided_at: seconds,
    metadata: fields({}, { checkout_session: token }),
  },
);
type Grant = NonNullable<ReturnType<typeof creditGrant>>;

export async function balances(
  stripe: Stripe,
  options: CallOptions | undefined,
): Promise<Balances> {
  const customer = await customerOf(stripe, options);
  const currency = currencyOf(stripe, customer);
  const items = [
    await credits(stripe, currency, options),
    accountCredit(stripe, moneyOf(-(customer.balance ?? 0), currency)),
  ];
  return { items: items.filter((item) => item !== undefined) };
}

async function credits(
  stripe: Stripe,
  currency: string,
  options: CallOptions | undefined,
): Promise<Balance | undefined> {
  const { customer } = stripe;
  const [{ balances: sums }, grants] = await Promise.all([
    stripe.get(
      summary,
      ['billing', 'credit_balance_summary'],
      {
        customer,
        'filter[type]': 'applicability_scope',
        'filter[applicability_scope][price_type]': 'metered',
      },
      options,
    ),
    stripe.all(
      creditGrant,
      ['billing', 'credit_grants'],
      { customer },
      { most: MOST_GRANTS, parameter: 'balanceId' },
      options,
    ),
  ]);
  const isOurs = (money: { currency: string } | undefined): boolean =>
    money?.currency.toUpperCase() === currency;
  const running = grants.filter((one) => isOurs(one.amount.monetary) && isRunning(stripe, one));
  const left = sums.map(({ available_balance: { monetary: money } }) => money).find(isOurs);
  if (!left && running.length === 0 && !stripe.options.topUp) return undefined;
  const remaining = moneyOf(left?.value ?? 0, currency).amount;
  const granted = sumDecimals([
    moneyOf(0, currency).amount,
    ...running.map(({ amount }) => moneyOf(amount.monetary?.value ?? 0, currency).amount),
  ]);
  const used = subtractDecimals(granted, remaining);
  const expiries = running.flatMap(({ expires_at: at }) => (at === undefined ? [] : [at]));
  return {
    id: CREDITS,
    name: stripe.options.names?.credits ?? 'Credits',
    kind: 'money',
    currency,
    remaining,
    granted,
    ...(compareDecimals(used, '0') >= 0 && { used }),
    // One date holds only where all of it ends then.
    ...(expiries.length === 1 &&
      running.length === 1 && { expiresAt: instantOf(Number(expiries[0])) }),
    status: running.length > 0 && compareDecimals(remaining, '0') <= 0 ? 'exhausted' : 'ok',
    ...(stripe.options.topUp && { topUp: offers(stripe, currency) }),
  };
}

function isRunning(stripe: Stripe, grant: Grant): boolean {
  const now = stripe.now() / 1000;
  const { effective_at: from = 0, expires_at: until = Infinity, voided_at: voided } = grant;
  return voided === undefined && from <= now && until > now;
}

function accountCredit(stripe: Stripe, { amount, currency }: Money): Balance | undefined {
  // What the customer owes is on the next invoice; it is no balance to use up.
  if (compareDecimals(amount, '0') <= 0) return undefined;
  const name = stripe.options.names?.accountCredit ?? 'Account credit';
  return { id: ACCOUNT, name, kind: 'money', currency, remaining: amount, status: 'ok' };
}

function offers({ options }: Stripe, currency: string): NonNullable<Balance['topUp']> {
  const { custom, options: amounts = [] } = options.topUp ?? {};
  return {
    options: amounts.map(({ amount, id, label }) => ({
      id,
      ...(label !== undefined && { label }),
      price: { amount, currency },
    })),
    ...(custom && {
      custom: {
        min: { amount: custom.min, currency },
        max: { amount: custom.max, currency },
      },
    }),
  };
}

export async function topUp(
  stripe: Stripe,
  balanceId: string,
  order: TopUpRequest,
  options: WriteOptions,
): Promise<Operation> {
  const { names, topUp: offer } = stripe.options;
  if (!offer) throw notSupported('topUp');
  if (balanceId !== CREDITS) throw notFound();
  if (order.autoTopUp?.enabled) throw badField('/autoTopUp', 'Is not offered here.');
  const currency = currencyOf(stripe, await customerOf(stripe, undefined));
  const minor = chargeOf(amountOf(order, offer, currency), currency);
  const about = { billing_purpose: 'top_up', billing_customer: stripe.customer };
  const product = offer.product;
  const form = {
    mode: 'payment',
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: currency.toLowerCase(),
          unit_amount: minor,
          ...(product === undefined
            ? { product_data: { name: names?.credits ?? 'Credits' } }
            : { product }),
        },
      },
    ],
    // What the host's webhook knows the payment by.
    metadata: about,
    payment_intent_data: { metadata: about },
    invoice_creation: { enabled: true, invoice_data: { metadata: about } },
  };
  return atCheckout(stripe, form, order.returnUrl, options);
}

function amountOf(
  { amount, optionId }: TopUpRequest,
  { custom, options }: NonNullable<Stripe['options']['topUp']>,
  currency: string,
): string {
  if (!amount) {
    const option = options.find(({ id }) => id === optionId);
    if (!option) throw badField('/optionId', 'Is not on offer.');
    return option.amount;
  }
  if (amount.currency !== currency) throw badField('/amount/currency', 'Is another currency.');
  const isWithin =
    custom &&
    compareDecimals(amount.amount, custom.min) >= 0 &&
    compareDecimals(amount.amount, custom.max) <= 0;
  if (!isWithin) throw badField('/amount/amount', 'Is out of bounds.');
  return amount.amount;
}
