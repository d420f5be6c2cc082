import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { CheckoutOrder } from '../../billing/checkout-order.js';
import { offerOf } from '../../billing/offers.js';
import type { Account, Subscription } from '../../billing/types.js';
import type { Speech } from '../../i18n/locale.js';
import { connectionOf } from '../../state/connection.js';
import type { BillingHost } from '../../state/connection.js';
import { LazyModule } from '../../state/lazy-module.js';
import type { PlanEndSubject } from '../../state/plan-end.js';
import { Returning } from '../../state/returning.js';
import { LazyDialog } from '../../ui/dialog.js';
import { KeepPlan } from '../shared/keep-plan.js';
import type {
  PlanChange,
  PlanChangeConfig,
  PlanChangeSubject,
} from '../shared/plan-change.dialog.js';
import type { SupportActions } from './actions.view.js';
import type { SupportCancel } from './support-cancel.dialog.js';
import { supportLocale } from './support-locale.js';
import {
  SupportCancelRequestEvent,
  SupportChangedEvent,
  SupportChangeRequestEvent,
} from './support-plan.events.js';

const planChangeConfig = (host: BillingHost): PlanChangeConfig => ({
  slot: 'support',
  changed: (planId, status) => {
    host.dispatchEvent(new SupportChangedEvent('change', planId, status));
  },
});

/** What people do with their support plan: the page is asked first, then it is done here. */
export class SupportPlanActions {
  readonly #host: BillingHost;
  readonly #planChange: LazyDialog<PlanChangeSubject, { PlanChange: typeof PlanChange }>;
  readonly #cancel: LazyDialog<PlanEndSubject, { SupportCancel: typeof SupportCancel }>;
  readonly #keepPlan: KeepPlan;
  readonly #returning: Returning;
  #account: Account | undefined;
  #announcement = '';

  constructor(host: BillingHost) {
    this.#host = host;
    const owner = () => connectionOf(host).client;
    this.#planChange = new LazyDialog(host, {
      name: 'support-change',
      isWide: true,
      heading: (speech) => supportLocale(speech).messages.changeSupport,
      owner,
      module: new LazyModule(host, () => import('../shared/plan-change.dialog.js')),
      content: ({ PlanChange }, frame) => new PlanChange(host, frame, planChangeConfig(host)),
      closed: (isSeen) => {
        this.#returning.leave(isSeen);
      },
    });
    this.#cancel = new LazyDialog(host, {
      name: 'support-cancel',
      heading: (speech) => supportLocale(speech).messages.cancelSupport,
      owner,
      module: new LazyModule(host, () => import('./support-cancel.dialog.js')),
      content: ({ SupportCancel }, frame) => new SupportCancel(host, frame, this.#announce),
    });
    this.#returning = new Returning(host, { purposes: ['support'], resume: this.#takeUp });
    this.#keepPlan = new KeepPlan(host, 'support');
  }

  /** What may be done with the support plan; nothing where the page wants it read only. */
  of(account: Account, subscription: Subscription, speech: Speech): SupportActions {
    const keep = this.#keepPlan.offer(account, subscription);
    const isOffered = !(connectionOf(this.#host).settings.readOnly ?? false);
    const isEnding = subscription.scheduled?.type === 'cancel';
    return {
      change: isOffered ? offerOf(account.can.changeSupport) : undefined,
      // What ends already cannot be ended once more.
      cancel: isOffered && !isEnding ? offerOf(account.can.cancelSupport) : undefined,
      keep,
      keepFailure: keep && this.#keepPlan.failureText(speech),
      requestChange: () => {
        this.#requestChange(account, subscription);
      },
      requestCancel: () => {
        this.#requestCancel(account, subscription);
      },
      keepPlan: () => void this.#keep(account, subscription, speech),
    };
  }

  /** Someone who comes back from a provider's page sees at once how it went. */
  welcomeBack(account: Account): void {
    this.#account = account;
    this.#returning.welcomeBack(account);
  }

  /** The dialogs, and what was done without one. */
  render(speech: Speech): TemplateResult {
    return html`
      <p role="status" class="visually-hidden">${this.#announcement || nothing}</p>
      ${this.#planChange.render(speech)} ${this.#cancel.render(speech)}
    `;
  }

  readonly #takeUp = (order: CheckoutOrder): boolean => {
    if (this.#account) this.#planChange.open({ account: this.#account, order });
    return this.#planChange.isOpen;
  };

  #requestChange(account: Account, { plan }: Subscription): void {
    const goesOn = this.#host.dispatchEvent(new SupportChangeRequestEvent(plan?.id));
    if (goesOn) this.#planChange.open({ account });
  }

  #requestCancel(account: Account, subscription: Subscription): void {
    const goesOn = this.#host.dispatchEvent(new SupportCancelRequestEvent(subscription.plan?.id));
    if (goesOn) this.#cancel.open({ account, subscription });
  }

  async #keep(account: Account, subscription: Subscription, speech: Speech): Promise<void> {
    if (!(await this.#keepPlan.keep(account, subscription))) return;
    this.#host.dispatchEvent(new SupportChangedEvent('keep', subscription.plan?.id, 'completed'));
    this.#announce(supportLocale(speech).messages.supportKept);
  }

  /** The button that was pressed goes with what it did: the focus goes to the title. */
  readonly #announce = (text: string): void => {
    this.#announcement = text;
    this.#host.requestUpdate();
    this.#host.renderRoot.querySelector<HTMLElement>('[part~="heading"]')?.focus();
  };
}
