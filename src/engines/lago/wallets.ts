import type { CallOptions } from '../../api/billing-api.js';
import { fields, instant, text, token } from '../../api/read.js';
import {
  compareDecimals,
  divideDecimals,
  isNegative,
  isZero,
  multiplyDecimals,
} from '../../billing/decimal.js';
import type { Balance, Balances, Decimal, Money } from '../../billing/types.js';
import { moneyOfMajor, moneyOfMinor } from '../shared/money.js';
import { list, numeric, readAnswer, whole } from '../shared/read.js';
import { notFound } from '../shared/refusals.js';
import { allOf } from './context.js';
import type { LagoContext } from './context.js';

const rule = fields(
  { lago_id: token, trigger: token, method: token },
  { status: token, threshold_credits: numeric, paid_credits: numeric },
);
type LagoRule = NonNullable<ReturnType<typeof rule>>;

const walletReader = fields(
  {
    lago_id: token,
    status: token,
    currency: token,
    rate_amount: numeric,
    credits_ongoing_balance: numeric,
  },
  {
    external_customer_id: token,
    name: text,
    consumed_credits: numeric,
    expiration_at: instant,
    paid_top_up_min_amount_cents: whole,
    paid_top_up_max_amount_cents: whole,
  },
  { recurring_transaction_rules: list(rule) },
);
export type LagoWallet = NonNullable<ReturnType<typeof walletReader>>;

export const readWallet = (answer: unknown): LagoWallet =>
  readAnswer(fields({ wallet: walletReader }), answer, 'The wallet').wallet;

/** The wallets of this customer that are in use. */
export async function ownWallets(context: LagoContext, call?: CallOptions): Promise<LagoWallet[]> {
  const path = ['customers', context.options.customer, 'wallets'];
  const all = await allOf(context, walletReader, { path, key: 'wallets' }, call);
  return all.filter(({ status }) => status === 'active');
}

export async function ownWallet(
  context: LagoContext,
  walletId: string,
  call?: CallOptions,
): Promise<LagoWallet> {
  const found = (await ownWallets(context, call)).find(({ lago_id: id }) => id === walletId);
  if (!found) throw notFound();
  return found;
}

export async function listBalances(context: LagoContext, call?: CallOptions): Promise<Balances> {
  const wallets = await ownWallets(context, call);
  return { items: wallets.map((wallet) => balanceOf(context, wallet)) };
}

/** The rule that tops a wallet up by itself; Lago has one for each wallet. */
export function ruleOf({ recurring_transaction_rules: rules = [] }: LagoWallet): {
  readonly active: LagoRule | undefined;
  /** The same, where it is one of the kind that is set here. */
  readonly own: LagoRule | undefined;
} {
  const active = rules.find(({ status = 'active' }) => status === 'active');
  const isOurs = active?.trigger === 'threshold' && active.method === 'fixed';
  return { active, own: isOurs ? active : undefined };
}

/** What a number of credits costs. */
const priceOf = (credits: Decimal, { rate_amount: rate, currency }: LagoWallet): Money =>
  moneyOfMajor(multiplyDecimals(credits, rate), currency);

/** Digits of credits behind the point that Lago takes. */
const CREDIT_DIGITS = 5;

/** The credits that an amount buys; `undefined` where they can't express it. */
export function creditsFor(
  { amount }: Money,
  { rate_amount: rate }: LagoWallet,
): Decimal | undefined {
  if (isZero(rate)) return undefined;
  const credits = divideDecimals(amount, rate, CREDIT_DIGITS).replace(/\.?0+$/, '');
  return compareDecimals(multiplyDecimals(credits, rate), amount) === 0 ? credits : undefined;
}

/** The bounds of one purchase, where Lago has both. */
export function boundsOf(wallet: LagoWallet): { min: Money; max: Money } | undefined {
  const { currency } = wallet;
  const { paid_top_up_min_amount_cents: min, paid_top_up_max_amount_cents: max } = wallet;
  if (min === undefined || max === undefined) return undefined;
  return { min: moneyOfMinor(min, currency), max: moneyOfMinor(max, currency) };
}

export function balanceOf({ options }: LagoContext, wallet: LagoWallet): Balance {
  const { currency, rate_amount: rate, name, expiration_at: expiresAt } = wallet;
  // A wallet whose credit is a unit of its currency holds money.
  const isMoney = compareDecimals(rate, '1') === 0;
  const shown = (credits: Decimal): Decimal =>
    isMoney ? moneyOfMajor(credits, currency).amount : plain(credits);
  const remaining = shown(wallet.credits_ongoing_balance);
  const used = wallet.consumed_credits;
  const { own } = ruleOf(wallet);
  const threshold = own?.threshold_credits;
  const lowAt = threshold === undefined ? options.lowAt : shown(threshold);
  const isLow = lowAt !== undefined && compareDecimals(remaining, lowAt) < 0;
  return {
    id: wallet.lago_id,
    name: name ?? options.names?.wallet ?? 'Credits',
    kind: isMoney ? 'money' : 'credits',
    ...(isMoney ? { currency } : { unit: options.names?.unit ?? 'credit' }),
    remaining,
    ...(used !== undefined && { used: shown(used) }),
    ...(expiresAt !== undefined && { expiresAt }),
    status: isNegative(remaining) || isZero(remaining) ? 'exhausted' : isLow ? 'low' : 'ok',
    ...(lowAt !== undefined && { lowAt }),
    ...(options.topUp && {
      topUp: topUpOf(options.topUp.options, wallet, isMoney),
      autoTopUp: autoTopUpOf(wallet, shown),
    }),
  };
}

function topUpOf(
  options: NonNullable<LagoContext['options']['topUp']>['options'],
  wallet: LagoWallet,
  isMoney: boolean,
): NonNullable<Balance['topUp']> {
  const bounds = boundsOf(wallet);
  return {
    options: options.map(({ id, label, amount }) => {
      const price = moneyOfMajor(amount, wallet.currency);
      const units = isMoney ? undefined : creditsFor(price, wallet);
      return {
        id,
        price,
        ...(label !== undefined && { label }),
        ...(units !== undefined && { units }),
      };
    }),
    ...(!isMoney && { unitPrice: moneyOfMajor(wallet.rate_amount, wallet.currency) }),
    ...(bounds && { custom: { ...bounds, step: stepOf(wallet.currency) } }),
  };
}

/** The smallest amount of a currency. */
const stepOf = (currency: string): Decimal => moneyOfMinor(1, currency).amount;

function autoTopUpOf(
  wallet: LagoWallet,
  shown: (credits: Decimal) => Decimal,
): NonNullable<Balance['autoTopUp']> {
  const { active, own } = ruleOf(wallet);
  // A rule of another kind is not for a person to overwrite.
  if (active && !own) return { status: 'unavailable' };
  const bounds = boundsOf(wallet);
  const { threshold_credits: threshold, paid_credits: credits } = own ?? {};
  return {
    status: own ? 'active' : 'off',
    ...(threshold !== undefined && { threshold: shown(threshold) }),
    ...(credits !== undefined && { amount: priceOf(credits, wallet) }),
    ...bounds,
  };
}

/** Without zeros at the end. */
const plain = (credits: Decimal): Decimal =>
  credits.includes('.') ? credits.replace(/\.?0+$/, '') : credits;
