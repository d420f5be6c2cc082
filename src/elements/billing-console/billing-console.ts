import { define } from '../define.js';
import { BillingConsoleElement } from './billing-console.element.js';

export * from './billing-console.element.js';
// As types alone: the classes come with the code that sends them.
export type * from './billing-console.events.js';

define('billing-console', BillingConsoleElement);

declare global {
  interface HTMLElementTagNameMap {
    'billing-console': BillingConsoleElement;
  }
}
