import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Operation, PaymentPurpose } from '../../billing/types.js';
import type { BillingCheckoutLocale as Locale } from '../../i18n/locale.js';
import { isAtOnce } from './consent.js';
import { panel } from './panel.view.js';
import type { Tone } from './panel.view.js';
import { transferDetails } from './transfer.view.js';
import type { TransferView } from './transfer.view.js';

export type Outcome = Pick<
  Operation,
  'effectiveAt' | 'instructions' | 'message' | 'problem' | 'status' | 'url'
>;

/** What an outcome is drawn from, and what people do there. */
export interface OutcomeView extends Omit<TransferView, 'instructions'> {
  readonly outcome: Outcome;
  readonly purpose: PaymentPurpose | undefined;
  /** What it is about, in a few words; empty where that isn't known. */
  readonly receipt: string;
  readonly timeZone: string;
  readonly now: number;
  /** Nobody asks any more how it went. */
  readonly hasGivenUp: boolean;
  /** The payment page's address is not one to follow. */
  readonly isUnsafe: boolean;
  /** The person may begin again here. */
  readonly canStartAnew: boolean;
  /** Goes to the payment page. */
  readonly leave: () => void;
  readonly askAgain: (event: Event) => void;
  /** Begins again, and chooses another way to pay. */
  readonly startAnew: () => void;
  /** Begins again as before. */
  readonly tryAgain: () => void;
}

interface Words {
  readonly tone: Tone;
  readonly title: string;
  readonly text: string;
}

/** How it went, and the way on. */
export function outcome(view: OutcomeView, locale: Locale): TemplateResult {
  const { text, title, tone } = wordsOf(view, locale);
  const { message, status } = view.outcome;
  const instructions = status === 'pending' ? (view.outcome.instructions ?? []) : [];
  return panel(
    { tone, title, state: status },
    html`
      ${view.receipt === '' ? nothing : html`<p class="receipt"><bdi>${view.receipt}</bdi></p>`}
      ${text === '' ? nothing : html`<p><bdi>${text}</bdi></p>`}
      ${message ? html`<p class="muted"><bdi>${message}</bdi></p>` : nothing}
    `,
    html`
      ${instructions.length > 0 ? transferDetails({ ...view, instructions }, locale) : nothing}
      ${view.readOnly ? nothing : actions(view, locale)}
    `,
  );
}

function wordsOf(view: OutcomeView, locale: Locale): Words {
  const { messages } = locale;
  switch (view.outcome.status) {
    case 'completed':
      return completedWords(view, locale);
    case 'scheduled': {
      const { effectiveAt } = view.outcome;
      const text =
        effectiveAt === undefined
          ? ''
          : messages.scheduledOn(locale.day(effectiveAt, view.timeZone));
      return { tone: 'success', title: messages.scheduledTitle, text };
    }
    case 'redirect': {
      const text = view.isUnsafe ? (messages.errors['unsafe_url'] ?? '') : messages.redirectText;
      const tone = view.isUnsafe ? 'danger' : 'waiting';
      return { tone, title: messages.redirectTitle, text };
    }
    case 'failed':
      return failedWords(view, locale);
    default:
      return pendingWords(view, locale);
  }
}

function completedWords(
  { now, outcome: { effectiveAt }, purpose, timeZone }: OutcomeView,
  locale: Locale,
): Words {
  const { messages } = locale;
  const title = (purpose && messages.completed[purpose]) ?? messages.paymentCompleted;
  const isLater = effectiveAt !== undefined && !isAtOnce(effectiveAt, timeZone, now);
  const text = isLater ? messages.takesEffectOn(locale.day(effectiveAt, timeZone)) : '';
  return { tone: 'success', title, text };
}

function failedWords({ outcome, purpose }: OutcomeView, { messages }: Locale): Words {
  const code = codeOf(outcome);
  const isPayment = code.startsWith('payment_') || purpose === undefined;
  return {
    tone: 'danger',
    title: isPayment ? messages.failedTitle : messages.failedChange,
    text: reasonWords(code, { messages }),
  };
}

const codeOf = ({ problem }: Outcome): string => problem?.code ?? 'payment_failed';

/** Why an order did not go through, by the server's code. */
export function reasonWords(code: string, { messages }: Pick<Locale, 'messages'>): string {
  return messages.orderRefusals[code] ?? messages.errors[code] ?? messages.otherError(code);
}

function pendingWords({ hasGivenUp, outcome: { instructions = [] } }: OutcomeView, locale: Locale) {
  const { messages } = locale;
  const isTransfer = instructions.length > 0;
  const text = isTransfer
    ? messages.transferText
    : hasGivenUp
      ? messages.pendingGivenUp
      : messages.pendingText;
  const title = isTransfer ? messages.transferTitle : messages.pendingTitle;
  return { tone: 'waiting', title, text } as const;
}

function actions(view: OutcomeView, locale: Locale) {
  const { messages } = locale;
  const { hasGivenUp, isUnsafe, leave, outcome, startAnew } = view;
  switch (outcome.status) {
    case 'completed':
    case 'scheduled':
      return nothing;
    case 'failed':
      return failedActions(view, locale);
    case 'redirect':
      return html`<div class="actions">
        ${
          isUnsafe
            ? nothing
            : html`<button
                part="go-on button primary"
                class="button primary"
                type="button"
                @click=${leave}
              >
                ${messages.redirectGo}
              </button>`
        }
        ${otherWay(view, locale)}
      </div>`;
    default: {
      const { instructions = [] } = outcome;
      return html`<div class="actions">
        ${hasGivenUp ? checkButton(view.askAgain, locale) : nothing}
        ${instructions.length > 0 ? anewButton(view, messages.newPurchase, startAnew) : otherWay(view, locale)}
      </div>`;
    }
  }
}

function failedActions(view: OutcomeView, { messages }: Locale) {
  if (!view.canStartAnew) return nothing;
  const isPayment = codeOf(view.outcome).startsWith('payment_');
  return html`<div class="actions">
    <button
      part="try-again button primary"
      class="button primary"
      type="button"
      @click=${view.tryAgain}
    >
      ${messages.retry}
    </button>
    ${isPayment ? anewButton(view, messages.otherWay, view.startAnew) : nothing}
  </div>`;
}

/** Only who knows that the payment page was left unpaid should pay in another way. */
function otherWay(view: OutcomeView, { messages }: Locale) {
  if (!view.canStartAnew) return nothing;
  return html`<p class="muted">${messages.otherWayHint}</p>
    ${anewButton(view, messages.otherWay, view.startAnew)}`;
}

function anewButton({ canStartAnew }: OutcomeView, label: string, startAnew: () => void) {
  if (!canStartAnew) return nothing;
  return html`<button part="start-anew button" class="button" type="button" @click=${startAnew}>
    ${label}
  </button>`;
}

function checkButton(check: (event: Event) => void, { messages }: Locale) {
  return html`<button
    part="check button primary"
    class="button primary"
    type="button"
    @click=${check}
  >
    ${messages.checkAgain}
  </button>`;
}
