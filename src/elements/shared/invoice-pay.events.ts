/**
 * Someone wants to pay an invoice. Unless the page cancels this, the widget opens the payment page
 * in a dialog.
 *
 * ```js
 * list.addEventListener('invoice-pay-request', (event) => {
 *   event.preventDefault();
 *   location.assign(`/checkout?purpose=invoice&invoice-id=${event.invoiceId}`);
 * });
 * ```
 */
export class InvoicePayRequestEvent extends Event {
  /** The contract's id of the invoice. */
  readonly invoiceId: string;

  constructor(invoiceId: string) {
    super('invoice-pay-request', { bubbles: true, composed: true, cancelable: true });
    this.invoiceId = invoiceId;
  }
}

/** An invoice is paid. */
export class InvoicePaidEvent extends Event {
  /** The contract's id of the invoice. */
  readonly invoiceId: string;

  constructor(invoiceId: string) {
    super('invoice-paid', { bubbles: true, composed: true });
    this.invoiceId = invoiceId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'invoice-pay-request': InvoicePayRequestEvent;
    'invoice-paid': InvoicePaidEvent;
  }
}
