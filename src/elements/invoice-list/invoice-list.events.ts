export { ContactRequestEvent } from '../shared/contact-request.event.js';
export { InvoicePaidEvent, InvoicePayRequestEvent } from '../shared/invoice-pay.events.js';

/**
 * Someone wants an invoice as a file. Unless the page cancels this, the widget hands over the
 * server's file, or makes a copy.
 *
 * ```js
 * list.addEventListener('invoice-download', (event) => {
 *   event.preventDefault();
 *   location.assign(`/documents/${event.invoiceId}`);
 * });
 * ```
 */
export class InvoiceDownloadEvent extends Event {
  /** The contract's id of the invoice. */
  readonly invoiceId: string;

  constructor(invoiceId: string) {
    super('invoice-download', { bubbles: true, composed: true, cancelable: true });
    this.invoiceId = invoiceId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'invoice-download': InvoiceDownloadEvent;
  }
}
