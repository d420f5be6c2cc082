import { html } from 'lit';
import type { TemplateResult } from 'lit';

import type { CheckoutOrder } from '../../billing/checkout-order.js';
import type { Account } from '../../billing/types.js';
import { planTexts } from '../../i18n/en-plans.js';
import type { Speech } from '../../i18n/locale.js';
import { withTexts } from '../../i18n/with-texts.js';
import { connectionOf } from '../../state/connection.js';
import type { BillingHost } from '../../state/connection.js';
import { LazyModule } from '../../state/lazy-module.js';
import { Returning } from '../../state/returning.js';
import { LazyDialog } from '../../ui/dialog.js';
import { InvoicePayRequestEvent } from './invoice-pay.events.js';
import type { PayInvoice } from './pay-invoice.dialog.js';

/** Pays an invoice: the page is asked first, then a dialog leads to the payment page. */
export class InvoicePayment {
  readonly #host: BillingHost;
  readonly #dialog: LazyDialog<CheckoutOrder, { PayInvoice: typeof PayInvoice }>;
  readonly #returning: Returning;

  constructor(host: BillingHost) {
    this.#host = host;
    this.#dialog = new LazyDialog(host, {
      name: 'pay-invoice',
      isWide: true,
      heading: (speech) => withTexts(speech, planTexts).messages.payInvoice,
      owner: () => connectionOf(host).client,
      module: new LazyModule(host, () => import('./pay-invoice.dialog.js')),
      content: ({ PayInvoice }, frame) => new PayInvoice(host, frame),
      closed: (isSeen) => {
        this.#returning.leave(isSeen);
      },
    });
    this.#returning = new Returning(host, {
      purposes: ['invoice'],
      resume: (order) => {
        this.#dialog.open(order);
        return this.#dialog.isOpen;
      },
    });
  }

  request(invoiceId: string): void {
    const goesOn = this.#host.dispatchEvent(new InvoicePayRequestEvent(invoiceId));
    if (goesOn) this.#dialog.open({ purpose: 'invoice', invoiceId });
  }

  /** Someone who comes back from a provider's page sees at once how it went. */
  welcomeBack(account: Account): void {
    this.#returning.welcomeBack(account);
  }

  /** The dialog stays whatever becomes of the answers behind it. */
  render(speech: Speech): TemplateResult {
    return html`${this.#dialog.render(speech)}`;
  }
}
