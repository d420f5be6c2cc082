/** Fetched when someone first wants to set automatic reload without buying anything. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { BillingError } from '../../api/billing-error.js';
import type { AutoTopUpRequest, Balance } from '../../billing/types.js';
import type { Speech } from '../../i18n/locale.js';
import { sentences } from '../../i18n/sentences.js';
import { BillingCommand } from '../../state/command.js';
import type { BillingHost } from '../../state/connection.js';
import type { DialogContent, DialogFrame } from '../../ui/dialog.js';
import { BillingErrorEvent } from '../../ui/faces.events.js';
import { StepGuard } from '../../ui/step-guard.js';
import { autoReloadDraft, readAutoReload } from './auto-reload.js';
import type { AutoReloadDraft, AutoReloadFaults } from './auto-reload.js';
import { autoReloadFields } from './auto-reload.view.js';
import { balanceAmount } from './balances.view.js';
import { reloadLocale } from './plan-usage-locale.js';
import type { ReloadLocale } from './plan-usage-locale.js';
import { focusFault } from './focus-fault.js';
import { styles } from './reload.styles.js';

/** Automatic reload, switched on, off or over. */
export class AutoReload implements DialogContent<Balance> {
  readonly styles = styles;
  readonly #host: BillingHost;
  readonly #frame: DialogFrame;
  readonly #announce: (text: string) => void;
  readonly #guard: StepGuard;
  readonly #command: BillingCommand<[string, AutoTopUpRequest], Balance>;
  #balance: Balance | undefined;
  /** `undefined` until someone has changed it: then the balance itself says how it stands. */
  #draft: AutoReloadDraft | undefined;
  #showsFaults = false;

  /** @param announce - Says that it is done, once the dialog has gone. */
  constructor(host: BillingHost, frame: DialogFrame, announce: (text: string) => void) {
    this.#host = host;
    this.#frame = frame;
    this.#announce = announce;
    this.#guard = new StepGuard(host);
    this.#command = new BillingCommand(host, {
      run: (client, balanceId, settings) => client.setAutoTopUp(balanceId, settings),
      touches: ['balances', 'invoices'],
    });
  }

  open(balance: Balance): void {
    this.#balance = balance;
    this.#draft = undefined;
    this.#showsFaults = false;
    this.#command.forget();
    this.#guard.begin();
  }

  render(speech: Speech): TemplateResult {
    const balance = this.#balance;
    if (!balance) return html`${nothing}`;
    const locale = reloadLocale(speech);
    const { error, pending } = this.#command;
    const draft = this.#draft ?? autoReloadDraft(balance, locale);
    const read = readAutoReload(draft, balance, locale);
    const refused = refusedFields(error, locale);
    const faults = this.#showsFaults && 'faults' in read ? read.faults : refused;
    return html`<form
      class="form"
      novalidate
      @submit=${(event: SubmitEvent) => void this.#submit(event, balance, draft, locale)}
    >
      ${autoReloadFields(
        {
          balance,
          place: 'alone',
          draft,
          faults,
          change: (changed) => {
            this.#draft = changed;
            this.#command.forget();
          },
        },
        locale,
      )}
      ${this.#renderFailure(error, refused, locale)}
      <div class="form-end">
        <button
          part="save button primary"
          class="button primary"
          type="submit"
          ?disabled=${this.#guard.holds}
          aria-disabled=${pending ? 'true' : nothing}
        >
          ${locale.messages.save}
        </button>
      </div>
    </form>`;
  }

  #renderFailure(
    error: BillingError | undefined,
    { amount, threshold }: AutoReloadFaults,
    { messages }: ReloadLocale,
  ) {
    const isSaid = amount !== undefined || threshold !== undefined;
    const text =
      error && !isSaid ? (messages.errors[error.code] ?? messages.otherError(error.code)) : '';
    return html`<div role="alert" class=${text ? 'notice danger' : 'visually-hidden'}>
      ${text}
    </div>`;
  }

  async #submit(
    event: SubmitEvent,
    balance: Balance,
    draft: AutoReloadDraft,
    locale: ReloadLocale,
  ): Promise<void> {
    event.preventDefault();
    if (this.#command.pending || this.#guard.holds) return;
    const read = readAutoReload(draft, balance, locale);
    this.#showsFaults = true;
    if (!('request' in read)) {
      await focusFault(this.#host);
      return;
    }
    const saved = await this.#command.run(balance.id, read.request);
    const { error } = this.#command;
    if (error) {
      this.#host.dispatchEvent(new BillingErrorEvent(error, this.#host.localName));
      await focusFault(this.#host);
    }
    // Another account, or another balance, is not what was saved.
    if (!saved || this.#balance !== balance || !this.#frame.isOpen) return;
    this.#frame.close();
    this.#announce(outcomeText(saved, locale));
  }
}

/** How it stands now, as the server says. */
function outcomeText(balance: Balance, locale: ReloadLocale): string {
  const { messages } = locale;
  const { amount, reason, status, threshold } = balance.autoTopUp ?? { status: 'off' };
  if (status === 'off') return messages.autoReloadIsOff;
  if (status !== 'active' || !amount || threshold === undefined) {
    const state = messages.autoReloadIs(messages.autoReloadStatus[status] ?? status);
    return sentences([state, reason && (messages.autoReloadReasons[reason] ?? reason)], locale);
  }
  return messages.autoReloadIsOn(locale.money(amount), balanceAmount(balance, threshold, locale));
}

/** What the server did not accept, at the field that it named. */
function refusedFields(
  error: BillingError | undefined,
  { messages }: ReloadLocale,
): AutoReloadFaults {
  const said = (field: string) => {
    const found = error?.problem?.errors?.find(({ pointer }) => pointer?.startsWith(`/${field}`));
    return found && messages.fieldRefused(found.detail);
  };
  return { threshold: said('threshold'), amount: said('amount') };
}
