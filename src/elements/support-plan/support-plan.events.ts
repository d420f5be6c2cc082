export { ContactRequestEvent } from '../shared/contact-request.event.js';
export { InvoicePaidEvent, InvoicePayRequestEvent } from '../shared/invoice-pay.events.js';

/**
 * Someone wants another support plan. Unless the page cancels this, the widget offers the plans itself.
 *
 * ```js
 * widget.addEventListener('support-change-request', (event) => {
 *   event.preventDefault();
 *   location.assign('/support/plans');
 * });
 * ```
 */
export class SupportChangeRequestEvent extends Event {
  /** The support plan that the account has now, if it has one. */
  readonly planId: string | undefined;

  constructor(planId: string | undefined) {
    super('support-change-request', { bubbles: true, composed: true, cancelable: true });
    this.planId = planId;
  }
}

/**
 * Someone wants to end the support plan. Unless the page cancels this, the widget asks from when,
 * and ends it.
 *
 * ```js
 * widget.addEventListener('support-cancel-request', (event) => {
 *   event.preventDefault();
 *   openOurOwnForm(event.planId);
 * });
 * ```
 */
export class SupportCancelRequestEvent extends Event {
  /** The support plan that the account has now. */
  readonly planId: string | undefined;

  constructor(planId: string | undefined) {
    super('support-cancel-request', { bubbles: true, composed: true, cancelable: true });
    this.planId = planId;
  }
}

/** The server has changed or ended the support plan, or has scheduled that, or has undone what was scheduled. */
export class SupportChangedEvent extends Event {
  /** The plan that was chosen; the one the account has where it is kept or canceled. */
  readonly planId: string | undefined;
  /** `completed`, `scheduled` where it takes effect later, or `pending` where the server still works at it. */
  readonly status: string;
  /** What was done: `change`, `cancel` or `keep`. */
  readonly action: 'change' | 'cancel' | 'keep';

  constructor(action: SupportChangedEvent['action'], planId: string | undefined, status: string) {
    super('support-changed', { bubbles: true, composed: true });
    this.action = action;
    this.planId = planId;
    this.status = status;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'support-change-request': SupportChangeRequestEvent;
    'support-cancel-request': SupportCancelRequestEvent;
    'support-changed': SupportChangedEvent;
  }
}
