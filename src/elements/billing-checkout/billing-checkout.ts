import { define } from '../define.js';
import { BillingCheckoutElement } from './billing-checkout.element.js';

export * from './billing-checkout.element.js';
// As types alone: the classes come with the code that sends them.
export type * from './billing-checkout.events.js';

define('billing-checkout', BillingCheckoutElement);

declare global {
  interface HTMLElementTagNameMap {
    'billing-checkout': BillingCheckoutElement;
  }
}
