import type { ReactiveController } from 'lit';

import type { BillingError } from '../../api/billing-error.js';
import { isFinal } from '../../billing/purchase.js';
import type { Operation, PaymentPurpose } from '../../billing/types.js';
import { changed } from '../../state/changes.js';
import type { Read } from '../../state/changes.js';
import { BillingCommand } from '../../state/command.js';
import {
  abandonOrder,
  Confirmation,
  operationEnded,
  sentOrderFor,
} from '../../state/confirmation.js';
import type { SentOrder, Subject } from '../../state/confirmation.js';
import { connectionOf } from '../../state/connection.js';
import type { BillingHost } from '../../state/connection.js';
import { paymentReturn, rememberDeparture } from '../../state/payment-return.js';
import type { PaymentReturn } from '../../state/payment-return.js';
import { fateOf } from '../../state/fate.js';
import { keptOrder, send } from './order.js';
import type { Order } from './order.js';

export interface PurchaseConfig {
  /** What would be bought, and by whom; `undefined` while that isn't known, or nothing is chosen. */
  subject: () => Subject | undefined;
  /** Begins the subject of every purchase of this account. */
  owner: () => Subject | undefined;
  purpose: () => PaymentPurpose | undefined;
  /** The operation that the page names itself. */
  operationId: () => string | undefined;
  /** The server has taken the order. Not called for who has left meanwhile. */
  taken: (operation: Operation) => void;
  /** The order was not taken, or nobody knows. Not called for who has left meanwhile. */
  failed: (error: BillingError) => void;
}

/** How far the purchase of one subject has come. */
interface Progress {
  readonly subject: string;
  confirmation?: { readonly terms: string; readonly it: Confirmation } | undefined;
  /** As the write answered it. */
  operation?: Operation | undefined;
  /** An order that is under way: it is followed to its end, also where another tab sees that end first. */
  followed?: { readonly confirmation: Confirmation; readonly sent: SentOrder } | undefined;
  /** Where the person came back from. */
  returned?: PaymentReturn | undefined;
  /** The operation that the person has put behind them. */
  left?: string | undefined;
  error?: BillingError | undefined;
}

/** The reads that are no longer true once something was bought. */
export const touchedReads: readonly Read[] = [
  'account',
  'subscription',
  'plans',
  'balances',
  'invoices',
  'invoice',
];

/**
 * Returns whose end was seen on this page, and by whom: the page's address still says that one comes
 * back from there, but what is opened later is a new purchase.
 */
const seenEnding = new Map<string, symbol>();

/** A purchase from its confirmation to its end, with one effect however often it is confirmed. */
export class Purchase implements ReactiveController {
  readonly #self = Symbol();
  readonly #host: BillingHost;
  readonly #config: PurchaseConfig;
  readonly #command: BillingCommand<[Order, string], Operation>;
  #progressed: Progress = { subject: '' };
  /** Until the answer is taken to heart, which is a moment longer than the command runs. */
  #sending: 'first' | 'again' | undefined;

