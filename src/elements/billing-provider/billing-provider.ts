import { define } from '../define.js';
import { BillingProviderElement } from './billing-provider.element.js';

export * from './billing-provider.element.js';

define('billing-provider', BillingProviderElement);

declare global {
  interface HTMLElementTagNameMap {
    'billing-provider': BillingProviderElement;
  }
}
