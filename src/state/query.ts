import { initialState, shallowArrayEquals, Task, TaskStatus } from '@lit/task';
import type { ReactiveController } from 'lit';

import type { BillingApi, CallOptions } from '../api/billing-api.js';
import { BillingError } from '../api/billing-error.js';
import { whileShowing } from './changes.js';
import type { Read, Reader } from './changes.js';
import { connectionOf } from './connection.js';
import type { BillingConnection, BillingHost } from './connection.js';
import { onDeparture } from './departure.js';
import { whilePageLives } from './page-life.js';

/** Something that is asked for over the network, as a view may know it. */
export interface Loadable<Value = unknown> {
  /** The last good answer to the present question. */
  readonly value: Value | undefined;
  /** When that answer came, in milliseconds since 1970. */
  readonly answeredAt: number | undefined;
  /** Why the last try failed; `undefined` once one has succeeded. */
  readonly error: BillingError | undefined;
  /** A request is on its way. */
  readonly pending: boolean;
  /** When a failed request is sent again without anybody asking, in milliseconds since 1970. */
  readonly retryAt: number | undefined;
  reload(): void;
}

export interface BillingQueryConfig<Value, Args extends readonly unknown[]> {
  /** What the answer depends on beside the account; `undefined` while there is nothing to ask. */
  args: () => Args | undefined;
  load: (client: BillingApi, options: CallOptions, args: Args) => Promise<Value>;
}

type Question<Args extends readonly unknown[]> = readonly [BillingApi, ...Args];

interface Outcome<Args extends readonly unknown[]> {
  readonly question: Question<Args>;
  readonly at: number;
}

/** An answer this young is not asked for again when the person comes back to the page. */
const freshFor = 60_000;
/** Elements must not all call in the instant in which the network is back. */
const onlineSpread = 1_000;
/** Nor is it asked again at once, and on and on, where it says that at once will do. */
const shortestWait = 5;
/** Each failure that is repeated after another one doubles the shortest wait, up to this. */
const longestShortestWait = 60;
/** What the server asks beyond this is not waited for: people come back before, or press the button. */
const longestWait = 600;

/**
 * Asks for a value whenever the account or the arguments change.
 *
 * It adds to `Task` what a widget on a live page needs: a value is shown for the question it
 * answers and no other, it outlives a reload and the failure of one, and a request in flight is
 * given up when the host leaves the document.
 */
export class BillingQuery<Value, const Args extends readonly unknown[] = readonly []>
  implements ReactiveController, Loadable<Value>, Reader
{
  readonly #host: BillingHost;
  readonly #connection: BillingConnection;
  readonly #config: BillingQueryConfig<Value, Args>;
  readonly #task: Task<readonly unknown[], Value>;
  readonly reads = new Set<Read>();
  #attempt = 0;
  #answer: (Outcome<Args> & { readonly value: Value }) | undefined;
  #failure: (Outcome<Args> & { readonly error: BillingError; readonly wait: number }) | undefined;
  #stopListening: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retryAt: number | undefined;

  constructor(host: BillingHost, config: BillingQueryConfig<Value, Args>) {
    this.#host = host;
    this.#connection = connectionOf(host);
    this.#config = config;
    this.#task = new Task(host, {
      args: () => [this.#attempt, ...(this.#question() ?? [])],
      task: (_args, { signal }) => this.#ask(signal),
    });
    host.addController(this);
  }

  get client(): BillingApi | undefined {
    return this.#connection.client;
  }

  get value(): Value | undefined {
    return this.#current(this.#answer)?.value;
  }

  get answeredAt(): number | undefined {
    return this.#current(this.#answer)?.at;
  }

  get error(): BillingError | undefined {
    return this.#current(this.#failure)?.error;
  }

  get pending(): boolean {
    return this.#task.status === TaskStatus.PENDING;
  }

  get retryAt(): number | undefined {
    return this.error && this.#retryAt;
  }

  reload(): void {
    this.#stopWaiting();
    this.#attempt += 1;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    const stopLiving = whilePageLives({
      returned: () => {
        const isFresh = !this.error && Date.now() - (this.answeredAt ?? 0) < freshFor;
        if (!isFresh && !this.pending) this.reload();
      },
      online: () => {
        if (this.error?.status === 0) this.#reloadAfter(Math.random() * onlineSpread);
      },
    });
    this.#stopListening = [stopLiving, whileShowing(this)];
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    for (const stop of this.#stopListening) stop();
    onDeparture(this.#host, () => {
      this.#stopWaiting();
      if (!this.pending) return;
      this.#task.abort();
      this.#attempt += 1; // or a host that is soon back would wait for the aborted one
    });
  }

  /** Whom to ask, and what. A detached host asks nothing, whatever it still renders. */
  #question(): Question<Args> | undefined {
    const { client } = this.#connection;
    const args = this.#config.args();
    return this.#host.isConnected && client && args ? [client, ...args] : undefined;
  }

  #current<Known extends Outcome<Args>>(outcome: Known | undefined): Known | undefined {
    const question = outcome && this.#question();
    return question && shallowArrayEquals<readonly unknown[]>(outcome.question, question)
      ? outcome
      : undefined;
  }

  async #ask(signal: AbortSignal): Promise<Value | typeof initialState> {
    const question = this.#question();
    if (!question) return initialState;
    const [client, ...args] = question;
    try {
      const value = await this.#config.load(noting(client, this.reads), { signal }, args);
      signal.throwIfAborted();
      this.#answer = { question, value, at: Date.now() };
      this.#failure = undefined;
      return value;
    } catch (cause) {
      if (signal.aborted) throw cause;
      const error = BillingError.from(cause);
      const { retryable, retryAfter = Infinity } = error;
      const isRepeated = retryable && retryAfter <= longestWait;
      const doubled = 2 * (this.#current(this.#failure)?.wait ?? 0);
      const wait = isRepeated ? Math.min(Math.max(doubled, shortestWait), longestShortestWait) : 0;
      this.#failure = { question, error, wait, at: Date.now() };
      if (error.refused) this.#answer = undefined;
      if (isRepeated) this.#reloadAfter(Math.max(retryAfter, wait) * 1000);
      throw error;
    }
  }

  #reloadAfter(milliseconds: number): void {
    this.#stopWaiting();
    this.#retryAt = Date.now() + milliseconds;
    this.#timer = setTimeout(() => {
      this.reload();
    }, milliseconds);
  }

  #stopWaiting(): void {
    clearTimeout(this.#timer);
    this.#retryAt = undefined;
  }
}

/** The client, with a note of what is read from it: a change elsewhere must find who shows it. */
function noting<Client extends BillingApi>(client: Client, reads: Set<Read>): Client {
  return new Proxy(client, {
    get: (api, name) => {
      reads.add(name as Read);
      return api[name as keyof Client];
    },
  });
}
