import type { ReactiveController } from 'lit';

import { BillingError } from '../../api/billing-error.js';
import type { Invoice, InvoiceQuery } from '../../billing/types.js';
import { connectionOf } from '../../state/connection.js';
import { onDeparture } from '../../state/departure.js';
import { BillingErrorEvent } from '../../ui/faces.events.js';
import { allInvoices } from './all-invoices.js';
import type { InvoiceHost } from './invoice-pages.js';

/** The invoices that a person has chosen, over all pages. */
export class InvoiceChoice implements ReactiveController {
  /** How many are found so far while all that match are being chosen. */
  found: number | undefined;
  /** Why that went wrong. */
  error: BillingError | undefined;
  readonly #host: InvoiceHost;
  readonly #chosen = new Map<string, Invoice>();
  #control: AbortController | undefined;
  #client: unknown;

  constructor(host: InvoiceHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const { client } = connectionOf(this.#host);
    if (client === this.#client) return;
    this.#client = client;
    this.clear();
  }

  hostDisconnected(): void {
    onDeparture(this.#host, () => {
      this.stop();
    });
  }

  get size(): number {
    return this.#chosen.size;
  }

  get ids(): ReadonlySet<string> {
    return new Set(this.#chosen.keys());
  }

  get invoices(): readonly Invoice[] {
    return [...this.#chosen.values()];
  }

  choose(invoice: Invoice, isChosen: boolean): void {
    if (isChosen) this.#chosen.set(invoice.id, invoice);
    else this.#chosen.delete(invoice.id);
    this.#host.requestUpdate();
  }

  /** Chooses every invoice that matches, on whichever page it is; none of them if some cannot be had. */
  async chooseAll(query: InvoiceQuery): Promise<void> {
    const { client } = connectionOf(this.#host);
    if (!client || this.#control) return;
    const control = new AbortController();
    const { signal } = control;
    this.#control = control;
    this.error = undefined;
    this.#say(0);
    try {
      const progressed = (count: number): void => {
        this.#say(count);
      };
      for (const invoice of await allInvoices({ client, query, signal, progressed })) {
        this.#chosen.set(invoice.id, invoice);
      }
    } catch (cause) {
      if (signal.aborted) return;
      this.error = BillingError.from(cause);
      this.#host.dispatchEvent(new BillingErrorEvent(this.error, this.#host.localName));
    }
    this.#control = undefined;
    this.#say(undefined);
  }

  /** Chooses no more than is chosen by now. */
  stop(): void {
    this.#control?.abort();
    this.#control = undefined;
    this.#say(undefined);
  }

  clear(): void {
    this.#chosen.clear();
    this.error = undefined;
    this.stop();
  }

  #say(found: number | undefined): void {
    this.found = found;
    this.#host.requestUpdate();
  }
}
