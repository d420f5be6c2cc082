import type { ReactiveElement } from 'lit';

import type { PaymentOption } from '../../billing/types.js';
import type { Field } from './payment.view.js';
import { isUnfit, needsWay, termsOf } from './review.js';
import type { Review } from './review.js';

/** What a person has filled in on the payment page. It outlives a refusal, but not another purchase. */
export class CheckoutForm {
  /** The person wanted to go on, so what is missing is said. */
  wasTried = false;
  readonly #host: ReactiveElement;
  #chosen: string | undefined;
  #agreedTo: string | undefined;
  /** The server wants a way to pay although nothing is charged now. */
  #mustChoose = false;

  constructor(host: ReactiveElement) {
    this.#host = host;
  }

  /** The ways to choose from; none where there is nothing to choose. */
  waysOf(review: Review): readonly PaymentOption[] {
    return needsWay(review) || this.#mustChoose ? (review.ways?.items ?? []) : [];
  }

  /** The way that the person has chosen, else the one that the server suggests. */
  wayOf(review: Review): PaymentOption | undefined {
    const ways = this.waysOf(review).filter((way) => !isUnfit(way, review));
    const suggested = ways.find((way) => way.default) ?? (ways.length === 1 ? ways[0] : undefined);
    return this.#chosen === undefined ? suggested : ways.find(({ id }) => id === this.#chosen);
  }

  /** Agreement is to these figures and this way to pay; others need another. */
  isAgreed(review: Review): boolean {
    return this.#agreedTo === this.#agreement(review);
  }

  missingIn(review: Review): Field[] {
    // What is agreed to depends on the way, so that comes first.
    if (this.waysOf(review).length > 0 && !this.wayOf(review)) return ['way'];
    return this.isAgreed(review) ? [] : ['consent'];
  }

  choose({ id }: PaymentOption): void {
    this.#chosen = id;
    this.#host.requestUpdate();
  }

  agree(review: Review, isAgreed: boolean): void {
    this.#agreedTo = isAgreed ? this.#agreement(review) : undefined;
    this.#host.requestUpdate();
  }

  /** The agreement was used, or is no longer to the point: it is asked for again. */
  askAgain({ forgetsWay = false, mustChoose = this.#mustChoose } = {}): void {
    this.wasTried = false;
    this.#agreedTo = undefined;
    this.#mustChoose = mustChoose;
    // An empty choice, not the suggested one: the person is to choose another.
    if (forgetsWay) this.#chosen = '';
    this.#host.requestUpdate();
  }

  #agreement(review: Review): string {
    return JSON.stringify([termsOf(review), this.wayOf(review)?.id]);
  }
}
