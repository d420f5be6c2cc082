import type { ReactiveController, ReactiveElement } from 'lit';

import { BillingError } from '../api/billing-error.js';
import type { Loadable } from './query.js';

/** Code that is fetched beside the page, and used once it is there. */
export class LazyModule<Module> implements ReactiveController, Loadable<Module> {
  readonly answeredAt = undefined;
  readonly retryAt = undefined;
  value: Module | undefined;
  error: BillingError | undefined;
  readonly #host: ReactiveElement;
  readonly #load: () => Promise<Module>;
  #loading: Promise<void> | undefined;

  constructor(host: ReactiveElement, load: () => Promise<Module>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  /** What is there once the present try has ended; `undefined` where it has failed. */
  get loaded(): Promise<Module | undefined> {
    return Promise.resolve(this.#loading).then(() => this.value);
  }

  get pending(): boolean {
    return this.#loading !== undefined;
  }

  hostConnected(): void {
    // Code on its way belongs to the page, not to the element: leaving stops nothing.
  }

  /** Fetches it, unless it is there, on its way, or has failed. */
  start(): void {
    if (this.value === undefined && !this.error) this.reload();
  }

  /** Fetches it again after a failure. */
  reload(): void {
    if (this.value !== undefined) return;
    this.#loading ??= this.#fetch();
    this.#host.requestUpdate();
  }

  async #fetch(): Promise<void> {
    try {
      this.value = await this.#load();
      this.error = undefined;
    } catch (cause) {
      this.error = new BillingError('module_failed', { retryable: true, cause });
    }
    this.#loading = undefined;
    this.#host.requestUpdate();
  }
}
