/** Fetched when someone first wants to end the support plan. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { BillingError } from '../../api/billing-error.js';
import { lostFeatures } from '../../billing/lost-features.js';
import type { Cancellation, Plans, When } from '../../billing/types.js';
import type { Speech } from '../../i18n/locale.js';
import { sentences } from '../../i18n/sentences.js';
import { connectionOf } from '../../state/connection.js';
import type { BillingHost } from '../../state/connection.js';
import { PlanEnd } from '../../state/plan-end.js';
import type { PlanEndOutcome, PlanEndSubject } from '../../state/plan-end.js';
import { BillingQuery } from '../../state/query.js';
import type { DialogContent, DialogFrame } from '../../ui/dialog.js';
import { BillingErrorEvent } from '../../ui/faces.events.js';
import { StepGuard } from '../../ui/step-guard.js';
import { cancelForm } from './cancel.view.js';
import type { CancelDraft } from './cancel.view.js';
import { styles } from './support-cancel.styles.js';
import { supportLocale } from './support-locale.js';
import type { SupportLocale } from './support-locale.js';
import { SupportChangedEvent } from './support-plan.events.js';

const everyWhen: readonly When[] = ['period_end', 'now'];

/** One step: from when, what goes with it, and why, if the person likes to say. */
export class SupportCancel implements DialogContent<PlanEndSubject> {
  readonly styles = styles;
  readonly #host: BillingHost;
  readonly #frame: DialogFrame;
  readonly #announce: (text: string) => void;
  readonly #guard: StepGuard;
  readonly #plans: BillingQuery<Plans>;
  readonly #planEnd: PlanEnd;
  #subject: PlanEndSubject | undefined;
  #draft: CancelDraft = { when: 'period_end', reason: '', comment: '' };
  /** From when it may end, as far as the server has not refused that. */
  #whens = everyWhen;

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
    this.#planEnd = new PlanEnd(host, 'support');
  }

  open(subject: PlanEndSubject): void {
    this.#subject = subject;
    this.#whens = subject.subscription.period ? everyWhen : ['now'];
    const when = this.#whens[0] ?? 'now';
    this.#draft = { when, reason: '', comment: '', ...this.#planEnd.sentFor(subject) };
    this.#planEnd.forget();
    this.#guard.begin();
  }

  render(speech: Speech): TemplateResult {
    const subject = this.#subject;
    if (!subject) return html`${nothing}`;
    const locale = supportLocale(speech);
    const { account, subscription } = subject;
    const { pending } = this.#planEnd;
    const isSent = this.#planEnd.sentFor(subject) !== undefined;
    return cancelForm(
      {
        subscription,
        timeZone: connectionOf(this.#host).settings.timeZone ?? account.timeZone,
        whens: this.#whens,
        losses: lostFeatures(subscription.plan, this.#plans.value?.items ?? []),
        draft: this.#draft,
        failure: pending ? undefined : this.#failureText(isSent, locale),
        isNew: this.#guard.holds,
        isBusy: pending,
        isFixed: pending || isSent,
        change: (part) => {
          this.#draft = { ...this.#draft, ...part };
          this.#host.requestUpdate();
        },
        keep: this.#frame.close,
        cancel: () => void this.#cancel(subject, locale),
      },
      locale,
    );
  }

  #failureText(isSent: boolean, locale: SupportLocale): string | undefined {
    const { messages } = locale;
    const { error } = this.#planEnd;
    const isNever = error !== undefined && this.#whens.length < everyWhen.length;
    const why = error && (messages.errors[error.code] ?? messages.otherError(error.code));
    const said = [isNever ? messages.cancelNotThen : why, isSent ? messages.cancelUnknown : ''];
    return sentences(said, locale) || undefined;
  }

  async #cancel(subject: PlanEndSubject, locale: SupportLocale): Promise<void> {
    if (this.#planEnd.pending || this.#guard.holds) return;
    const { comment, reason, when } = this.#draft;
    const wish: Cancellation = {
      when,
      ...(reason && { reason }),
      ...(comment.trim() && { comment: comment.trim() }),
    };
    const outcome = await this.#planEnd.end(subject, wish);
    const { error } = this.#planEnd;
    if (error) {
      this.#host.dispatchEvent(new BillingErrorEvent(error, this.#host.localName));
      if (isAboutWhen(error)) this.#leaveOut(when);
    }
    if (outcome) this.#take(outcome, subject, locale);
  }

  /** The server does not let it end then: what is left is the other one. */
  #leaveOut(when: When): void {
    const left = this.#whens.filter((other) => other !== when);
    const [other] = left;
    if (other === undefined) return;
    this.#whens = left;
    this.#draft = { ...this.#draft, when: other };
    this.#host.requestUpdate();
  }

  #take(
    { at, status }: PlanEndOutcome,
    { account, subscription }: PlanEndSubject,
    locale: SupportLocale,
  ): void {
    this.#host.dispatchEvent(new SupportChangedEvent('cancel', subscription.plan?.id, status));
    // Another account, or another dialog, is not what was ended.
    if (this.#subject?.subscription !== subscription || !this.#frame.isOpen) return;
    this.#frame.close();
    const day = at ?? subscription.period?.end;
    const zone = connectionOf(this.#host).settings.timeZone ?? account.timeZone;
    const { messages } = locale;
    const words: Record<string, string> = {
      completed: messages.supportEnded,
      scheduled:
        day === undefined ? messages.supportEnded : messages.supportEndsAt(locale.day(day, zone)),
    };
    this.#announce(words[status] ?? messages.supportCancelPending);
  }
}

/** Whether the server takes the request, but not for then. */
function isAboutWhen({ code, problem }: BillingError): boolean {
  return (
    code === 'not_supported' || (problem?.errors ?? []).some(({ pointer }) => pointer === '/when')
  );
}
