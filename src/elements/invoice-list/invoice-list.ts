import { define } from '../define.js';
import { InvoiceListElement } from './invoice-list.element.js';

export * from './invoice-list.element.js';
// As types alone: the classes come with the code that sends them.
export type * from './invoice-list.events.js';

define('invoice-list', InvoiceListElement);

declare global {
  interface HTMLElementTagNameMap {
    'invoice-list': InvoiceListElement;
  }
}
