import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveElement, TemplateResult } from 'lit';

import type { Speech } from '../i18n/locale.js';
import type { Loadable } from '../state/query.js';
import { BillingErrorEvent } from './faces.events.js';

type Failure = NonNullable<Loadable['error']>;

/** How one part of an element stands, where the rest has its own face: on its way, failed, or there. */
export class PartFace<Value> implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #source: Loadable<Value>;
  #reported: Failure | undefined;

  constructor(host: ReactiveElement, source: Loadable<Value>) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostUpdated(): void {
    const { error } = this.#source;
    if (!error || error === this.#reported) return;
    this.#reported = error;
    this.#host.dispatchEvent(new BillingErrorEvent(error, this.#host.localName));
  }

  /**
   * The part, once it is there; it stays while it is asked for again, and where that fails.
   * @param handFocusOn - Called when "Try again" is about to go.
   */
  render(
    { messages }: Speech,
    show: (value: Value) => unknown,
    handFocusOn: () => void,
  ): TemplateResult {
    const { error, pending, value } = this.#source;
    const failure = pending ? undefined : error;
    const isLoading = value === undefined && !failure;
    return html`
      <div role="status" class=${isLoading ? 'muted' : 'visually-hidden'}>
        ${isLoading ? messages.loading : nothing}
      </div>
      <div role="alert" class=${failure ? 'notice danger' : 'visually-hidden'}>
        ${failure ? this.#renderFailure(failure, messages, handFocusOn) : nothing}
      </div>
      ${value === undefined ? nothing : show(value)}
    `;
  }

  #renderFailure(
    { code, requestId, status }: Failure,
    messages: Speech['messages'],
    handFocusOn: () => void,
  ) {
    const retry = () => {
      handFocusOn();
      this.#source.reload();
    };
    return html`
      <bdi>${messages.errors[code] ?? messages.otherError(code)}</bdi>
      ${requestId ? html`<bdi class="muted">${messages.requestId(requestId)}</bdi>` : nothing}
      ${
        status === 403
          ? nothing
          : html`<button part="retry button" class="button" type="button" @click=${retry}>
              ${messages.retry}
            </button>`
      }
    `;
  }
}
