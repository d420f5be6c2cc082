import type { CallOptions } from '../../api/billing-api.js';
import { fields, token } from '../../api/read.js';
import { compareDecimals, isDecimal, isNegative, isZero } from '../../billing/decimal.js';
import { ownOf } from '../shared/own.js';
import type {
  AutoTopUpRequest,
  Balance,
  Decimal,
  Money,
  Operation,
  TopUpRequest,
} from '../../billing/types.js';
import { moneyOfMajor } from '../shared/money.js';
import { openedOperation, sealed } from '../shared/opaque.js';
import { link, list, readAnswer } from '../shared/read.js';
import { badField, conflict, notFound, notSupported, unreadable } from '../shared/refusals.js';
import type { LagoContext } from './context.js';
import { paymentReference } from './payment-methods.js';
import {
  balanceOf,
  boundsOf,
  creditsFor,
  ownWallet,
  ownWallets,
  readWallet,
  ruleOf,
} from './wallets.js';
import type { LagoWallet } from './wallets.js';

/** Ids of purchases: the wallet's transaction. */
export const PURCHASE = 'lago-top-up';

const transaction = fields({ lago_id: token, status: token }, { lago_wallet_id: token });
type Transaction = NonNullable<ReturnType<typeof transaction>>;

const page = fields({ wallet_transaction_payment_details: fields({ payment_url: link }) });

/** Buys credits: a transaction that waits, and the page to pay it on. */
export async function topUp(
  context: LagoContext,
  walletId: string,
  order: TopUpRequest,
  call?: CallOptions,
): Promise<Operation> {
  if (!context.options.topUp) throw notSupported('topUp');
  const wallet = await ownWallet(context, walletId, call);
  const credits = creditsOf(amountOf(context, order, wallet), wallet, '/amount');
  const rule = order.autoTopUp && ruleFor(order.autoTopUp, wallet, '/autoTopUp');
  const payment = await paymentReference(context, order.paymentOptionId, call);
  const answer = await context.client({
    method: 'POST',
    path: ['wallet_transactions'],
    json: {
      wallet_transaction: {
        wallet_id: walletId,
        paid_credits: credits,
        ...(payment && { payment_method: payment }),
      },
    },
    options: call,
  });
  const made = readAnswer(fields({ wallet_transactions: list(transaction) }), answer, 'The top-up');
  const [bought] = made.wallet_transactions;
  if (!bought) throw unreadable('The top-up made no transaction.');
  // The rule counts what waits to be paid, so it doesn't buy a second time at once.
  if (rule) await putRule(context, walletId, rule, call);
  const operation = operationOf(bought);
  if (operation.status !== 'pending' || payment) return operation;
  const paying = await context.client({
    method: 'POST',
    path: ['wallet_transactions', bought.lago_id, 'payment_url'],
    options: call,
  });
  const { payment_url: url } = readAnswer(
    page,
    paying,
    'The page',
  ).wallet_transaction_payment_details;
  return { ...operation, status: 'redirect', url };
}

function amountOf(
  { options }: LagoContext,
  { optionId, amount }: TopUpRequest,
  wallet: LagoWallet,
): Money {
  if ((optionId === undefined) === (amount === undefined)) {
    throw badField('', 'Exactly one of optionId and amount is needed.');
  }
  if (amount) {
    const bounds = boundsOf(wallet);
    if (!bounds) throw badField('/amount', 'Is not to be chosen freely here.');
    requireWithin(amount, wallet, '/amount');
    return amount;
  }
  const chosen = options.topUp?.options.find(({ id }) => id === optionId);
  if (!chosen) throw badField('/optionId', 'Is not one of the amounts offered.');
  return moneyOfMajor(chosen.amount, wallet.currency);
}

