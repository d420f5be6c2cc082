import type { ReactiveController } from 'lit';

import type { BillingError } from '../api/billing-error.js';
import { isFinal } from '../billing/purchase.js';
import type { Operation } from '../billing/types.js';
import { changed } from './changes.js';
import type { Read } from './changes.js';
import { connectionOf } from './connection.js';
import type { BillingHost } from './connection.js';
import { whilePageLives } from './page-life.js';
import { BillingQuery } from './query.js';
import type { Loadable } from './query.js';

export interface OperationWatchConfig {
  /** Which operation; `undefined` while there is none. */
  id: () => string | undefined;
  /** The operation as the write answered it, so that it need not be asked for at once. */
  known: () => Operation | undefined;
  /** The reads that are no longer true once the operation is final. */
  touches: readonly Read[];
  /** It has come to its end; called once for each operation that was watched to it. */
  ended: (operation: Operation) => void;
}

/** Milliseconds between two questions: doubled each time, up to the second figure. */
const firstWait = 1_000;
const longestWait = 30_000;
/** After so long without an end nothing more is asked unless somebody wants it. */
const patience = 5 * 60_000;

/**
 * Asks how an operation went until it is final: less and less often, not while nobody sees the page,
 * and not for ever.
 */
export class OperationWatch implements ReactiveController, Loadable<Operation> {
  readonly #host: BillingHost;
  readonly #config: OperationWatchConfig;
  readonly #query: BillingQuery<Operation, [string]>;
  #watched: string | undefined;
  #ended: string | undefined;
  #askedFrom = 0;
  #wait = firstWait;
  /** The write's own answer is worth a moment before the server is asked again. */
  #isDue = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopListening: (() => void) | undefined;

  constructor(host: BillingHost, config: OperationWatchConfig) {
    this.#host = host;
    this.#config = config;
    // Before the query is: it asks in the update in which this finds out what to ask for.
    host.addController(this);
    this.#query = new BillingQuery(host, {
      args: () => {
        const id = this.#isDue ? config.id() : undefined;
        return id === undefined ? undefined : [id];
      },
      load: (client, options, [id]) => client.operation(id, options),
    });
  }

  get value(): Operation | undefined {
    const known = this.#config.known();
    const asked = this.#query.value;
    return asked && !(known && isFinal(known)) ? asked : known;
  }

  get answeredAt(): number | undefined {
    return this.#query.answeredAt;
  }

  get error(): BillingError | undefined {
    return this.value && isFinal(this.value) ? undefined : this.#query.error;
  }

  get pending(): boolean {
    return this.#query.pending;
  }

  get retryAt(): number | undefined {
    return this.#query.retryAt;
  }

  /** It is not final, and nobody asks any more. */
  get hasGivenUp(): boolean {
    return this.#isOpen && this.#askedFrom > 0 && Date.now() - this.#askedFrom >= patience;
  }

  reload(): void {
    this.#begin();
    this.#isDue = true;
    this.#query.reload();
  }

  hostConnected(): void {
    this.#begin();
    this.#stopListening = whilePageLives({
      returned: () => {
        if (this.#isOpen) this.reload();
      },
    });
  }

  hostDisconnected(): void {
    this.#stopListening?.();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  hostUpdate(): void {
    const id = this.#config.id();
    if (id === this.#watched) return;
    this.#watched = id;
    this.#begin();
    this.#isDue = id !== undefined && this.#config.known()?.id !== id;
  }

  hostUpdated(): void {
    this.#end();
    if (this.#isOpen && !this.#query.pending && this.#timer === undefined) this.#askLater();
  }

  /** There is an operation, and something may still become of it. */
  get #isOpen(): boolean {
    const { error, value } = this;
    const isUnknown = error !== undefined && (error.refused || error.status === 404);
    return this.#watched !== undefined && !isUnknown && !(value && isFinal(value));
  }

  #begin(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#askedFrom = Date.now();
    this.#wait = firstWait;
  }

  #askLater(): void {
    if (!this.#host.isConnected || document.visibilityState === 'hidden' || this.hasGivenUp) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.hasGivenUp || document.visibilityState === 'hidden') {
        this.#host.requestUpdate();
        return;
      }
      this.#isDue = true;
      this.#query.reload();
    }, this.#wait);
    this.#wait = Math.min(this.#wait * 2, longestWait);
  }

  #end(): void {
    const { value } = this;
    if (!value || !isFinal(value) || value.id === this.#ended || value.id !== this.#watched) return;
    this.#ended = value.id;
    const { client } = connectionOf(this.#host);
    // What the write itself has answered was told then.
    if (client && value !== this.#config.known()) changed(client, this.#config.touches);
    this.#config.ended(value);
  }
}
