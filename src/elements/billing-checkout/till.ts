import type { ReactiveController } from 'lit';

import type { BillingError } from '../../api/billing-error.js';
import { contactFor } from '../../billing/contact.js';
import type { Operation } from '../../billing/types.js';
import { connectionOf } from '../../state/connection.js';
import { returnUrl } from '../../state/payment-return.js';
import { BillingErrorEvent } from '../../ui/faces.events.js';
import { StepGuard } from '../../ui/step-guard.js';
import { CheckoutCompletedEvent, CheckoutFailedEvent } from './billing-checkout.events.js';
import { FocusKeeper } from './focus-keeper.js';
import { CheckoutForm } from './form.js';
import { Leaving } from '../shared/leaving.js';
import { permissionOf } from './load-review.js';
import { LongWait } from './long-wait.js';
import { orderOf } from './order.js';
import { isReview, termsOf } from './review.js';
import type { Review } from './review.js';
import { Steps } from './steps.js';
import type { CheckoutHost } from './wish.js';

/** Where it is paid: takes the order from the form to the server, and tells page and person how it went. */
export class Till implements ReactiveController {
  readonly steps: Steps;
  readonly leaving: Leaving;
  readonly focus: FocusKeeper;
  readonly #host: CheckoutHost;
  readonly #guard: StepGuard;
  readonly #wait: LongWait;
  #step: string | undefined;
  #form: { readonly subject: string; readonly it: CheckoutForm } | undefined;
  #figures: { readonly subject: string; readonly terms: string } | undefined;
  #hasNewFigures = false;
  #receipt: { readonly subject: string; readonly words: string } | undefined;

  constructor(host: CheckoutHost) {
    this.#host = host;
    this.focus = new FocusKeeper(host);
    this.leaving = new Leaving(host, () => connectionOf(host).settings.allowedOrigins);
    this.steps = new Steps(host, {
      taken: (operation) => {
        this.#goOn(operation);
      },
      failed: (error) => {
        this.#stop(error);
      },
      ended: (operation) => {
        this.#tell(operation);
      },
    });
    this.#guard = new StepGuard(host);
    this.#wait = new LongWait(host, () => this.steps.purchase.isSending);
    host.addController(this);
  }

  hostUpdate(): void {
    const { step, value } = this.steps;
    this.steps.complain();
    if (value && isReview(value)) this.#open(value);
    const shown = value && `${step} ${this.#subject}`;
    if (shown !== this.#step && shown !== undefined) this.#guard.begin();
    this.#step = shown;
  }

  /** What was filled in for this purchase; nothing of it is there for another one. */
  get form(): CheckoutForm {
    const subject = this.#subject;
    if (this.#form?.subject !== subject) {
      this.#form = { subject, it: new CheckoutForm(this.#host) };
    }
    return this.#form.it;
  }

  /** The step has stood there for a moment, and what it shows still holds. */
  get isReady(): boolean {
    return !this.#guard.holds && !this.#isOutdated;
  }

  /** The answer to an order takes long. */
  get isChecking(): boolean {
    return this.#wait.isLong;
  }

  /** The figures are others than a moment ago, without the person's doing. */
  get hasNewFigures(): boolean {
    return this.#hasNewFigures;
  }

  /** What was ordered here, in a few words. */
  get receipt(): string {
    return this.#receipt?.subject === this.#subject ? this.#receipt.words : '';
  }

  /** Where the people are who help with this purchase. */
  get contactHref(): string | undefined {
    const { account, purpose } = this.steps;
    if (!account) return undefined;
    return this.leaving.hrefOf(contactFor(account, purpose && permissionOf(account, purpose)));
  }

  /**
   * Orders what is on screen, if nothing is missing.
   * @param words - What the person has agreed to.
   * @param receipt - What is bought, in a few words.
   */
  confirm(review: Review, words: string, receipt: string): void {
    const { purchase } = this.steps;
    const { form } = this;
    if (!this.isReady || purchase.isSending) return;
    form.wasTried = true;
    const confirmation = purchase.confirmationOf(termsOf(review));
    if (!confirmation || form.missingIn(review).length > 0) {
      this.focus.next('notice');
      return;
    }
    this.#hasNewFigures = false;
    this.#receipt = { subject: this.#subject, words: receipt };
    // The button is about to be locked, and the focus would fall to the body.
    this.focus.now('progress');
    const order = orderOf(review, form.wayOf(review), returnUrl(confirmation.reference));
    void purchase.confirm(confirmation, order, words);
  }

  /** Sends once more what no answer came to. */
  sendAgain(): void {
    if (!this.isReady) return;
    this.focus.now('outcome');
    void this.steps.purchase.sendAgain();
  }

  /** Goes to the provider's page that the operation names. */
  leave(): void {
    const { value } = this.steps.watch;
    if (value) this.leaving.leave(value);
  }

  /** Asks once more how it went. */
  askAgain(): void {
    this.focus.now('outcome');
    this.steps.watch.reload();
  }

  /** Puts behind what was sent: a new confirmation begins, perhaps with another way to pay. */
  startAnew(forgetsWay: boolean): void {
    this.#hasNewFigures = false;
    this.steps.purchase.startAnew();
    this.form.askAgain({ forgetsWay });
    this.steps.reloadReview();
    this.focus.now('heading');
  }

  /** The review is on screen: from now on it has a confirmation, and other figures are said to be new. */
  #open(review: Review): void {
    const terms = termsOf(review);
    const [before, subject] = [this.#figures, this.#subject];
    this.#hasNewFigures =
      before?.subject === subject && (this.#hasNewFigures || before.terms !== terms);
    this.#figures = { subject, terms };
    this.steps.purchase.confirmationOf(terms);
  }

  #goOn(operation: Operation): void {
    this.focus.next('outcome');
    if (operation.status === 'redirect') this.leaving.leave(operation);
  }

  #stop(error: BillingError): void {
    const { code, status } = error;
    this.form.askAgain(code === 'payment_method_required' ? { mustChoose: true } : {});
    this.focus.next('notice', 'outcome');
    this.#host.dispatchEvent(new BillingErrorEvent(error, this.#host.localName));
    if (code === 'payment_failed') {
      const { purpose } = this.steps;
      this.#host.dispatchEvent(new CheckoutFailedEvent(code, undefined, purpose));
    } else if (status >= 400 && status < 500) {
      // Figures or permissions are others by now.
      this.steps.reload();
    }
  }

  #tell({ id, problem, status }: Operation): void {
    const { purpose } = this.steps;
    this.form.askAgain();
    this.#host.dispatchEvent(
      status === 'failed'
        ? new CheckoutFailedEvent(problem?.code ?? 'payment_failed', id, purpose)
        : new CheckoutCompletedEvent(status, id, purpose),
    );
  }

  /** The server has refused what is on screen, and the next figures are on their way. */
  get #isOutdated(): boolean {
    return this.steps.purchase.error !== undefined && this.steps.isReviewing;
  }

  get #subject(): string {
    return JSON.stringify(this.steps.subject ?? []);
  }
}
