import type { PaymentPurpose } from '../../billing/types.js';

export { CheckoutRedirectEvent } from '../shared/checkout-redirect.event.js';

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
  interface GlobalEventHandlersEventMap {
    'checkout-completed': CheckoutCompletedEvent;
    'checkout-failed': CheckoutFailedEvent;
  }
}
