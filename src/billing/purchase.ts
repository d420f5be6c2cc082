import { compareDecimals, floorDivide, isDecimal, isNegative, isZero } from './decimal.js';
import type {
  Action,
  Balance,
  Decimal,
  Invoice,
  Money,
  Operation,
  PaymentPurpose,
  Plan,
  TopUpRequest,
  When,
} from './types.js';

const actions: Record<PaymentPurpose, Action> = {
  plan: 'changePlan',
  support: 'changeSupport',
  top_up: 'topUp',
  invoice: 'payInvoice',
};

/** Whether a word names something that can be paid for. */
export function isPurpose(word: string | null): word is PaymentPurpose {
  return word !== null && Object.hasOwn(actions, word);
}

/** What an account must be allowed to do, to pay for this. */
export function actionFor(purpose: PaymentPurpose): Action {
  return actions[purpose];
}

/** When a change is asked for. What is paid for already is kept until it ends; the server decides. */
export function changeTime({ change }: Plan): When {
  return change === 'downgrade' ? 'period_end' : 'now';
}

/** Something that can be bought for a balance: one of the offered options, or any amount. */
export interface TopUp {
  readonly request: Pick<TopUpRequest, 'optionId' | 'amount'>;
  readonly price: Money;
  /** How many units it buys, where that is known. */
  readonly units: Decimal | undefined;
}

/**
 * A reload of a balance by an amount of its currency. Where an option is offered for exactly that
 * amount it is the option that is bought, at the price as the server wrote it.
 * @returns `undefined` where nothing can be bought for this balance, or the amount is none
 */
export function topUpOf({ currency, topUp }: Balance, amount: Decimal): TopUp | undefined {
  if (!topUp || !isDecimal(amount) || isNegative(amount) || isZero(amount)) return undefined;
  const unit = currency ?? topUp.custom?.min.currency ?? topUp.options?.[0]?.price.currency;
  if (unit === undefined) return undefined;
  const option = topUp.options?.find(
    ({ price }) => price.currency === unit && compareDecimals(price.amount, amount) === 0,
  );
  if (option) return { request: { optionId: option.id }, price: option.price, units: option.units };
  if (!topUp.custom) return undefined;
  const price = { amount, currency: unit };
  return { request: { amount: price }, price, units: wholeUnits(price, topUp.unitPrice) };
}

function wholeUnits(price: Money, unitPrice: Money | undefined): Decimal | undefined {
  if (unitPrice?.currency !== price.currency || isFree(unitPrice)) return undefined;
  return floorDivide(price.amount, unitPrice.amount);
}

/** What is still to be paid of an invoice; `undefined` where it can't be paid here. */
export function payableOf({ amountDue, payment, status, total }: Invoice): Money | undefined {
  if (payment?.canPay === false) return undefined;
  if (payment?.canPay !== true && status !== 'open' && status !== 'past_due') return undefined;
  return amountDue ?? total;
}

/** Whether nothing is charged: the account has it for free, or even gets something back. */
export function isFree({ amount }: Money): boolean {
  return isZero(amount) || isNegative(amount);
}

/** Whether nothing more will become of an operation. */
export function isFinal({ status }: Pick<Operation, 'status'>): boolean {
  return status === 'completed' || status === 'scheduled' || status === 'failed';
}
