import { BillingConsoleElement } from './billing-console.element.js';

export * from './billing-console.element.js';
export * from './billing-console.events.js';

if (!customElements.get('billing-console')) {
  customElements.define('billing-console', BillingConsoleElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'billing-console': BillingConsoleElement;
  }
}
