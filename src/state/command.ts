import type { ReactiveController } from 'lit';

import type { BillingApi } from '../api/billing-api.js';
import { BillingError } from '../api/billing-error.js';
import { changed } from './changes.js';
import type { Read } from './changes.js';
import { connectionOf } from './connection.js';
import type { BillingHost } from './connection.js';

export interface BillingCommandConfig<Args extends readonly unknown[], Result> {
  run: (client: BillingApi, ...args: Args) => Promise<Result>;
  /** The reads that are no longer true once it has run. */
  touches: readonly Read[];
}

/**
 * Does something at the server because a person asked for it. While it runs it does not run twice;
 * afterwards whatever it touches is asked for again, in every widget on the page.
 */
export class BillingCommand<
  const Args extends readonly unknown[],
  Result,
> implements ReactiveController {
  /** Why the last run failed; `undefined` while it runs and once it has succeeded. */
  error: BillingError | undefined;
  readonly #host: BillingHost;
  readonly #config: BillingCommandConfig<Args, Result>;
  #running: Promise<Result | undefined> | undefined;

  constructor(host: BillingHost, config: BillingCommandConfig<Args, Result>) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  hostConnected(): void {
    // A command belongs to what the person did: coming and going starts and stops nothing.
  }

  get pending(): boolean {
    return this.#running !== undefined;
  }

  /**
   * Runs it, or answers with the run that is on its way.
   * @returns the result, or `undefined` where it failed: then `error` tells why
   */
  run(...args: Args): Promise<Result | undefined> {
    this.#running ??= this.#run(args).finally(() => {
      this.#running = undefined;
      this.#host.requestUpdate();
    });
    this.#host.requestUpdate();
    return this.#running;
  }

  /** Forgets the last failure, because the person goes on. */
  forget(): void {
    this.error = undefined;
    this.#host.requestUpdate();
  }

  async #run(args: Args): Promise<Result | undefined> {
    this.error = undefined;
    const { client } = connectionOf(this.#host);
    if (!client) return undefined;
    try {
      const result = await this.#config.run(client, ...args);
      changed(client, this.#config.touches);
      return result;
    } catch (cause) {
      this.error = BillingError.from(cause);
      // What was refused because the state has moved on is shown as it is now.
      if (this.error.code === 'conflict') changed(client, this.#config.touches);
      return undefined;
    }
  }
}
