/** What is looked at before anybody agrees: what is bought, what it costs, and the ways to pay. */
import { isFree } from '../../billing/purchase.js';
import type { TopUp } from '../../billing/purchase.js';
import type {
  Account,
  AutoTopUpRequest,
  Balance,
  ChangePreview,
  InvoiceDetail,
  Money,
  PaymentOption,
  PaymentOptions,
  Plan,
  Slot,
  When,
} from '../../billing/types.js';

/** Why nothing can be bought, where that is no failure: a key of the page's words for it. */
export interface Nothing {
  readonly kind: 'nothing';
  readonly why: string;
}

interface Common {
  readonly account: Account;
  /** What is charged once it is confirmed; `undefined` where the server can't say. */
  readonly due: Money | undefined;
  /** `undefined` where the server leaves no choice: it charges what is on file. */
  readonly ways: PaymentOptions | undefined;
}

export interface PlanReview extends Common {
  readonly kind: 'plan';
  readonly slot: Slot;
  readonly plan: Plan;
  readonly current: Plan | undefined;
  readonly when: When;
  readonly preview: ChangePreview | undefined;
}

export interface TopUpReview extends Common {
  readonly kind: 'top_up';
  readonly balance: Balance;
  readonly topUp: TopUp;
  readonly autoTopUp: AutoTopUpRequest | undefined;
}

export interface InvoiceReview extends Common {
  readonly kind: 'invoice';
  readonly invoice: InvoiceDetail;
}

export type Review = PlanReview | TopUpReview | InvoiceReview;

/** The figures that somebody agrees to, as text: others need another agreement. */
export function termsOf(review: Review): string {
  if (review.kind !== 'plan') return JSON.stringify(review.due);
  const { due, preview, when } = review;
  const { exact, lines = [], next, tax } = preview ?? {};
  return JSON.stringify([when, due, tax, next?.amount, exact, lines.map(({ amount }) => amount)]);
}

/** Whether a way to pay has to be chosen before it goes on. */
export function needsWay({ due, ways }: Review): boolean {
  return ways !== undefined && !(due && isFree(due));
}

/** Whether a way to pay cannot do what is asked for beside the purchase. */
export function isUnfit(way: PaymentOption, review: Review): boolean {
  return review.kind === 'top_up' && review.autoTopUp?.enabled === true && !way.autoTopUp;
}

/** Whether what is shown is a review, not an outcome or a reason why there is none. */
export function isReview(shown: { readonly kind: string }): shown is Review {
  return shown.kind === 'plan' || shown.kind === 'top_up' || shown.kind === 'invoice';
}
