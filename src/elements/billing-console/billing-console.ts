import { BillingConsoleElement } from './billing-console.element.js';

export * from './billing-console.element.js';
// As types alone: the classes come with the code that sends them.
export type * from './billing-console.events.js';

if (!customElements.get('billing-console')) {
  customElements.define('billing-console', BillingConsoleElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'billing-console': BillingConsoleElement;
  }
}
