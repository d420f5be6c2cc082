import { BillingProviderElement } from './billing-provider.element.js';

export * from './billing-provider.element.js';

if (!customElements.get('billing-provider')) {
  customElements.define('billing-provider', BillingProviderElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'billing-provider': BillingProviderElement;
  }
}