  constructor(host: BillingHost, config: PurchaseConfig) {
    this.#host = host;
    this.#config = config;
    this.#command = new BillingCommand(host, {
      run: (client, order, idempotencyKey) => send(client, order, { idempotencyKey }),
      touches: touchedReads,
    });
    host.addController(this);
  }

  hostConnected(): void {
    // What is under way is kept by subject: coming and going changes nothing about it.
  }

  get isSending(): boolean {
    return this.#sending !== undefined;
  }

  /** Why the last order had no effect, or why nobody knows whether it had one. */
  get error(): BillingError | undefined {
    return this.#progress.error;
  }

  /** The operation as the order's own answer told it. */
  get operation(): Operation | undefined {
    return this.#progress.operation;
  }

  /** The operation to look at: of the order just sent, of the page, or that the person comes back from. */
  get operationId(): string | undefined {
    const progress = this.#progress;
    if (progress.operation) return progress.operation.id;
    const ids = [
      this.#config.operationId(),
      this.sent?.operationId,
      this.#returnOf(progress)?.operationId,
    ];
    return ids.find((id) => id !== undefined && id !== progress.left);
  }

  /** An order that was sent, from here or from another tab, and whose end was not seen here. */
  get sent(): SentOrder | undefined {
    return this.#follow(this.#progress)?.sent;
  }

  /** An order was sent, and no answer to it has come. */
  get isLost(): boolean {
    const { sent } = this;
    return sent !== undefined && sent.operationId === undefined && this.#sending !== 'first';
  }

  /** The review with these figures is on screen. */
  confirmationOf(terms: string): Confirmation | undefined {
    const subject = this.#config.subject();
    const progress = this.#progress;
    if (!subject) return undefined;
    if (progress.confirmation?.terms !== terms) {
      progress.confirmation = { terms, it: new Confirmation(subject, terms) };
    }
    return progress.confirmation.it;
  }

  /** Sends an order that the person agrees to, in these words. */
  async confirm(confirmation: Confirmation, order: Order, words: string): Promise<void> {
    if (this.isSending) return;
    const { sent } = confirmation;
    if (sent && JSON.stringify(sent.order) !== JSON.stringify(order)) {
      // Another tab has confirmed this purchase in another way: that one counts.
      this.#host.requestUpdate();
      return;
    }
    confirmation.send(order, words);
    await this.#send(confirmation, order, sent !== undefined);
  }

  /** Sends once more what was sent before, to the letter and under the same key. */
  async sendAgain(): Promise<void> {
    const purpose = this.#config.purpose();
    const followed = this.#follow(this.#progress);
    if (this.isSending || !followed || !purpose) return;
    const order = keptOrder(purpose, followed.sent.order);
    if (order) await this.#send(followed.confirmation, order, true);
    else this.startAnew();
  }

  /** Puts behind what was sent, or what became of it: the next confirmation is another one. */
  startAnew(): void {
    const subject = this.#config.subject();
    const { operationId } = this;
    if (subject) abandonOrder(subject);
    this.#progressed = { subject: this.#progress.subject, left: operationId };
    this.#host.requestUpdate();
  }

  /** An operation that was looked at is final. */
  end({ id }: Operation): void {
    const progress = this.#progress;
    const { returned } = progress;
    progress.confirmation = undefined;
    operationEnded(progress.subject, id);
    if (returned?.operationId !== id) return;
    seenEnding.set(returned.reference, this.#self);
    // The page that one comes back to need not say what was bought.
    operationEnded(returned.subject, id);
  }

  async #send(confirmation: Confirmation, order: Order, isAgain: boolean): Promise<void> {
    const progress = this.#progress;
    progress.error = undefined;
    this.#sending = isAgain ? 'again' : 'first';
    const operation = await this.#command.run(order, confirmation.key);
    const { error } = this.#command;
    this.#sending = undefined;
    if (operation) this.#take(operation, confirmation, progress);
    else if (error) this.#fail(error, confirmation, progress, isAgain);
    this.#host.requestUpdate();
  }

  #take(operation: Operation, confirmation: Confirmation, progress: Progress): void {
    progress.operation = operation;
    progress.followed = undefined;
    progress.left = undefined;
    const isHere = this.#isHere(progress);
    if (isFinal(operation) && isHere) {
      confirmation.end();
    } else {
      // Whoever has left without an answer finds it here, and not the same form once more.
      confirmation.take(operation.id);
      const { reference } = confirmation;
      rememberDeparture(reference, { operationId: operation.id, subject: progress.subject });
    }
    if (isHere) this.#config.taken(operation);
  }

  #fail(
    error: BillingError,
    confirmation: Confirmation,
    progress: Progress,
    isAgain: boolean,
  ): void {
    progress.error = error;
    const fate = fateOf(error, isAgain);
    if (fate !== 'unknown') progress.followed = undefined;
    if (fate === 'none') confirmation.withdraw();
    if (fate === 'refused') {
      confirmation.end();
      progress.confirmation = undefined;
    }
    const { client } = connectionOf(this.#host);
    // Whether it had effect is best seen where that would show.
    if (fate === 'unknown' && client) changed(client, touchedReads);
    if (this.#isHere(progress)) this.#config.failed(error);
  }

  /** Whether what is on screen is still the same purchase. */
  #isHere(progress: Progress): boolean {
    return this.#host.isConnected && this.#progress === progress;
  }

  /** Nothing of one purchase, or of one account, is ever told of another. */
  get #progress(): Progress {
    const subject = JSON.stringify(this.#config.subject() ?? []);
    if (this.#progressed.subject !== subject) this.#progressed = { subject };
    return this.#progressed;
  }

  #follow(progress: Progress): Progress['followed'] {
    const subject = this.#config.subject();
    const sent = subject && sentOrderFor(subject);
    if (sent) progress.followed = { confirmation: new Confirmation(subject), sent };
    return progress.followed;
  }

  #returnOf(progress: Progress): PaymentReturn | undefined {
    if (progress.returned) return progress.returned;
    const owner = this.#config.owner();
    const found = owner && paymentReturn();
    if (!found || (seenEnding.get(found.reference) ?? this.#self) !== this.#self) return undefined;
    const isMeant = this.#config.subject()
      ? found.subject === progress.subject
      : found.subject.startsWith(JSON.stringify(owner).slice(0, -1));
    if (isMeant) progress.returned = found;
    return progress.returned;
  }
}
