import type { Decimal, Money } from '../../billing/types.js';
import type { MinorDigits } from '../shared/money.js';
import { minorOfMoney, moneyOfMinor } from '../shared/money.js';
import { badField } from '../shared/refusals.js';

/**
 * Where Stripe's minor units aren't those of ISO 4217.
 * Source: https://docs.stripe.com/currencies
 */
const exceptions: MinorDigits = { ISK: 2, UGX: 2, MGA: 0 };

/** Amounts of these end in 0. */
const threeDecimals = ['BHD', 'JOD', 'KWD', 'OMR', 'TND'];

/** Money from Stripe's minor units. */
export const moneyOf = (amount: number | string, currency: string): Money =>
  moneyOfMinor(amount, currency, exceptions);

/**
 * An amount that a person chose, in Stripe's minor units.
 * @throws {BillingError} `invalid_request` for what Stripe can't charge
 */
export function chargeOf(amount: Decimal, currency: string): bigint {
  const minor = minorOfMoney({ amount, currency }, exceptions);
  const isRound = minor !== undefined && (!threeDecimals.includes(currency) || minor % 10n === 0n);
  if (!isRound || minor <= 0n) throw badField('/amount', 'Is not an amount of this currency.');
  return minor;
}
