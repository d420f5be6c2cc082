/** Fetched when someone first wants to pay an invoice. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { CheckoutOrder } from '../../billing/checkout-order.js';
import type { Speech } from '../../i18n/locale.js';
import type { BillingHost } from '../../state/connection.js';
import { dialogLocale } from '../../ui/checkout/dialog-locale.js';
import type { DialogContent, DialogFrame } from '../../ui/dialog.js';
import { CheckoutStep } from './checkout-step.js';
import { InvoicePaidEvent } from './invoice-pay.events.js';
import { styles } from './pay-invoice.styles.js';

/** The payment page for one invoice. */
export class PayInvoice implements DialogContent<CheckoutOrder> {
  readonly styles = styles;
  readonly #checkout: CheckoutStep;
  #order: CheckoutOrder | undefined;

  constructor(host: BillingHost, frame: DialogFrame) {
    this.#checkout = new CheckoutStep(host, {
      completed: () => {
        const { invoiceId } = this.#order ?? {};
        if (invoiceId !== undefined) host.dispatchEvent(new InvoicePaidEvent(invoiceId));
      },
      handFocusOn: frame.turnPage,
      close: frame.close,
    });
  }

  open(order: CheckoutOrder): void {
    this.#order = order;
    this.#checkout.begin();
  }

  render(speech: Speech): TemplateResult {
    return this.#order
      ? this.#checkout.render(this.#order, dialogLocale(speech))
      : html`${nothing}`;
  }
}
