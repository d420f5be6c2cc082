import type { Loadable } from '../state/query.js';

type Failure = Pick<NonNullable<Loadable['error']>, 'code' | 'status' | 'requestId' | 'retryable'>;

/** Something could not be loaded or done. Said once for each failure; without names or amounts. */
export class BillingErrorEvent extends Event {
  /** Stable code: the contract's, or one of the client's own such as `network` or `timeout`. */
  readonly code: string;
  /** HTTP status of the answer; 0 where there was none. */
  readonly status: number;
  /** The server's name for the request. */
  readonly requestId: string | undefined;
  /** Whether asking again, unchanged, may help. */
  readonly retryable: boolean;
  /** The tag of the element that it happened in. */
  readonly tag: string;

  constructor({ code, status, requestId, retryable }: Failure, tag: string) {
    super('billing-error', { bubbles: true, composed: true });
    this.code = code;
    this.status = status;
    this.requestId = requestId;
    this.retryable = retryable;
    this.tag = tag;
  }
}

/**
 * Someone who is signed out wants to sign in again. Unless the page cancels this, the element asks
 * for a token once more and loads again.
 */
export class SignInRequestEvent extends Event {
  constructor() {
    super('sign-in-request', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'billing-error': BillingErrorEvent;
    'sign-in-request': SignInRequestEvent;
  }
}
