import { compareDecimals, fractionDigits } from '../../billing/decimal.js';
import type { AmountBounds, AmountFault } from '../../billing/reload-amount.js';
import type { Decimal, Money } from '../../billing/types.js';
import type { ReloadLocale } from './plan-usage-locale.js';

/** What is wrong with an amount that a person typed, in words; `undefined` where nothing is. */
export function amountFaultText(
  typed: string,
  amount: Decimal | undefined,
  fault: AmountFault | undefined,
  { max, min, step = '1' }: AmountBounds,
  locale: ReloadLocale,
): string | undefined {
  const { messages } = locale;
  const example = locale.number(min.amount);
  if (typed.trim() === '') return messages.amountMissing;
  if (amount === undefined) return messages.amountUnreadable(example);
  switch (fault) {
    case undefined:
      return undefined;
    case 'too_small':
      return messages.amountTooSmall(locale.money(min));
    case 'too_large':
      return messages.amountTooLarge(locale.money(max));
    case 'too_fine':
      return messages.amountTooFine(example);
    case 'off_step':
      return messages.amountOffStep(inCurrency(step, min, locale), locale.money(min));
    case 'currency':
      return messages.amountUnreadable(example);
  }
}

/** From where to where an amount may go, and in which steps where these are wider than its digits. */
export function boundsText({ max, min, step }: AmountBounds, locale: ReloadLocale): string {
  const { messages } = locale;
  const [from, to] = [locale.money(min), locale.money(max)];
  const digits = fractionDigits(min.amount);
  const smallest = digits === 0 ? '1' : `0.${'1'.padStart(digits, '0')}`;
  const isWide = step !== undefined && compareDecimals(step, smallest) > 0;
  return isWide
    ? messages.amountSteps(from, to, inCurrency(step, min, locale))
    : messages.amountBetween(from, to);
}

function inCurrency(amount: Decimal, { currency }: Money, locale: ReloadLocale): string {
  return locale.money({ amount, currency });
}
