import type { BillingError } from '../../api/billing-error.js';
import type { Account, Operation, PaymentPurpose } from '../../billing/types.js';
import type { SentOrder, Subject } from '../../state/confirmation.js';
import { connectionOf } from '../../state/connection.js';
import { OperationWatch } from '../../state/operation-watch.js';
import { isReturn } from '../../state/payment-return.js';
import { BillingQuery } from '../../state/query.js';
import type { Loadable } from '../../state/query.js';
import { loadReview } from './load-review.js';
import type { Outcome } from './outcome.view.js';
import { Purchase, touchedReads } from './purchase.js';
import type { PurchaseConfig } from './purchase.js';
import type { Nothing, Review } from './review.js';
import { complaintsOf, wishOf } from './wish.js';
import type { CheckoutHost, Wish } from './wish.js';

/** What is on screen: the review, how it went, that nobody knows how it went, or why there is nothing. */
export type Shown =
  | Review
  | Nothing
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'lost'; readonly sent: SentOrder };

export interface StepsConfig extends Pick<PurchaseConfig, 'taken' | 'failed'> {
  /** An operation has come to its end, whoever began it. */
  ended: (operation: Operation) => void;
}

type Step = 'account' | 'declined' | 'outcome' | 'lost' | 'review';

/** Knows which step a purchase has come to, and asks for what is shown there. */
export class Steps implements Loadable<Shown> {
  readonly purchase: Purchase;
  readonly watch: OperationWatch;
  readonly #host: CheckoutHost;
  readonly #account: BillingQuery<Account, []>;
  readonly #review: BillingQuery<Review | Nothing, [Wish]>;
  readonly #complaints = new Set<string>();
  #wish: Wish | undefined;

  constructor(host: CheckoutHost, config: StepsConfig) {
    this.#host = host;
    this.#account = new BillingQuery(host, {
      args: () => [],
      load: (client, options) => client.account(options),
    });
    this.purchase = new Purchase(host, {
      subject: () => this.subject,
      owner: () => this.#owner,
      purpose: () => this.purpose,
      operationId: () => host.operationId ?? undefined,
      taken: config.taken,
      failed: config.failed,
    });
    this.watch = new OperationWatch(host, {
      id: () => (this.#account.value ? this.purchase.operationId : undefined),
      known: () => this.purchase.operation,
      touches: touchedReads,
      ended: (operation) => {
        this.purchase.end(operation);
        config.ended(operation);
      },
    });
    this.#review = new BillingQuery(host, {
      args: () => {
        const { step, wish } = this;
        return wish && (step === 'account' || step === 'review') ? [wish] : undefined;
      },
      load: (client, options, [wish]) => loadReview(client, options, wish),
    });
  }

  get account(): Account | undefined {
    return this.#account.value;
  }

  get purpose(): PaymentPurpose | undefined {
    return this.wish?.purpose;
  }

  /** What the page wants bought; the same object as long as it says the same. */
  get wish(): Wish | undefined {
    const wish = wishOf(this.#host);
    if (JSON.stringify(wish) !== JSON.stringify(this.#wish)) this.#wish = wish;
    return this.#wish;
  }

  /** What is confirmed: two that differ are two purchases. */
  get subject(): Subject | undefined {
    const [owner, wish] = [this.#owner, this.wish];
    if (!owner || !wish) return undefined;
    const { amount, autoTopUp, id, purpose } = wish;
    return [...owner, purpose, id, amount ?? '', JSON.stringify(autoTopUp ?? null)];
  }

  get step(): Step {
    if (!this.#account.value) return 'account';
    if (this.purchase.error?.code === 'payment_failed') return 'declined';
    if (this.purchase.operationId !== undefined) return 'outcome';
    return this.purchase.isLost ? 'lost' : 'review';
  }

  get value(): Shown | undefined {
    switch (this.step) {
      case 'account':
        return undefined;
      case 'declined':
        return { kind: 'outcome', outcome: { status: 'failed', problem: this.#problem } };
      case 'outcome': {
        const { value } = this.watch;
        return value && { kind: 'outcome', outcome: value };
      }
      case 'lost': {
        const { sent } = this.purchase;
        return sent && { kind: 'lost', sent };
      }
      case 'review':
        return this.wish ? this.#review.value : this.#unknown;
    }
  }

  get answeredAt(): number | undefined {
    return this.#source?.answeredAt;
  }

  get error(): BillingError | undefined {
    return this.#source?.error;
  }

  get pending(): boolean {
    return this.#source?.pending ?? false;
  }

  get retryAt(): number | undefined {
    return this.#source?.retryAt;
  }

  /** Asks for all again; what is shown stays. */
  reload(): void {
    this.#account.reload();
    if (this.step === 'outcome') this.watch.reload();
    else this.reloadReview();
  }

  /** Asks for the figures again. */
  reloadReview(): void {
    this.#review.reload();
  }

  /** Figures are on their way that will stand in for those on screen. */
  get isReviewing(): boolean {
    return this.#review.pending;
  }

  /** Tells the page's author what it has written that means nothing, each once. */
  complain(): void {
    for (const complaint of complaintsOf(this.#host)) {
      if (this.#complaints.has(complaint)) continue;
      this.#complaints.add(complaint);
      console.warn(`<${this.#host.localName}> ${complaint}`);
    }
  }

  /** Whose purchases these are. Where a session names the account, its base alone would not say. */
  get #owner(): Subject | undefined {
    const account = this.#account.value;
    const { apiBase } = connectionOf(this.#host).settings;
    if (!account) return undefined;
    const base = apiBase === undefined ? 'client' : new URL(apiBase, document.baseURI).href;
    return [base, account.id];
  }

  /** What the present step depends on. */
  get #source(): Loadable | undefined {
    switch (this.step) {
      case 'account':
        return this.#account;
      case 'outcome':
        return this.watch;
      case 'review':
        return this.wish ? this.#review : undefined;
      default:
        return undefined;
    }
  }

  get #problem(): NonNullable<Outcome['problem']> {
    const { error } = this.purchase;
    return (
      error?.problem ?? { type: 'about:blank', status: error?.status ?? 0, code: 'payment_failed' }
    );
  }

  get #unknown(): Nothing {
    return { kind: 'nothing', why: isReturn() ? 'unknown_return' : 'nothing_chosen' };
  }
}
