/**
 * Someone wants to talk to the support team, because people manage what the account has.
 * Unless the page cancels this, the widget opens the contact that the server names.
 */
export class ContactRequestEvent extends Event {
  /** Why the account may not act by itself: `contact_support` or `contact_sales`. */
  readonly reason: string | undefined;
  /** The plan that they want to talk about, where it is one of the catalogue. */
  readonly planId: string | undefined;

  constructor(reason: string | undefined, planId?: string) {
    super('contact-request', { bubbles: true, composed: true, cancelable: true });
    this.reason = reason;
    this.planId = planId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'contact-request': ContactRequestEvent;
  }
}
