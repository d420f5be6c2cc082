import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Account } from '../../billing/types.js';
import type { PlanUsageLocale as Locale } from '../../i18n/locale.js';

/** What is said of the way to pay. */
export interface PaymentMethodView {
  readonly method: Account['paymentMethod'];
  /** The provider's page is about to open. */
  readonly isOpening: boolean;
  readonly failure: string | undefined;
  /** `undefined` where this person may not. */
  readonly change: (() => void) | undefined;
}

/** The way to pay on file, until when it is good, and the button that leads to where it is changed. */
export function paymentMethodFact(view: PaymentMethodView, locale: Locale): TemplateResult {
  const { change, failure, isOpening, method } = view;
  const { messages } = locale;
  return html`<div part="payment-method">
    <dt id="method-label">${messages.invoiceMethod}</dt>
    <dd>
      <slot name="payment-icon"></slot>
      <bdi>${method ? method.label : messages.noWays}</bdi>
      ${
        change
          ? html`<button
              part="change-method button link"
              id="change-method"
              class="button plain-text"
              type="button"
              aria-labelledby="change-method method-label"
              aria-disabled=${isOpening ? 'true' : nothing}
              @click=${change}
            >
              ${messages.change}
            </button>`
          : nothing
      }
      ${
        method?.expires === undefined
          ? nothing
          : html`<p class="muted">${messages.wayExpires(locale.month(`${method.expires}-01`))}</p>`
      }
      <p role="alert" class=${failure === undefined ? 'visually-hidden' : 'fault'}>
        ${failure ?? nothing}
      </p>
    </dd>
  </div>`;
}
