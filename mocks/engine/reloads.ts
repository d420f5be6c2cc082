import {
  compareDecimals,
  floorDivide,
  isDecimal,
  isNegative,
  multiplyDecimals,
  subtractDecimals,
} from '../../src/billing/decimal.js';
import type {
  AutoTopUpRequest,
  Balance,
  Decimal,
  Line,
  Money,
  Operation,
  TopUpRequest,
} from '../../src/billing/types.js';
import { mustAllow } from './account.js';
import { creditsBalance, reloadBounds, reloadOptions } from './balances.js';
import { dayInWords } from './calendar.js';
import { addGrant, dueReload } from './credits.js';
import { addInvoice, becomePaying } from './new-invoice.js';
import { pay } from './payments.js';
import { badField, conflict, notFound } from './refusals.js';
import type { AccountState, CreditsState, InvoiceRecord } from './state.js';

/** Buys credits; they are there as soon as they are paid. */
export function reload(
  state: AccountState,
  balanceId: string,
  order: TopUpRequest,
  idempotencyKey: string,
): Operation {
  const credits = creditsOf(state, balanceId);
  const amount = amountOf(order);
  const settings = order.autoTopUp && checkedSettings(order.autoTopUp, credits, '/autoTopUp');
  let awaited: InvoiceRecord | undefined;
  return pay(
    state,
    {
      amount,
      announce: (method) => {
        awaited = addInvoice(state, invoiceDraft(amount), method, 'open');
      },
      complete: (operationId, way) => {
        if (awaited) settleInvoice(awaited);
        else addInvoice(state, invoiceDraft(amount), way?.label, 'paid');
        addReload(state, credits, amount, 'Reload');
        state.ledger.push({ kind: 'top_up', amount, idempotencyKey, operationId });
        if (way?.autoTopUp) credits.autoReload.isUnfit = false;
        if (settings) applySettings(state, credits, settings, way?.autoTopUp === true);
      },
    },
    order,
  );
}

/** Switches the automatic reload on or off; it may fire at once. */
export function setAutoReload(
  state: AccountState,
  balanceId: string,
  wish: AutoTopUpRequest,
): Balance {
  const credits = creditsOf(state, balanceId);
  if (wish.enabled && (!credits.wasReloaded || credits.autoReload.isUnfit)) throw conflict();
  applySettings(state, credits, checkedSettings(wish, credits, ''), true);
  return creditsBalance(credits, state);
}

/** Reloads where little is left, if the account has asked for that. */
export function fireAutoReload(state: AccountState, credits: CreditsState): void {
  const amount = dueReload(credits, state.calendar.today());
  if (!amount) return;
  credits.autoReload.isFailing = state.declines;
  if (state.declines) return;
  addInvoice(state, invoiceDraft(amount), 'Visa •••• 4242', 'paid');
  addReload(state, credits, amount, 'Automatic reload');
  state.ledger.push({ kind: 'auto_top_up', amount, idempotencyKey: null, operationId: null });
}

function creditsOf(state: AccountState, balanceId: string): CreditsState {
  mustAllow(state, 'topUp');
  if (state.credits?.id !== balanceId) throw notFound();
  return state.credits;
}

function amountOf({ optionId, amount }: TopUpRequest): Money {
  if ((optionId === undefined) === (amount === undefined)) {
    throw badField('', 'Exactly one of optionId and amount is needed.');
  }
  if (amount) return checkedAmount(amount, '/amount', reloadBounds.step);
  const price = reloadOptions.get(optionId ?? '');
  if (price === undefined) throw badField('/optionId', 'Is not one of the amounts offered.');
  return { amount: price, currency: 'USD' };
}

function checkedAmount({ amount, currency }: Money, pointer: string, step: Decimal): Money {
  const { min, max } = reloadBounds;
  if (currency !== min.currency) throw badField(`${pointer}/currency`, `Is not ${min.currency}.`);
  const isWithin =
    isDecimal(amount) &&
    compareDecimals(amount, min.amount) >= 0 &&
    compareDecimals(amount, max.amount) <= 0;
  if (!isWithin) throw badField(`${pointer}/amount`, `Is not ${min.amount} to ${max.amount}.`);
  const above = subtractDecimals(amount, min.amount);
  if (compareDecimals(multiplyDecimals(floorDivide(above, step), step), above) !== 0) {
    throw badField(`${pointer}/amount`, `Is not a multiple of ${step}.`);
  }
  return { amount: withCents(amount), currency };
}

/** A whole amount, as steps of one allow no other: `100` is kept as `100.00`. */
const withCents = (amount: Decimal): Decimal => `${amount.split('.')[0] ?? '0'}.00`;

function checkedSettings(
  { enabled, threshold, amount }: AutoTopUpRequest,
  { autoReload }: CreditsState,
  pointer: string,
): AutoTopUpRequest {
  if (!enabled) return { enabled };
  const below = threshold ?? autoReload.threshold;
  const bought = amount ?? autoReload.amount;
  if (below === undefined || !isDecimal(below) || isNegative(below)) {
    throw badField(`${pointer}/threshold`, 'Is not an amount of zero or more.');
  }
  if (!bought) throw badField(`${pointer}/amount`, 'Is required.');
  return {
    enabled,
    threshold: below,
    amount: checkedAmount(bought, `${pointer}/amount`, reloadBounds.step),
  };
}

function applySettings(
  state: AccountState,
  credits: CreditsState,
  { enabled, threshold, amount }: AutoTopUpRequest,
  isFit: boolean,
): void {
  const { autoReload } = credits;
  autoReload.isOn = enabled && isFit;
  autoReload.isUnfit = enabled && !isFit;
  autoReload.isFailing = false;
  if (enabled) Object.assign(autoReload, { threshold, amount });
  fireAutoReload(state, credits);
}

function addReload(
  state: AccountState,
  credits: CreditsState,
  amount: Money,
  name: 'Reload' | 'Automatic reload',
): void {
  addGrant(credits, `${name} of ${dayInWords(state.calendar.today())}`, amount);
  credits.wasReloaded = true;
  credits.autoReload.isFailing = false;
  becomePaying(state);
}

/** An invoice that waited for its money has it. */
export function settleInvoice(invoice: InvoiceRecord): void {
  invoice.status = 'paid';
  invoice.payment = undefined;
}

function invoiceDraft(amount: Money) {
  const line: Line = { description: 'Reload', kind: 'top_up', quantity: '1', amount };
  return { kind: 'top_up', description: 'Reload', lines: [line] } as const;
}
