import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { isFree } from '../../billing/purchase.js';
import type { PaymentOption } from '../../billing/types.js';
import type { BillingCheckoutLocale as Locale } from '../../i18n/locale.js';
import { isUnfit } from './review.js';
import type { Review } from './review.js';

/** What has to be filled in before the order goes out. */
export type Field = 'way' | 'consent';

/** Why it did not go on, and what the server said about single fields. */
interface Notice {
  readonly text: string;
  readonly details: readonly string[];
}

/** What the lower half of the review is drawn from, and what people do there. */
export interface PaymentView {
  readonly review: Review;
  /** The ways on offer; none where none has to be chosen. */
  readonly ways: readonly PaymentOption[];
  readonly chosen: PaymentOption | undefined;
  /** What the person agrees to. */
  readonly words: string;
  readonly isAgreed: boolean;
  /** What was missing when the person wanted to go on. */
  readonly missing: readonly Field[];
  readonly notice: Notice | undefined;
  /** What the server said about the chosen way to pay. */
  readonly wayProblem: string | undefined;
  /** The step has been on screen long enough for nobody to click through it. */
  readonly isReady: boolean;
  readonly isSending: boolean;
  /** The answer takes long. */
  readonly isChecking: boolean;
  readonly choose: (way: PaymentOption) => void;
  readonly agree: (isAgreed: boolean) => void;
  readonly confirm: () => void;
  readonly goTo: (field: Field) => void;
}

/** The ways to pay, what the person agrees to, and the button that orders. */
export function payment(view: PaymentView, locale: Locale): TemplateResult {
  const submit = (event: Event): void => {
    event.preventDefault();
    view.confirm();
  };
  return html`
    <form part="payment" class="payment" novalidate @submit=${submit}>
      ${noticeBox(view, locale)} ${waysFieldset(view, locale)} ${consentBox(view, locale)}
      <button
        part="confirm button primary"
        class="button primary"
        ?disabled=${!view.isReady || view.isSending}
      >
        ${confirmLabel(view, locale)}
      </button>
      <p
        part="progress"
        role="status"
        tabindex="-1"
        class=${view.isSending ? 'muted' : 'visually-hidden'}
      >
        ${progressWords(view, locale)}
      </p>
    </form>
  `;
}

/** It stands there from the start: a region that comes with its text is often not read. */
function noticeBox(view: PaymentView, locale: Locale) {
  const { missing, notice } = view;
  const isShown = notice !== undefined || missing.length > 0;
  return html`<div
    part="notice"
    class=${isShown ? 'notice danger' : 'visually-hidden'}
    role="alert"
    tabindex="-1"
  >
    ${notice ? noticeText(notice) : missing.length > 0 ? summaryOfMissing(view, locale) : nothing}
  </div>`;
}

function noticeText({ details, text }: Notice) {
  return html`<div>
    <p><bdi>${text}</bdi></p>
    ${
      details.length === 0
        ? nothing
        : html`<ul role="list">
            ${details.map((detail) => html`<li><bdi>${detail}</bdi></li>`)}
          </ul>`
    }
  </div>`;
}

function summaryOfMissing({ goTo, missing }: PaymentView, { messages }: Locale) {
  return html`<div>
    <p>${messages.somethingMissing}</p>
    <ul role="list">
      ${missing.map(
        (field) =>
          html`<li>
            <button
              part="go-to-field link"
              class="link"
              type="button"
              @click=${() => {
                goTo(field);
              }}
            >
              ${field === 'way' ? messages.wayMissing : messages.consentMissing}
            </button>
          </li>`,
      )}
    </ul>
  </div>`;
}

function waysFieldset(view: PaymentView, locale: Locale) {
  const { messages } = locale;
  if (view.ways.length === 0) return nothing;
  const problem = view.missing.includes('way') ? messages.wayMissing : view.wayProblem;
  return html`
    <fieldset
      part="ways"
      class="ways"
      ?disabled=${view.isSending}
      aria-describedby=${problem === undefined ? nothing : 'way-problem'}
    >
      <legend part="label">${messages.wayToPay}</legend>
      ${view.ways.map((way, index) => wayChoice(way, index, view, locale))}
      ${
        problem === undefined
          ? nothing
          : html`<p id="way-problem" part="problem" class="fault">${problem}</p>`
      }
    </fieldset>
  `;
}

function wayChoice(way: PaymentOption, index: number, view: PaymentView, locale: Locale) {
  const { messages } = locale;
  const { review } = view;
  const isDisabled = isUnfit(way, review);
  const hints = [
    way.detail ?? messages.wayHints[way.kind],
    way.expires && messages.wayExpires(locale.month(`${way.expires}-01`)),
    isDisabled ? messages.wayUnfit : undefined,
  ].filter((hint) => hint !== undefined && hint !== '');
  return html`<label part="way option" class="option">
    <input
      type="radio"
      name="way"
      value=${way.id}
      aria-describedby=${hints.length === 0 ? nothing : `way-hint-${index}`}
      ?disabled=${isDisabled}
      .checked=${live(view.chosen?.id === way.id)}
      @change=${() => {
        view.choose(way);
      }}
    />
    <span>
      <bdi>${way.label}</bdi>
      ${
        hints.length === 0
          ? nothing
          : html`<span id="way-hint-${index}" class="muted hints">
              ${hints.map((hint) => html`<bdi>${hint}</bdi>`)}
            </span>`
      }
    </span>
  </label>`;
}

function consentBox(view: PaymentView, { messages }: Locale) {
  if (view.ways.length > 0 && !view.chosen) return nothing;
  const isMissing = view.missing.includes('consent');
  const agree = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLInputElement) view.agree(currentTarget.checked);
  };
  return html`<div class="field">
    <label part="consent" class="switch consent">
      <input
        type="checkbox"
        name="consent"
        ?disabled=${view.isSending}
        aria-invalid=${isMissing ? 'true' : nothing}
        aria-describedby=${isMissing ? 'consent-problem' : nothing}
        .checked=${live(view.isAgreed)}
        @change=${agree}
      />
      <bdi>${messages.agreeTo(view.words)}</bdi>
    </label>
    ${
      isMissing
        ? html`<p id="consent-problem" part="problem" class="fault">${messages.consentMissing}</p>`
        : nothing
    }
  </div>`;
}

function confirmLabel({ chosen, review, ways }: PaymentView, locale: Locale): string {
  const { messages } = locale;
  const { due } = review;
  if (chosen?.kind === 'hosted') return messages.goOnToPayment;
  if (chosen?.kind === 'transfer') return messages.placeOrder;
  const isExact = review.kind !== 'plan' || review.preview?.exact === true;
  const isCharge = ways.length === 0 || chosen?.kind === 'saved';
  return due && !isFree(due) && isExact && isCharge
    ? messages.payAmount(locale.money(due))
    : messages.confirmPurchase;
}

function progressWords({ isChecking, isSending }: PaymentView, { messages }: Locale) {
  if (!isSending) return nothing;
  return isChecking ? messages.checkingOrder : messages.sendingOrder;
}