function requireWithin({ amount, currency }: Money, wallet: LagoWallet, pointer: string): void {
  if (currency !== wallet.currency)
    throw badField(`${pointer}/currency`, `Is not ${wallet.currency}.`);
  const { min, max } = boundsOf(wallet) ?? {};
  const isRight =
    isDecimal(amount) &&
    !isNegative(amount) &&
    !isZero(amount) &&
    (!min || compareDecimals(amount, min.amount) >= 0) &&
    (!max || compareDecimals(amount, max.amount) <= 0);
  if (!isRight) throw badField(pointer, 'Is not an amount that can be bought.');
}

function creditsOf(amount: Money, wallet: LagoWallet, pointer: string): Decimal {
  const credits = creditsFor(amount, wallet);
  if (credits === undefined) throw badField(pointer, 'Buys no number of credits.');
  return credits;
}

/** A rule as Lago takes it; none switches it off. */
type Rule = Readonly<Record<string, string>> | undefined;

function ruleFor(
  { enabled, threshold, amount }: AutoTopUpRequest,
  wallet: LagoWallet,
  pointer: string,
): { readonly rule: Rule } {
  const { active, own } = ruleOf(wallet);
  if (active && !own) throw conflict();
  if (!enabled) return { rule: undefined };
  const from = threshold ?? own?.threshold_credits;
  if (from === undefined || !isDecimal(from) || isNegative(from)) {
    throw badField(`${pointer}/threshold`, 'Is needed, and not below zero.');
  }
  if (amount) requireWithin(amount, wallet, `${pointer}/amount`);
  const credits = amount ? creditsOf(amount, wallet, `${pointer}/amount`) : own?.paid_credits;
  if (credits === undefined) throw badField(`${pointer}/amount`, 'Is needed.');
  return {
    rule: {
      ...(own && { lago_id: own.lago_id }),
      trigger: 'threshold',
      method: 'fixed',
      threshold_credits: from,
      paid_credits: credits,
    },
  };
}

/** Lago ends the rules that are left out. */
async function putRule(
  { client }: LagoContext,
  walletId: string,
  { rule }: { readonly rule: Rule },
  call?: CallOptions,
): Promise<LagoWallet> {
  const answer = await client({
    method: 'PUT',
    path: ['wallets', walletId],
    json: { wallet: { recurring_transaction_rules: rule ? [rule] : [] } },
    options: call,
  });
  return readWallet(answer);
}

export async function setAutoTopUp(
  context: LagoContext,
  walletId: string,
  settings: AutoTopUpRequest,
  call?: CallOptions,
): Promise<Balance> {
  if (!context.options.topUp) throw notSupported('setAutoTopUp');
  const wallet = await ownWallet(context, walletId, call);
  const stands = await putRule(context, walletId, ruleFor(settings, wallet, ''), call);
  return balanceOf(context, stands);
}

const outcomes: Readonly<Record<string, Operation['status']>> = {
  settled: 'completed',
  failed: 'failed',
};

const operationOf = ({ lago_id: id, status }: Transaction): Operation => ({
  id: sealed(PURCHASE, [id]),
  status: ownOf(outcomes, status) ?? 'pending',
});

/** How a purchase went; one into another customer's wallet is none of ours. */
export async function readPurchase(
  context: LagoContext,
  operationId: string,
  call?: CallOptions,
): Promise<Operation> {
  const [id] = openedOperation(PURCHASE, operationId);
  if (typeof id !== 'string') throw notFound();
  const answer = await context.client({ path: ['wallet_transactions', id], options: call });
  // Its description has the transaction bare, other answers stand under their names.
  const named = fields({}, { wallet_transaction: transaction })(answer, {
    path: [],
    aside: [],
    wrong: '',
  });
  const found = named?.wallet_transaction ?? readAnswer(transaction, answer, 'The top-up');
  const wallets = await ownWallets(context, call);
  if (!wallets.some(({ lago_id: wallet }) => wallet === found.lago_wallet_id)) throw notFound();
  return operationOf(found);
}
