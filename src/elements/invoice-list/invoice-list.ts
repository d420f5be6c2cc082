import { InvoiceListElement } from './invoice-list.element.js';

export * from './invoice-list.element.js';
export * from './invoice-list.events.js';

if (!customElements.get('invoice-list')) {
  customElements.define('invoice-list', InvoiceListElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'invoice-list': InvoiceListElement;
  }
}
