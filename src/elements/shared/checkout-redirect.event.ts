/**
 * It goes on at a provider's page. Unless the page cancels this, it is left for that address, which
 * has been looked at: https, and of an allowed origin.
 */
export class CheckoutRedirectEvent extends Event {
  /** The address of the provider's page. */
  readonly url: string;
  /** The operation to ask for afterwards. */
  readonly operationId: string;

  constructor(url: string, operationId: string) {
    super('checkout-redirect', { bubbles: true, composed: true, cancelable: true });
    this.url = url;
    this.operationId = operationId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'checkout-redirect': CheckoutRedirectEvent;
  }
}
