/** Fetched when someone first wants to end the support plan. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { lostFeatures } from '../../billing/lost-features.js';
import type { Account, Cancellation, Operation, Plans, Subscription } from '../../billing/types.js';
import type { Speech } from '../../i18n/locale.js';
import { BillingCommand } from '../../state/command.js';
import { Confirmation } from '../../state/confirmation.js';
import { connectionOf } from '../../state/connection.js';
import type { BillingHost } from '../../state/connection.js';
import { BillingQuery } from '../../state/query.js';
import type { DialogContent, DialogFrame } from '../../ui/dialog.js';
import { BillingErrorEvent } from '../../ui/faces.events.js';
import { StepGuard } from '../../ui/step-guard.js';
import { cancelForm } from './cancel.view.js';
import type { CancelDraft } from './cancel.view.js';
import { styles } from './support-cancel.styles.js';
import { supportLocale } from './support-locale.js';
import { SupportChangedEvent } from './support-plan.events.js';

export interface CancelSubject {
  readonly account: Account;
  readonly subscription: Subscription;
}

/** One step: from when, what goes with it, and why, if the person likes to say. */
export class SupportCancel implements DialogContent<CancelSubject> {
  readonly styles = styles;
  readonly #host: BillingHost;
  readonly #frame: DialogFrame;
  readonly #announce: (text: string) => void;
  readonly #guard: StepGuard;
  readonly #plans: BillingQuery<Plans>;
  readonly #command: BillingCommand<[Cancellation, string], Operation>;
  #subject: CancelSubject | undefined;
  #draft: CancelDraft = { when: 'period_end', reason: '', comment: '' };
  /** Why the server did not end it, though it took the request. */
  #refusal: string | undefined;

  /** @param announce - Says that it is done, once the dialog has gone. */
  constructor(host: BillingHost, frame: DialogFrame, announce: (text: string) => void) {
    this.#host = host;
    this.#frame = frame;
    this.#announce = announce;
    this.#guard = new StepGuard(host);
    this.#plans = new BillingQuery(host, {
      args: () => (frame.isOpen ? [] : undefined),
      load: (client, options) => client.plans('support', options),
    });
    this.#command = new BillingCommand(host, {
      run: (client, wish, idempotencyKey) =>
        client.cancelSubscription('support', wish, { idempotencyKey }),
      touches: ['account', 'subscription', 'plans', 'balances', 'invoices'],
    });
  }

  open(subject: CancelSubject): void {
    this.#subject = subject;
    const hasPeriod = subject.subscription.period !== undefined;
    this.#draft = { when: hasPeriod ? 'period_end' : 'now', reason: '', comment: '' };
    this.#refusal = undefined;
    this.#command.forget();
    this.#guard.begin();
  }

  render(speech: Speech): TemplateResult {
    const subject = this.#subject;
    if (!subject) return html`${nothing}`;
    const locale = supportLocale(speech);
    const { account, subscription } = subject;
    const { error, pending } = this.#command;
    const code = error?.code ?? this.#refusal;
    return cancelForm(
      {
        subscription,
        timeZone: connectionOf(this.#host).settings.timeZone ?? account.timeZone,
        losses: lostFeatures(subscription.plan, this.#plans.value?.items ?? []),
        draft: this.#draft,
        failure:
          code === undefined
            ? undefined
            : (locale.messages.errors[code] ?? locale.messages.otherError(code)),
        isBusy: pending || this.#guard.holds,
        change: (part) => {
          this.#draft = { ...this.#draft, ...part };
          this.#host.requestUpdate();
        },
        keep: this.#frame.close,
        cancel: () => void this.#cancel(subject, speech),
      },
      locale,
    );
  }

  async #cancel(subject: CancelSubject, speech: Speech): Promise<void> {
    if (this.#command.pending || this.#guard.holds) return;
    this.#refusal = undefined;
    const { account, subscription } = subject;
    const { comment, reason, when } = this.#draft;
    const wish: Cancellation = {
      when,
      ...(reason && { reason }),
      ...(comment.trim() && { comment: comment.trim() }),
    };
    const confirmation = new Confirmation([
      connectionOf(this.#host).settings.apiBase,
      account.id,
      'cancelSubscription',
      subscription.plan?.id,
      subscription.period?.end,
      JSON.stringify(wish),
    ]);
    const operation = await this.#command.run(wish, confirmation.key);
    const { error } = this.#command;
    if (operation || (error && !error.retryable && error.status >= 400)) confirmation.end();
    if (error) this.#host.dispatchEvent(new BillingErrorEvent(error, this.#host.localName));
    if (operation) this.#take(operation, subject, speech);
  }

  #take(operation: Operation, subject: CancelSubject, speech: Speech): void {
    const { account, subscription } = subject;
    if (operation.status === 'failed') {
      this.#refusal = operation.problem?.code ?? 'conflict';
      this.#host.requestUpdate();
      return;
    }
    const { status } = operation;
    this.#host.dispatchEvent(new SupportChangedEvent('cancel', subscription.plan?.id, status));
    // Another account, or another dialog, is not what was ended.
    if (this.#subject !== subject || !this.#frame.isOpen) return;
    this.#frame.close();
    const locale = supportLocale(speech);
    const at = operation.effectiveAt ?? subscription.period?.end;
    const zone = connectionOf(this.#host).settings.timeZone ?? account.timeZone;
    const { messages } = locale;
    const words: Record<string, string> = {
      completed: messages.supportEnded,
      scheduled:
        at === undefined ? messages.supportEnded : messages.supportEndsAt(locale.day(at, zone)),
    };
    this.#announce(words[status] ?? messages.supportCancelPending);
  }
}
