/** Ends a subscription once for one confirmation, whatever gets lost on the way. */
import type { BillingApi } from '../api/billing-api.js';
import { BillingError } from '../api/billing-error.js';
import { fields, text } from '../api/read.js';
import type { Read } from '../api/read.js';
import { isFinal } from '../billing/purchase.js';
import { hasEnded } from '../billing/subscription-end.js';
import type { Account, Cancellation, Operation, Slot, Subscription } from '../billing/types.js';
import { changed } from './changes.js';
import { BillingCommand } from './command.js';
import { Confirmation, sentOrderFor } from './confirmation.js';
import type { Subject } from './confirmation.js';
import { connectionOf } from './connection.js';
import type { BillingHost } from './connection.js';
import { fateOf } from './fate.js';

/** What is ended, as it was when the person was asked. */
export interface PlanEndSubject {
  readonly account: Account;
  readonly subscription: Subscription;
}

/** How it went, where it went well. */
export interface PlanEndOutcome {
  /** `completed`, `scheduled`, or `pending` where the server still works at it. */
  readonly status: string;
  /** From when it has ended, where that is known. */
  readonly at: string | undefined;
}

const touches = ['account', 'subscription', 'plans', 'balances', 'invoices'] as const;

const readWhen: Read<Cancellation['when']> = (value) =>
  value === 'now' || value === 'period_end' ? value : undefined;

const readWish = fields({ when: readWhen }, { reason: text, comment: text });

export class PlanEnd {
  readonly #host: BillingHost;
  readonly #slot: Slot;
  readonly #command: BillingCommand<[PlanEndSubject, Cancellation], PlanEndOutcome>;

  constructor(host: BillingHost, slot: Slot) {
    this.#host = host;
    this.#slot = slot;
    this.#command = new BillingCommand(host, {
      run: (client, subject, wish) => this.#run(client, subject, wish),
      touches,
    });
  }

  get pending(): boolean {
    return this.#command.pending;
  }

  /** Why it was not ended, or is not known to be. */
  get error(): BillingError | undefined {
    return this.#command.error;
  }

  forget(): void {
    this.#command.forget();
  }

  /** What was sent before, by this page or another tab, and is not known to have arrived: nothing else may be sent. */
  sentFor(subject: PlanEndSubject): Cancellation | undefined {
    const sent = sentOrderFor(this.#subjectOf(subject));
    return sent && readWish(sent.order, { path: [], aside: [], wrong: '' });
  }

  /** Ends it as the person wishes, or as was sent before. `undefined` where it failed: then `error` tells why. */
  end(subject: PlanEndSubject, wish: Cancellation): Promise<PlanEndOutcome | undefined> {
    return this.#command.run(subject, wish);
  }

  async #run(
    client: BillingApi,
    subject: PlanEndSubject,
    wish: Cancellation,
  ): Promise<PlanEndOutcome> {
    // The key comes first: what another tab confirms from now on has the same one, and what it has
    // confirmed before is seen in what the server says next.
    const confirmation = new Confirmation(this.#subjectOf(subject));
    const found = await this.#endFound(client, subject);
    if (found) {
      confirmation.end();
      return found;
    }
    const isAgain = confirmation.sent !== undefined;
    let operation: Operation;
    try {
      operation = await this.#send(client, subject, confirmation, wish);
    } catch (cause) {
      const error = BillingError.from(cause);
      const outcome = await this.#fateOf(error, client, subject, confirmation, isAgain);
      if (outcome) return outcome;
      throw error;
    }
    const { effectiveAt: at, id, problem, status } = operation;
    if (!isFinal(operation)) {
      confirmation.take(id);
      return { status, at };
    }
    confirmation.end();
    if (status === 'failed') throw new BillingError(problem?.code ?? 'conflict', { status: 409 });
    if (!isAgain) return { status, at };
    // The answer to what was sent long ago is an old one: since then it may have been undone.
    const outcome = await this.#endFound(client, subject);
    if (!outcome) throw new BillingError('conflict', { status: 409 });
    return outcome;
  }

  /** What was taken is asked after, what was sent is sent once more to the letter, and else what is wished. */
  #send(
    client: BillingApi,
    subject: PlanEndSubject,
    confirmation: Confirmation,
    wish: Cancellation,
  ): Promise<Operation> {
    const taken = confirmation.sent?.operationId;
    if (taken !== undefined) return client.operation(taken);
    const order = this.sentFor(subject) ?? wish;
    confirmation.send(order, '');
    return client.cancelSubscription(this.#slot, order, { idempotencyKey: confirmation.key });
  }

  /** @returns how it went after all, where the server shows that */
  async #fateOf(
    error: BillingError,
    client: BillingApi,
    subject: PlanEndSubject,
    confirmation: Confirmation,
    isAgain: boolean,
  ): Promise<PlanEndOutcome | undefined> {
    const fate = fateOf(error, isAgain);
    if (fate === 'refused') {
      confirmation.end();
      return undefined;
    }
    if (fate === 'none') confirmation.withdraw();
    // Whether it had effect is best seen where that would show.
    const outcome = await this.#endFound(client, subject).catch(() => undefined);
    if (outcome) confirmation.end();
    else changed(client, touches);
    return outcome;
  }

  /** Asks the server whether it has ended, or will. */
  async #endFound(
    client: BillingApi,
    { subscription }: PlanEndSubject,
  ): Promise<PlanEndOutcome | undefined> {
    const now = await client.subscription(this.#slot);
    if (!hasEnded(subscription, now)) return undefined;
    return now.scheduled
      ? { status: 'scheduled', at: now.scheduled.at }
      : { status: 'completed', at: undefined };
  }

  #subjectOf({ account, subscription }: PlanEndSubject): Subject {
    return [
      connectionOf(this.#host).settings.apiBase,
      account.id,
      'cancelSubscription',
      this.#slot,
      subscription.plan?.id,
      subscription.period?.end,
    ];
  }
}
