/** What `billing-checkout` works and draws with. It is fetched when such an element stands on the page. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { billingCheckoutTexts } from '../../i18n/en-billing-checkout.js';
import { planTexts } from '../../i18n/en-plans.js';
import type { BillingCheckoutLocale, Speech } from '../../i18n/locale.js';
import { withTexts } from '../../i18n/with-texts.js';
import type { SentOrder } from '../../state/confirmation.js';
import { connectionOf } from '../../state/connection.js';
import type { BillingSettings } from '../../state/settings.js';
import { form } from '../../ui/form.styles.js';
import { panels } from '../../ui/panels.styles.js';
import { styles as own } from './billing-checkout.styles.js';
import { receiptOf } from './bought.js';
import { consentWords } from './consent.js';
import { copyText } from './copy-text.js';
import { permissionOf } from './load-review.js';
import { lost } from './lost.view.js';
import { noticeOf } from './notice.js';
import { outcome } from './outcome.view.js';
import type { Outcome } from './outcome.view.js';
import { payment } from './payment.view.js';
import { people } from './people.view.js';
import { needsWay } from './review.js';
import type { Nothing, Review } from './review.js';
import type { Shown, Steps } from './steps.js';
import { summary } from './summary.view.js';
import { Till } from './till.js';
import type { CheckoutHost } from './wish.js';

export type { Shown } from './steps.js';

export const styles = [panels, form, own];

/** Draws the step that a purchase has come to, and hands on what people do there. */
export class Checkout {
  readonly #host: CheckoutHost;
  readonly #speech: () => Speech;
  readonly #till: Till;
  #copied = '';

  constructor(host: CheckoutHost, speech: () => Speech) {
    this.#host = host;
    this.#speech = speech;
    this.#till = new Till(host);
  }

  /** What is shown. */
  get source(): Steps {
    return this.#till.steps;
  }

  render(shown: Shown): TemplateResult {
    const locale = this.#locale;
    switch (shown.kind) {
      case 'nothing':
        return this.#renderNothing(shown, locale);
      case 'outcome':
        return this.#renderOutcome(shown.outcome, locale);
      case 'lost':
        return this.#renderLost(shown.sent, locale);
      default:
        return this.#renderReview(shown, locale);
    }
  }

  /** Why this account may not buy it, and who helps. */
  renderRefusal(): TemplateResult | typeof nothing {
    const { account, purpose } = this.source;
    const reason = account && purpose && permissionOf(account, purpose)?.reason;
    if (reason === undefined) return nothing;
    const locale = this.#locale;
    const text = locale.messages.actionReasons[reason] ?? reason;
    return people({ text, href: this.#till.contactHref }, locale);
  }

  #renderNothing({ why }: Nothing, locale: BillingCheckoutLocale): TemplateResult {
    const text = locale.messages.hindrances[why] ?? why;
    if (why === 'by_agreement') return people({ text, href: this.#till.contactHref }, locale);
    return html`<p part="empty card" class="card"><bdi>${text}</bdi></p>`;
  }

  #renderReview(review: Review, locale: BillingCheckoutLocale): TemplateResult {
    const view = { review, timeZone: this.#timeZone, now: Date.now() };
    return html`<div class="columns">
      ${summary(view, locale)} ${this.#isReadOnly ? nothing : this.#renderPayment(review, locale)}
    </div>`;
  }

  #renderPayment(review: Review, locale: BillingCheckoutLocale): TemplateResult {
    const till = this.#till;
    const filled = till.form;
    const { purchase } = till.steps;
    if (needsWay(review) && review.ways?.items.length === 0) {
      return people({ text: locale.messages.noWays, href: till.contactHref }, locale);
    }
    const chosen = filled.wayOf(review);
    const view = { review, way: chosen, timeZone: this.#timeZone, now: Date.now() };
    const words = consentWords(view, locale);
    return payment(
      {
        ...noticeOf(purchase.error, till.hasNewFigures, locale),
        review,
        ways: filled.waysOf(review),
        chosen,
        words,
        isAgreed: filled.isAgreed(review),
        missing: filled.wasTried ? filled.missingIn(review) : [],
        isReady: till.isReady,
        isSending: purchase.isSending,
        isChecking: till.isChecking,
        choose: (way) => {
          filled.choose(way);
        },
        agree: (isAgreed) => {
          filled.agree(review, isAgreed);
        },
        confirm: () => {
          till.confirm(review, words, receiptOf(view, locale));
        },
        goTo: (field) => {
          till.focus.now(field);
        },
      },
      locale,
    );
  }

  #renderOutcome(shown: Outcome, locale: BillingCheckoutLocale): TemplateResult {
    const till = this.#till;
    const { purpose, watch, wish } = till.steps;
    return outcome(
      {
        outcome: shown,
        receipt: till.receipt,
        purpose,
        timeZone: this.#timeZone,
        now: Date.now(),
        readOnly: this.#isReadOnly,
        hasGivenUp: watch.hasGivenUp,
        isUnsafe: shown.status === 'redirect' && till.leaving.isUnsafe(shown),
        canStartAnew: wish !== undefined,
        copied: this.#copied,
        copy: (label, value) => void this.#copy(label, value),
        leave: () => {
          till.leave();
        },
        askAgain: () => {
          till.askAgain();
        },
        startAnew: () => {
          till.startAnew(true);
        },
        tryAgain: () => {
          till.startAnew(false);
        },
      },
      locale,
    );
  }

  #renderLost({ at, words }: SentOrder, locale: BillingCheckoutLocale): TemplateResult {
    const till = this.#till;
    const { purchase } = till.steps;
    const status = purchase.error?.status ?? 0;
    return lost(
      {
        time: locale.dateTime(new Date(at).toISOString(), this.#timeZone),
        words,
        hasFailed: purchase.error !== undefined,
        isSending: purchase.isSending,
        isUndecided: status >= 400 && status < 500,
        isReady: till.isReady,
        readOnly: this.#isReadOnly,
        sendAgain: () => {
          till.sendAgain();
        },
        startAnew: () => {
          till.startAnew(false);
        },
      },
      locale,
    );
  }

  async #copy(label: string, value: HTMLElement): Promise<void> {
    const { messages } = this.#locale;
    this.#copied = (await copyText(value)) ? messages.copied(label) : messages.copyFailed(label);
    this.#host.requestUpdate();
  }

  get #settings(): BillingSettings {
    return connectionOf(this.#host).settings;
  }

  get #isReadOnly(): boolean {
    return this.#settings.readOnly ?? false;
  }

  get #timeZone(): string {
    return this.#settings.timeZone ?? this.source.account?.timeZone ?? 'UTC';
  }

  get #locale(): BillingCheckoutLocale {
    return withTexts(withTexts(this.#speech(), planTexts), billingCheckoutTexts);
  }
}
