export { CheckoutRedirectEvent } from '../shared/checkout-redirect.event.js';
export { ContactRequestEvent } from '../shared/contact-request.event.js';
export { InvoicePaidEvent, InvoicePayRequestEvent } from '../shared/invoice-pay.events.js';

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
 * Someone wants to pay in another way from now on. Unless the page cancels this, the widget asks the
 * server for the provider's page and leads there.
 *
 * ```js
 * plan.addEventListener('payment-method-request', (event) => {
 *   event.preventDefault();
 *   location.assign('/settings/payment');
 * });
 * ```
 */
export class PaymentMethodRequestEvent extends Event {
  constructor() {
    super('payment-method-request', { bubbles: true, composed: true, cancelable: true });
  }
}

/** The server has changed the plan, or has scheduled the change, or has undone what was scheduled. */
export class PlanChangedEvent extends Event {
  /** The plan that was chosen; the one the account has where it is kept. */
  readonly planId: string | undefined;
  /** `completed`, or `scheduled` where it takes effect later. */
  readonly status: string;

  constructor(planId: string | undefined, status: string) {
    super('plan-changed', { bubbles: true, composed: true });
    this.planId = planId;
    this.status = status;
  }
}

/** A reload is paid, and what it bought is there. */
export class AccountReloadedEvent extends Event {
  /** The balance that was added to. */
  readonly balanceId: string;

  constructor(balanceId: string) {
    super('account-reloaded', { bubbles: true, composed: true });
    this.balanceId = balanceId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-change-request': PlanChangeRequestEvent;
    'reload-request': ReloadRequestEvent;
    'payment-method-request': PaymentMethodRequestEvent;
    'plan-changed': PlanChangedEvent;
    'account-reloaded': AccountReloadedEvent;
  }
}
