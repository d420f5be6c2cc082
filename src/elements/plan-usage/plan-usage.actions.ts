import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { BillingApi } from '../../api/billing-api.js';
import type { BillingError } from '../../api/billing-error.js';
import { mayResume, offerOf } from '../../billing/offers.js';
import type { Account, Balance, Operation, Subscription } from '../../billing/types.js';
import { planUsageTexts } from '../../i18n/en-plan-usage.js';
import type { PlanUsageLocale, Speech } from '../../i18n/locale.js';
import { withTexts } from '../../i18n/with-texts.js';
import { BillingCommand } from '../../state/command.js';
import { Confirmation } from '../../state/confirmation.js';
import { connectionOf } from '../../state/connection.js';
import type { BillingHost } from '../../state/connection.js';
import { LazyModule } from '../../state/lazy-module.js';
import { forgetReturn } from '../../state/payment-return.js';
import { LazyDialog } from '../../ui/dialog.js';
import { BillingErrorEvent } from '../../ui/faces.events.js';
import type { BalanceActions, PlanActions } from './actions.view.js';
import type { AutoReload } from './auto-reload.dialog.js';
import { canSetAutoReload } from './auto-reload.js';
import type { PlanChange, PlanChangeSubject } from './plan-change.dialog.js';
import {
  ContactRequestEvent,
  PlanChangedEvent,
  PlanChangeRequestEvent,
  ReloadRequestEvent,
} from './plan-usage.events.js';
import type { Reload, ReloadSubject } from './reload.dialog.js';
import { isReloadable } from './reload-draft.js';
import { returning } from './returning.js';
import type { Returning } from './returning.js';

interface Comeback {
  readonly account: Account;
  readonly balances: readonly Balance[];
}

/** What people do with their plan and balances: the page is asked first, then it is done here. */
export class PlanUsageActions {
  /** Someone asked for help, and there is nobody to turn to. */
  nobodyToAsk = false;
  readonly #host: BillingHost;
  readonly #planChange: LazyDialog<PlanChangeSubject, { PlanChange: typeof PlanChange }>;
  readonly #reload: LazyDialog<ReloadSubject, { Reload: typeof Reload }>;
  readonly #autoReload: LazyDialog<Balance, { AutoReload: typeof AutoReload }>;
  readonly #resume: BillingCommand<[string], Operation>;
  #announcement = '';
  #returning: Returning | undefined;
  /** Why what is scheduled could not be undone, and whose it was. */
  #failure: { readonly client: BillingApi | undefined; readonly code: string } | undefined;

  constructor(host: BillingHost) {
    this.#host = host;
    const owner = () => connectionOf(host).client;
    this.#planChange = new LazyDialog(host, {
      name: 'plan-change',
      isWide: true,
      heading: (speech) => textsOf(speech).changePlan,
      owner,
      module: new LazyModule(host, () => import('./plan-change.dialog.js')),
      content: ({ PlanChange }, frame) => new PlanChange(host, frame),
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
    for (const ending of ['checkout-completed', 'checkout-failed']) {
      host.addEventListener(ending, () => {
        this.#leaveReturn(true);
      });
    }
    this.#resume = new BillingCommand(host, {
      run: (client, idempotencyKey) => client.resumeSubscription('plan', { idempotencyKey }),
      touches: ['account', 'subscription', 'plans', 'balances', 'invoices'],
    });
  }

  /** What may be done with the plan; nothing where the page wants it read only. */
  ofPlan(account: Account, subscription: Subscription, speech: Speech): PlanActions {
    const failure = this.#failure;
    const { pending } = this.#resume;
    const isResumable = !this.#isReadOnly && mayResume(account, subscription);
    return {
      change: this.#isReadOnly ? undefined : offerOf(account.can.changePlan),
      keep: isResumable ? (pending ? 'pending' : 'open') : undefined,
      keepFailure:
        failure && isResumable && failure.client === connectionOf(this.#host).client
          ? failureText(failure.code, speech)
          : undefined,
      requestChange: () => {
        this.#requestPlanChange(account, subscription);
      },
      keepPlan: () => void this.#keepPlan(account, subscription, speech),
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

  requestContact(event: Event, reason: string | undefined): void {
    const goesOn = this.#host.dispatchEvent(new ContactRequestEvent(reason));
    if (!goesOn) event.preventDefault();
    this.nobodyToAsk = goesOn && event.currentTarget instanceof HTMLButtonElement;
    this.#host.requestUpdate();
  }

  /** Someone who comes back from a provider's page sees at once how it went. */
  welcomeBack({ account, balances }: Comeback): void {
    if (this.#returning) return;
    const found = returning(account, connectionOf(this.#host).settings.apiBase);
    if (!found) return;
    const { order } = found;
    const balance = balances.find(({ id }) => id === order.balanceId);
    if (order.purpose === 'plan') this.#planChange.open({ account, order });
    else if (balance) this.#reload.open({ balance, meters: account.meters, order });
    else found.release();
    if (this.#planChange.isOpen || this.#reload.isOpen) this.#returning = found;
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

  async #keepPlan(
    account: Account,
    { plan, scheduled }: Subscription,
    speech: Speech,
  ): Promise<void> {
    if (this.#resume.pending) return;
    this.#failure = undefined;
    const confirmation = new Confirmation([
      connectionOf(this.#host).settings.apiBase,
      account.id,
      'resumeSubscription',
      'plan',
      scheduled?.type,
      scheduled?.at,
      scheduled?.plan?.id,
    ]);
    const { client } = connectionOf(this.#host);
    const operation = await this.#resume.run(confirmation.key);
    const { error } = this.#resume;
    if (!error || isFinalRefusal(error)) confirmation.end();
    if (error) this.#host.dispatchEvent(new BillingErrorEvent(error, this.#host.localName));
    const code = error?.code ?? failureOf(operation);
    this.#failure = code === undefined ? undefined : { client, code };
    this.#host.requestUpdate();
    if (operation?.status !== 'completed') return;
    this.#host.dispatchEvent(new PlanChangedEvent(plan?.id, operation.status));
    // The button that was pressed goes with what it undid.
    this.#host.renderRoot.querySelector<HTMLElement>('[part="heading"]')?.focus();
    this.#announce(textsOf(speech).planKept);
  }

  /** @param isSeen - The person knows how it went, or does not want to; else they are told once more. */
  readonly #leaveReturn = (isSeen: boolean): void => {
    if (!this.#returning) return;
    this.#returning.release();
    this.#returning = undefined;
    if (isSeen) forgetReturn();
  };

  readonly #announce = (text: string): void => {
    this.#announcement = text;
    this.#host.requestUpdate();
  };
}

function textsOf(speech: Speech): PlanUsageLocale['messages'] {
  return withTexts(speech, planUsageTexts).messages;
}

function failureText(code: string, { messages }: Speech): string {
  return messages.errors[code] ?? messages.otherError(code);
}

function failureOf(operation: Operation | undefined): string | undefined {
  if (operation?.status !== 'failed') return undefined;
  return operation.problem?.code ?? 'conflict';
}

/** The server has decided: to send the same again would change nothing. */
function isFinalRefusal({ retryable, status }: BillingError): boolean {
  return !retryable && status >= 400 && status < 500;
}
