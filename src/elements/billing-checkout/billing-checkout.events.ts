import type { PaymentPurpose } from '../../billing/types.js';

/**
 * The payment goes on at a provider's page. Unless the page cancels this, it is left for that
 * address, which has been looked at: https, and of an allowed origin.
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

/** A purchase is done, or will be at the day that was named. The server has said so. */
export class CheckoutCompletedEvent extends Event {
  /** `completed`, or `scheduled` where it takes effect later. */
  readonly status: string;
  /** The operation that ended. */
  readonly operationId: string;
  /** What was paid for; `undefined` where the page has not said it. */
  readonly purpose: PaymentPurpose | undefined;

  constructor(status: string, operationId: string, purpose: PaymentPurpose | undefined) {
    super('checkout-completed', { bubbles: true, composed: true });
    this.status = status;
    this.operationId = operationId;
    this.purpose = purpose;
  }
}

/** A purchase has failed for good. The person may begin another one. */
export class CheckoutFailedEvent extends Event {
  /** Why, as the contract's problem code. */
  readonly code: string;
  /** `undefined` where the server has not made one. */
  readonly operationId: string | undefined;
  /** What was to be paid for; `undefined` where the page has not said it. */
  readonly purpose: PaymentPurpose | undefined;

  constructor(code: string, operationId: string | undefined, purpose: PaymentPurpose | undefined) {
    super('checkout-failed', { bubbles: true, composed: true });
    this.code = code;
    this.operationId = operationId;
    this.purpose = purpose;
  }
}

declare global {
  interface HTMLElementEventMap {
    'checkout-redirect': CheckoutRedirectEvent;
    'checkout-completed': CheckoutCompletedEvent;
    'checkout-failed': CheckoutFailedEvent;
  }
}
