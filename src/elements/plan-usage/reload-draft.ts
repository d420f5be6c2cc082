/** How much a person wants to reload, and what is wrong with that. */
import { amountFault, inDigitsOf, unitsFor } from '../../billing/reload-amount.js';
import type { Balance, Decimal, Meter, Money } from '../../billing/types.js';
import { readDecimal } from '../../i18n/read-decimal.js';
import { amountFaultText } from './amount-words.js';
import type { ReloadLocale } from './plan-usage-locale.js';

/** One of the offered amounts by its place, or a free one. */
export type AmountChoice = number | 'other';

export interface ReloadDraft {
  readonly choice: AmountChoice | undefined;
  /** The free amount, letter by letter. */
  readonly typed: string;
}

/** What can be chosen of a balance, if anything can be bought for it. */
export function isReloadable({ topUp }: Balance): boolean {
  return topUp?.custom !== undefined || (topUp?.options ?? []).length > 0;
}

/** The first amount that is offered, else a free one. */
export function firstChoice({ topUp }: Balance): AmountChoice | undefined {
  if ((topUp?.options ?? []).length > 0) return 0;
  return topUp?.custom ? 'other' : undefined;
}

/** The amount that is chosen, or what is wrong with it, in words. */
export function readAmount(
  { choice, typed }: ReloadDraft,
  { topUp }: Balance,
  locale: ReloadLocale,
): { readonly amount: Money } | { readonly fault: string } {
  const { messages } = locale;
  const option = typeof choice === 'number' ? topUp?.options?.[choice] : undefined;
  if (option) return { amount: option.price };
  const bounds = topUp?.custom;
  if (choice !== 'other' || !bounds) return { fault: messages.chooseAmount };
  const { amount: least, currency } = bounds.min;
  const read = readDecimal(typed, locale.tag);
  const fault = read === undefined ? undefined : amountFault({ amount: read, currency }, bounds);
  const text = amountFaultText(typed, read, fault, bounds, locale);
  if (text !== undefined || read === undefined) return { fault: text ?? messages.amountMissing };
  return { amount: { amount: inDigitsOf(read, least), currency } };
}

/** How many units the free amount pays for, as far as it is one. */
export function unitsOfTyped(
  { typed }: ReloadDraft,
  { topUp }: Balance,
  tag: string,
): Decimal | undefined {
  const amount = readDecimal(typed, tag);
  const currency = topUp?.custom?.min.currency;
  if (amount === undefined || currency === undefined) return undefined;
  return unitsFor({ amount, currency }, topUp?.unitPrice);
}

/** What the units of a balance are called, where only one thing can be meant. */
export function unitName({ meter }: Balance, meters: readonly Meter[]): string | undefined {
  const meant = meter === undefined ? meters : meters.filter(({ id }) => id === meter);
  return meant.length === 1 ? meant[0]?.name : undefined;
}
