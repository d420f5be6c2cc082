import type { PaymentOption, PaymentOptions } from '../../src/billing/types.js';
import type { AccountState } from './state.js';

const catalogue: readonly PaymentOption[] = [
  {
    id: 'pm_visa_4242',
    kind: 'saved',
    method: 'card',
    label: 'Visa •••• 4242',
    expires: '2028-04',
    default: true,
    autoTopUp: true,
  },
  {
    id: 'paypal',
    kind: 'hosted',
    method: 'paypal',
    label: 'PayPal',
    default: false,
    autoTopUp: true,
  },
  {
    id: 'card',
    kind: 'hosted',
    method: 'card',
    label: 'Credit or debit card',
    default: false,
    autoTopUp: false,
  },
  {
    id: 'wire',
    kind: 'transfer',
    method: 'wire',
    label: 'Wire transfer',
    detail: 'Takes 4 to 8 business days',
    default: false,
    autoTopUp: false,
  },
];

/** The ways to pay of an account, in display order. */
export function paymentOptionsOf({ world }: AccountState): PaymentOptions {
  return { items: catalogue.filter(({ id }) => world.waysToPay.includes(id)) };
}
