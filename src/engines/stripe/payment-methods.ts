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
  const name = card?.brand ? (brands[card.brand] ?? card.brand) : bank?.bank_name;
  const digits = (card ?? bank ?? sepa)?.last4;
  return [name ?? types[type] ?? type, digits && `•••• ${digits}`].filter(Boolean).join(' ');
}

/** The month that a card ends with, as `2028-04`. */
export function cardExpiry({ card }: StripePaymentMethod): string | undefined {
  if (!card?.exp_month || !card.exp_year) return undefined;
  return `${card.exp_year}-${String(card.exp_month).padStart(2, '0')}`;
}
