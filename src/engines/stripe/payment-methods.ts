import { ownOf } from '../shared/own.js';
import type { StripePaymentMethod } from './answers.js';

/** Names of brands as they write themselves; any other is shown as Stripe sends it. */
const brands: Readonly<Record<string, string>> = {
  amex: 'American Express',
  diners: 'Diners Club',
  discover: 'Discover',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
};

const types: Readonly<Record<string, string>> = {
  link: 'Link',
  paypal: 'PayPal',
  sepa_debit: 'SEPA',
  us_bank_account: 'ACH',
};

/** `Visa •••• 4242`, or as much of it as Stripe tells. */
export function methodLabel(method: StripePaymentMethod): string {
  const { card, sepa_debit: sepa, us_bank_account: bank, type } = method;
  const name = card?.brand ? (ownOf(brands, card.brand) ?? card.brand) : bank?.bank_name;
  const digits = (card ?? bank ?? sepa)?.last4;
  return [name ?? ownOf(types, type) ?? type, digits && `•••• ${digits}`].filter(Boolean).join(' ');
}

/** The month that a card ends with, as `2028-04`. */
export function cardExpiry({ card }: StripePaymentMethod): string | undefined {
  const { exp_month: month = 0, exp_year: year = 0 } = card ?? {};
  if (month < 1 || month > 12 || year < 1000 || year > 9999) return undefined;
  return `${year}-${String(month).padStart(2, '0')}`;
}
