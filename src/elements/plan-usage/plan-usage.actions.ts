import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { CheckoutOrder } from '../../billing/checkout-order.js';
import { offerOf } from '../../billing/offers.js';
import type { Account, Balance, Subscription } from '../../billing/types.js';
import type { PlanUsageLocale, Speech } from '../../i18n/locale.js';
import { connectionOf } from '../../state/connection.js';
import type { BillingHost } from '../../state/connection.js';
import { LazyModule } from '../../state/lazy-module.js';
import { Returning } from '../../state/returning.js';
import { LazyDialog } from '../../ui/dialog.js';
import { KeepPlan } from '../shared/keep-plan.js';
import type {
  PlanChange,
  PlanChangeConfig,
  PlanChangeSubject,
} from '../shared/plan-change.dialog.js';
import type { BalanceActions, PlanActions } from './actions.view.js';
import type { AutoReload } from './auto-reload.dialog.js';
import { canSetAutoReload } from './auto-reload.js';
import {
  PlanChangedEvent,
  PlanChangeRequestEvent,
  ReloadRequestEvent,
} from './plan-usage.events.js';
import { planUsageLocale } from './plan-usage-locale.js';
import type { Reload, ReloadSubject } from './reload.dialog.js';
import { isReloadable } from './reload-draft.js';

interface Comeback {
  readonly account: Account;
  readonly balances: readonly Balance[];
}

const planChangeConfig = (host: BillingHost): PlanChangeConfig => ({
  slot: 'plan',
  changed: (planId, status) => {
    host.dispatchEvent(new PlanChangedEvent(planId, status));
  },
});

/** What people do with their plan and balances: the page is asked first, then it is done here. */
export class PlanUsageActions {
  readonly #host: BillingHost;
  readonly #planChange: LazyDialog<PlanChangeSubject, { PlanChange: typeof PlanChange }>;
  readonly #reload: LazyDialog<ReloadSubject, { Reload: typeof Reload }>;
  readonly #autoReload: LazyDialog<Balance, { AutoReload: typeof AutoReload }>;
  readonly #keepPlan: KeepPlan;
  readonly #returning: Returning;
  #comeback: Comeback | undefined;
  #announcement = '';

  constructor(host: BillingHost) {
    this.#host = host;
    const owner = () => connectionOf(host).client;
    this.#planChange = new LazyDialog(host, {
      name: 'plan-change',
      isWide: true,
      heading: (speech) => textsOf(speech).changePlan,
      owner,
      module: new LazyModule(host, () => import('../shared/plan-change.dialog.js')),
      content: ({ PlanChange }, frame) => new PlanChange(host, frame, planChangeConfig(host)),
      closed: this.#leaveReturn,
    });
    this.#reload = new LazyDialog(host, {
      name: 'reload',
      heading: (speech) => textsOf(speech).reload,
      owner,
      module: new LazyModule(host, () => import('./reload.dialog.js')),
      content: ({ Reload }, frame) => new Reload(host, frame),
      closed: this.#leaveReturn,
    });
    this.#autoReload = new LazyDialog(host, {
      name: 'auto-reload',
      heading: (speech) => textsOf(speech).autoReload,
      owner,
      module: new LazyModule(host, () => import('./auto-reload.dialog.js')),
      content: ({ AutoReload }, frame) => new AutoReload(host, frame, this.#announce),
    });
    this.#returning = new Returning(host, {
      purposes: ['plan', 'top_up'],
      resume: this.#takeUp,
    });
    this.#keepPlan = new KeepPlan(host, 'plan');
  }

  /** What may be done with the plan; nothing where the page wants it read only. */
  ofPlan(account: Account, subscription: Subscription, speech: Speech): PlanActions {
    const keep = this.#keepPlan.offer(account, subscription);
    return {
      change: this.#isReadOnly ? undefined : offerOf(account.can.changePlan),
      keep,
      keepFailure: keep && this.#keepPlan.failureText(speech),
      requestChange: () => {
        this.#requestPlanChange(account, subscription);
      },
      keepPlan: () => void this.#keep(account, subscription, speech),
    };
  }

  /** What may be done with a balance; nothing where the page wants it read only. */
  ofBalance(account: Account, balance: Balance): BalanceActions {
    const offer = this.#isReadOnly ? undefined : offerOf(account.can.topUp);
    const canSet = offer === 'open' && canSetAutoReload(balance, 'alone') === true;
    return {
      reload: isReloadable(balance) ? offer : undefined,
      requestReload: () => {
        this.#requestReload(account, balance);
      },
      changeAutoReload: canSet
        ? () => {
            this.#autoReload.open(balance);
          }
        : undefined,
    };
  }

  /** Someone who comes back from a provider's page sees at once how it went. */
  welcomeBack({ account, balances }: Comeback): void {
    this.#comeback = { account, balances };
    this.#returning.welcomeBack(account);
  }

  /** The dialogs, and what was done without one. */
  render(speech: Speech): TemplateResult {
    return html`
      <p role="status" class="visually-hidden">${this.#announcement || nothing}</p>
      ${this.#planChange.render(speech)} ${this.#reload.render(speech)}
      ${this.#autoReload.render(speech)}
    `;
  }

  get #isReadOnly(): boolean {
    return connectionOf(this.#host).settings.readOnly ?? false;
  }

  #requestPlanChange(account: Account, { plan }: Subscription): void {
    const goesOn = this.#host.dispatchEvent(new PlanChangeRequestEvent(plan?.id));
    if (goesOn) this.#planChange.open({ account });
  }

  #requestReload({ meters }: Account, balance: Balance): void {
    const goesOn = this.#host.dispatchEvent(new ReloadRequestEvent(balance.id));
    if (goesOn) this.#reload.open({ balance, meters });
  }

  readonly #takeUp = (order: CheckoutOrder): boolean => {
    const { account, balances } = this.#comeback ?? {};
    const balance = balances?.find(({ id }) => id === order.balanceId);
    if (account && order.purpose === 'plan') this.#planChange.open({ account, order });
    else if (account && balance) this.#reload.open({ balance, meters: account.meters, order });
    return this.#planChange.isOpen || this.#reload.isOpen;
  };

  async #keep(account: Account, subscription: Subscription, speech: Speech): Promise<void> {
    if (!(await this.#keepPlan.keep(account, subscription))) return;
    this.#host.dispatchEvent(new PlanChangedEvent(subscription.plan?.id, 'completed'));
    // The button that was pressed goes with what it undid.
    this.#host.renderRoot.querySelector<HTMLElement>('[part~="heading"]')?.focus();
    this.#announce(textsOf(speech).planKept);
  }

  readonly #leaveReturn = (isSeen: boolean): void => {
    this.#returning.leave(isSeen);
  };

  readonly #announce = (text: string): void => {
    this.#announcement = text;
    this.#host.requestUpdate();
  };
}

function textsOf(speech: Speech): PlanUsageLocale['messages'] {
  return planUsageLocale(speech).messages;
}
