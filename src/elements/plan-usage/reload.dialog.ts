/** Fetched when someone first wants to buy credits. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { CheckoutOrder } from '../../billing/checkout-order.js';
import type { Balance, Meter } from '../../billing/types.js';
import type { Speech } from '../../i18n/locale.js';
import type { BillingHost } from '../../state/connection.js';
import { backButton } from '../shared/back-button.view.js';
import { CheckoutStep } from '../shared/checkout-step.js';
import type { DialogContent, DialogFrame } from '../../ui/dialog.js';
import { amountFields } from './amount.view.js';
import {
  autoReloadDraft,
  canSetAutoReload,
  changesAutoReload,
  readAutoReload,
} from './auto-reload.js';
import type { AutoReloadDraft, AutoReloadFaults } from './auto-reload.js';
import { autoReloadFields } from './auto-reload.view.js';
import { reloadLocale } from './plan-usage-locale.js';
import type { ReloadLocale } from './plan-usage-locale.js';
import { focusFault } from './focus-fault.js';
import { AccountReloadedEvent } from './plan-usage.events.js';
import { firstChoice, readAmount } from './reload-draft.js';
import type { ReloadDraft } from './reload-draft.js';
import { styles } from './reload.styles.js';

/** What is reloaded. */
export interface ReloadSubject {
  readonly balance: Balance;
  readonly meters: readonly Meter[];
  /** A purchase that is under way, to be taken up where it was left. */
  readonly order?: CheckoutOrder | undefined;
}

const noFaults: AutoReloadFaults & { readonly choice?: string | undefined } = {};

/** First the amount, and whether it goes on by itself; then the payment page. */
export class Reload implements DialogContent<ReloadSubject> {
  readonly styles = styles;
  readonly #host: BillingHost;
  readonly #frame: DialogFrame;
  readonly #checkout: CheckoutStep;
  #subject: ReloadSubject | undefined;
  #draft: ReloadDraft = { choice: undefined, typed: '' };
  /** `undefined` until someone has changed it: then the balance itself says how it stands. */
  #auto: AutoReloadDraft | undefined;
  #showsFaults = false;
  #order: CheckoutOrder | undefined;

  constructor(host: BillingHost, frame: DialogFrame) {
    this.#host = host;
    this.#frame = frame;
    this.#checkout = new CheckoutStep(host, {
      completed: () => {
        if (this.#subject) host.dispatchEvent(new AccountReloadedEvent(this.#subject.balance.id));
      },
      handFocusOn: frame.turnPage,
      close: frame.close,
    });
  }

  open(subject: ReloadSubject): void {
    this.#subject = subject;
    this.#draft = { choice: firstChoice(subject.balance), typed: '' };
    this.#auto = undefined;
    this.#showsFaults = false;
    this.#order = subject.order;
    this.#checkout.begin();
  }

  render(speech: Speech): TemplateResult {
    const locale = reloadLocale(speech);
    const subject = this.#subject;
    if (!subject) return html`${nothing}`;
    return this.#order
      ? this.#checkout.render(this.#order, locale, backButton(this.#goBack, locale))
      : this.#renderForm(subject, locale);
  }

  #renderForm({ balance, meters }: ReloadSubject, locale: ReloadLocale) {
    const read = this.#read(balance, locale);
    const faults = this.#showsFaults ? read.faults : noFaults;
    return html`<form
      class="form"
      novalidate
      @submit=${(event: SubmitEvent) => {
        this.#submit(event, balance, locale);
      }}
    >
      ${amountFields(
        {
          balance,
          meters,
          draft: this.#draft,
          fault: faults.choice,
          change: (draft) => {
            this.#draft = draft;
            this.#host.requestUpdate();
          },
        },
        locale,
      )}
      ${autoReloadFields(
        {
          balance,
          place: 'with_reload',
          draft: read.auto,
          faults,
          change: (auto) => {
            this.#auto = auto;
            this.#host.requestUpdate();
          },
        },
        locale,
      )}
      <div class="form-end">
        <button part="continue button primary" class="button primary" type="submit">
          ${locale.messages.continue}
        </button>
      </div>
    </form>`;
  }

  #read(balance: Balance, locale: ReloadLocale) {
    const auto = this.#auto ?? autoReloadDraft(balance, locale);
    const amount = readAmount(this.#draft, balance, locale);
    const settings = canSetAutoReload(balance, 'with_reload')
      ? readAutoReload(auto, balance, locale)
      : undefined;
    const faults = {
      ...(settings && 'faults' in settings ? settings.faults : {}),
      choice: 'fault' in amount ? amount.fault : undefined,
    };
    return { auto, amount, settings, faults };
  }

  #submit(event: SubmitEvent, balance: Balance, locale: ReloadLocale): void {
    event.preventDefault();
    const { amount, settings } = this.#read(balance, locale);
    if (!('amount' in amount) || (settings && !('request' in settings))) {
      this.#showsFaults = true;
      void focusFault(this.#host);
      return;
    }
    const isChanged = settings !== undefined && changesAutoReload(settings.request, balance);
    this.#order = {
      purpose: 'top_up',
      balanceId: balance.id,
      amount: amount.amount.amount,
      autoTopUp: isChanged ? settings.request : undefined,
    };
    this.#checkout.begin();
    this.#frame.turnPage();
  }

  readonly #goBack = (): void => {
    this.#order = undefined;
    this.#frame.turnPage();
  };
}
