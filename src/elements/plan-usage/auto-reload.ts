/** What automatic reload may be set to, and what is wrong with what a person typed for it. */
import { compareDecimals, fractionDigits, isZero } from '../../billing/decimal.js';
import { amountFault, inDigitsOf } from '../../billing/reload-amount.js';
import type { AmountBounds } from '../../billing/reload-amount.js';
import type { AutoTopUpRequest, Balance, Decimal } from '../../billing/types.js';
import { readDecimal } from '../../i18n/read-decimal.js';
import { amountFaultText } from './amount-words.js';
import type { ReloadLocale } from './plan-usage-locale.js';

/** As a person has it before them. */
export interface AutoReloadDraft {
  readonly enabled: boolean;
  readonly threshold: string;
  readonly amount: string;
}

export interface AutoReloadFaults {
  readonly threshold?: string | undefined;
  readonly amount?: string | undefined;
}

/** Where it is set: along with a reload, or without one. */
export type AutoReloadPlace = 'with_reload' | 'alone';

/** Reasons that a reload does away with. */
const endsWithReload = ['first_top_up_needed', 'payment_method_unfit'];

/** Whether it can be set; `undefined` where there is no automatic reload at all. */
export function canSetAutoReload(balance: Balance, place: AutoReloadPlace): boolean | undefined {
  const { autoTopUp } = balance;
  if (!autoTopUp || currencyOf(balance) === undefined) return undefined;
  if (autoTopUp.status !== 'unavailable') return true;
  return place === 'with_reload' && endsWithReload.includes(autoTopUp.reason ?? '');
}

/** What the form starts from: what holds now, else what the server counts as little, and its least amount. */
export function autoReloadDraft(balance: Balance, locale: ReloadLocale): AutoReloadDraft {
  const { amount, min, threshold } = balance.autoTopUp ?? {};
  const shown = (value: Decimal | undefined) => (value === undefined ? '' : locale.number(value));
  return {
    enabled: isOn(balance),
    threshold: shown(threshold ?? balance.lowAt),
    amount: shown((amount ?? min ?? balance.topUp?.custom?.min)?.amount),
  };
}

/** What the server is asked for, or what it would find wrong, in words. */
export function readAutoReload(
  { amount, enabled, threshold }: AutoReloadDraft,
  balance: Balance,
  locale: ReloadLocale,
): { readonly request: AutoTopUpRequest } | { readonly faults: AutoReloadFaults } {
  if (!enabled) return { request: { enabled } };
  const currency = currencyOf(balance) ?? '';
  const bounds = boundsOf(balance);
  const least = bounds?.min.amount ?? balance.remaining ?? '0';
  const little = balance.autoTopUp?.threshold ?? balance.lowAt ?? least;
  const read = {
    threshold: readDecimal(threshold, locale.tag),
    amount: readDecimal(amount, locale.tag),
  };
  const faults = {
    threshold: thresholdFault(threshold, read.threshold, little, locale),
    amount: fixedAmountFault(amount, read.amount, currency, bounds, locale),
  };
  if (faults.threshold !== undefined || faults.amount !== undefined) return { faults };
  if (read.threshold === undefined || read.amount === undefined) return { faults };
  return {
    request: {
      enabled,
      threshold: inDigitsOf(read.threshold, little),
      amount: { amount: inDigitsOf(read.amount, least), currency },
    },
  };
}

/** Whether a request would change anything. */
export function changesAutoReload(
  { amount, enabled, threshold }: AutoTopUpRequest,
  { autoTopUp }: Balance,
): boolean {
  if (enabled !== isOn({ autoTopUp })) return true;
  if (!enabled) return false;
  return !(
    isSame(threshold, autoTopUp?.threshold) &&
    isSame(amount?.amount, autoTopUp?.amount?.amount) &&
    amount?.currency === autoTopUp?.amount?.currency
  );
}

/** In what it is paid; `undefined` where nothing tells. */
export function currencyOf({ autoTopUp, currency, topUp }: Balance): string | undefined {
  const known = autoTopUp?.amount ?? autoTopUp?.min ?? topUp?.custom?.min;
  return (known ?? topUp?.options?.[0]?.price)?.currency ?? currency;
}

/** Whether it is switched on, be it that it works or not. */
function isOn({ autoTopUp }: { readonly autoTopUp?: Balance['autoTopUp'] | undefined }): boolean {
  return autoTopUp?.status === 'active' || autoTopUp?.status === 'failing';
}

function boundsOf({ autoTopUp, topUp }: Balance): AmountBounds | undefined {
  const min = autoTopUp?.min ?? topUp?.custom?.min;
  const max = autoTopUp?.max ?? topUp?.custom?.max;
  return min && max && { min, max };
}

function thresholdFault(
  typed: string,
  threshold: Decimal | undefined,
  model: Decimal,
  locale: ReloadLocale,
): string | undefined {
  const { messages } = locale;
  if (typed.trim() === '') return messages.amountMissing;
  const example = locale.number(inDigitsOf('50', model));
  if (threshold === undefined) return messages.amountUnreadable(example);
  const isTooFine = fractionDigits(inDigitsOf(threshold, model)) > fractionDigits(model);
  return isTooFine ? messages.amountTooFine(example) : undefined;
}

function fixedAmountFault(
  typed: string,
  amount: Decimal | undefined,
  currency: string,
  bounds: AmountBounds | undefined,
  locale: ReloadLocale,
): string | undefined {
  if (bounds) {
    const fault = amount === undefined ? undefined : amountFault({ amount, currency }, bounds);
    return amountFaultText(typed, amount, fault, bounds, locale);
  }
  const { messages } = locale;
  if (typed.trim() === '') return messages.amountMissing;
  return amount === undefined || isZero(amount) ? messages.amountUnreadable('100') : undefined;
}

function isSame(a: Decimal | undefined, b: Decimal | undefined): boolean {
  return a === undefined || b === undefined ? a === b : compareDecimals(a, b) === 0;
}
