import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';

import type { BillingApi, CallOptions } from '../../api/billing-api.js';
import { isFree, payableOf } from '../../billing/purchase.js';
import type { Account, Invoice, Slot } from '../../billing/types.js';
import type { PlanLocale, Speech } from '../../i18n/locale.js';
import { connectionOf } from '../../state/connection.js';
import type { BillingHost } from '../../state/connection.js';
import { BillingQuery } from '../../state/query.js';
import { InvoicePayment } from './invoice-payment.js';

/** What an unpaid invoice is called, the more pressing first. */
const unpaid = ['past_due', 'open'] as const;

/** Pays the invoice that stands in the way of a plan. It is looked for once it does. */
export class OpenInvoice implements ReactiveController {
  readonly #host: BillingHost;
  readonly #found: BillingQuery<Invoice | null>;
  readonly #payment: InvoicePayment;
  #isSought = false;
  #isInTheWay = false;

  constructor(host: BillingHost, slot: Slot) {
    this.#host = host;
    this.#found = new BillingQuery(host, {
      args: () => (this.#isSought ? [] : undefined),
      load: (client, options) => unpaidInvoice(client, slot, options),
    });
    this.#payment = new InvoicePayment(host);
    host.addController(this);
  }

  hostUpdate(): void {
    this.#isInTheWay = false;
  }

  hostUpdated(): void {
    if (this.#isInTheWay === this.#isSought) return;
    this.#isSought = this.#isInTheWay;
    this.#host.requestUpdate();
  }

  /** Someone who comes back from a provider's page sees at once how it went. */
  welcomeBack(account: Account): void {
    this.#payment.welcomeBack(account);
  }

  /** The button that pays it; nothing while none is known, or where this person may not. */
  renderButton(account: Account, locale: PlanLocale): TemplateResult | typeof nothing {
    const { payInvoice, viewInvoices } = account.can;
    const isReadOnly = connectionOf(this.#host).settings.readOnly ?? false;
    if (isReadOnly || !payInvoice?.allowed || !viewInvoices?.allowed) return nothing;
    this.#isInTheWay = true;
    const invoice = this.#found.value;
    const price = invoice && payableOf(invoice);
    if (!price) return nothing;
    return html`<button
      part="pay button"
      class="button"
      type="button"
      @click=${() => {
        this.#payment.request(invoice.id);
      }}
    >
      ${locale.messages.payAmount(locale.money(price))}
    </button>`;
  }

  /** The dialog stays whatever becomes of the answers behind it. */
  render(speech: Speech): TemplateResult {
    return this.#payment.render(speech);
  }
}

/** The first unpaid invoice for what is in the slot, as far as the server says what it is for. */
async function unpaidInvoice(
  client: BillingApi,
  slot: Slot,
  options: CallOptions,
): Promise<Invoice | null> {
  for (const status of unpaid) {
    const { items } = await client.invoices({ status, order: 'asc' }, options);
    const found = items.find((invoice) => isPayable(invoice) && isFor(slot, invoice));
    if (found) return found;
  }
  return null;
}

function isPayable(invoice: Invoice): boolean {
  const price = payableOf(invoice);
  return price !== undefined && !isFree(price);
}

function isFor(slot: Slot, { kind }: Invoice): boolean {
  return kind === undefined || (kind === 'support') === (slot === 'support');
}
