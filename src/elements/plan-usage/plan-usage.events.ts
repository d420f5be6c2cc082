/** Someone asked for another plan. Unless the page cancels this, the widget offers the plans itself. */
export class PlanChangeRequestEvent extends Event {
  /** The plan the account has now, if it has one. */
  readonly planId: string | undefined;

  constructor(planId: string | undefined) {
    super('plan-change-request', { bubbles: true, composed: true, cancelable: true });
    this.planId = planId;
  }
}

/** Someone wants to buy credits. Unless the page cancels this, the widget asks for the amount itself. */
export class ReloadRequestEvent extends Event {
  /** The balance to add to. */
  readonly balanceId: string;

  constructor(balanceId: string) {
    super('reload-request', { bubbles: true, composed: true, cancelable: true });
    this.balanceId = balanceId;
  }
}

/**
 * Someone wants to talk to the support team, because the account's plan is managed by people.
 * Unless the page cancels this, the widget opens the contact that the server names.
 */
export class ContactRequestEvent extends Event {
  /** Why the account may not act by itself: `contact_support` or `contact_sales`. */
  readonly reason: string | undefined;

  constructor(reason: string | undefined) {
    super('contact-request', { bubbles: true, composed: true, cancelable: true });
    this.reason = reason;
  }
}

declare global {
  interface HTMLElementEventMap {
    'plan-change-request': PlanChangeRequestEvent;
    'reload-request': ReloadRequestEvent;
    'contact-request': ContactRequestEvent;
  }
}
