import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveElement, TemplateResult } from 'lit';

import type { Locale } from '../i18n/locale.js';
import { BillingErrorEvent } from './faces.events.js';

/** A part of an element whose code is fetched when it is first needed. */
export class LazyPart<Value> implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #load: () => Promise<Value>;
  #loading: Promise<void> | undefined;
  #hasFailed = false;
  #value: Value | undefined;

  constructor(host: ReactiveElement, load: () => Promise<Value>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {
    // Code that is on its way belongs to the page: coming and going starts and stops nothing.
  }

  /** What was fetched; `undefined` until it is there. */
  get value(): Value | undefined {
    return this.#value;
  }

  /** Fetches it, unless it is there or on its way. Browsers ask again for what has failed. */
  start(): void {
    if (this.#value !== undefined || this.#loading) return;
    this.#hasFailed = false;
    this.#loading = this.#fetch();
    this.#host.requestUpdate();
  }

  /**
   * The part, once it is there.
   * @param handFocusOn - Called when "Try again" is about to go.
   */
  render(
    { messages }: Locale,
    show: (value: Value) => unknown,
    handFocusOn: () => void,
  ): TemplateResult {
    const retry = () => {
      handFocusOn();
      this.start();
    };
    const isLoading = this.#value === undefined && !this.#hasFailed;
    return html`
      <div role="status" class=${isLoading ? 'muted' : 'visually-hidden'}>
        ${isLoading ? messages.loading : nothing}
      </div>
      <div role="alert" class=${this.#hasFailed ? 'notice danger' : 'visually-hidden'}>
        ${
          this.#hasFailed
            ? html`<span>${messages.errors['module_failed']}</span>
                <button part="retry" class="button" type="button" @click=${retry}>
                  ${messages.retry}
                </button>`
            : nothing
        }
      </div>
      ${this.#value === undefined ? nothing : show(this.#value)}
    `;
  }

  async #fetch(): Promise<void> {
    try {
      this.#value = await this.#load();
    } catch {
      this.#hasFailed = true;
      const failure = {
        code: 'module_failed',
        status: 0,
        requestId: undefined,
        retryable: true,
      } as const;
      this.#host.dispatchEvent(new BillingErrorEvent(failure, this.#host.localName));
    }
    this.#loading = undefined;
    this.#host.requestUpdate();
  }
}
