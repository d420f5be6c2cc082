import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { CheckoutOrder } from '../../billing/checkout-order.js';
import type { BillingHost } from '../../state/connection.js';
import { LazyModule } from '../../state/lazy-module.js';
import { everyPart } from '../../ui/every-part.js';
import { PartFace } from '../../ui/part-face.js';
import type { DialogLocale } from '../../ui/checkout/dialog-locale.js';

/** How a purchase ended, as the payment page tells it. */
export interface CheckoutCompletion extends Event {
  /** `completed`, or `scheduled` where it takes effect later. */
  readonly status: string;
}

export interface CheckoutStepConfig {
  /** It is paid, or agreed for later. */
  readonly completed: (event: CheckoutCompletion) => void;
  readonly handFocusOn: () => void;
  readonly close: () => void;
}

/** The payment page as the last step of a dialog. It is another element, fetched while the first step is read. */
export class CheckoutStep {
  readonly #host: BillingHost;
  readonly #config: CheckoutStepConfig;
  readonly #module: LazyModule<unknown>;
  readonly #face: PartFace<unknown>;
  #isDone = false;

  constructor(host: BillingHost, config: CheckoutStepConfig) {
    this.#host = host;
    this.#config = config;
    // Elements use each other by tag alone; whose tag is fetched when it is needed has to name it.
    this.#module = new LazyModule(host, () => import('../billing-checkout/billing-checkout.js'));
    this.#face = new PartFace(host, this.#module);
  }

  /** Another purchase begins. */
  begin(): void {
    this.#isDone = false;
    this.#module.start();
  }

  /** @param back - What leads to the step before, where there is one; it goes when all is done. */
  render(order: CheckoutOrder, locale: DialogLocale, back?: TemplateResult): TemplateResult {
    const { messages } = locale;
    return html`
      ${this.#isDone ? nothing : back}
      ${this.#face.render(locale, () => this.#renderCheckout(order), this.#config.handFocusOn)}
      ${
        this.#isDone
          ? html`<div class="form-end">
              <button
                part="done button primary"
                class="button primary"
                type="button"
                @click=${this.#config.close}
              >
                ${messages.done}
              </button>
            </div>`
          : nothing
      }
    `;
  }

  /** It speaks to whom its host speaks to: what is around the host is around it too. */
  #renderCheckout(order: CheckoutOrder) {
    const { amount, autoTopUp, balanceId, invoiceId, operationId, planId, purpose } = order;
    const { apiBase, client, locale, messages, readOnly, timeZone } = this.#host;
    return html`<billing-checkout
      part="checkout"
      exportparts=${everyPart}
      .apiBase=${apiBase}
      .client=${client}
      .locale=${locale}
      .messages=${messages}
      .readOnly=${readOnly}
      .timeZone=${timeZone}
      .autoTopUp=${autoTopUp}
      purpose=${purpose}
      plan-id=${planId ?? nothing}
      balance-id=${balanceId ?? nothing}
      invoice-id=${invoiceId ?? nothing}
      amount=${amount ?? nothing}
      operation-id=${operationId ?? nothing}
      @checkout-completed=${this.#complete}
    ></billing-checkout>`;
  }

  readonly #complete = (event: CheckoutCompletion): void => {
    this.#isDone = true;
    this.#config.completed(event);
    this.#host.requestUpdate();
  };
}
