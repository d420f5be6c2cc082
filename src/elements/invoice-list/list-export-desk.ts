import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';

import { BillingError } from '../../api/billing-error.js';
import type { InvoiceQuery } from '../../billing/types.js';
import { connectionOf } from '../../state/connection.js';
import type { BillingHost } from '../../state/connection.js';
import { onDeparture } from '../../state/departure.js';
import { BillingErrorEvent } from '../../ui/faces.events.js';
import type { InvoiceLocale } from './invoice-locale.js';

type Outcome = 'saved' | BillingError;

interface Job {
  readonly client: unknown;
  readonly control: AbortController;
}

/** Saves the list as CSV, and shows how it goes. One export at a time. */
export class ListExportDesk implements ReactiveController {
  readonly #host: BillingHost;
  readonly #query: () => InvoiceQuery;
  #job: Job | undefined;
  #count = 0;
  #outcome: Outcome | undefined;

  /** @param query - Which invoices: those that the list shows, on all of its pages. */
  constructor(host: BillingHost, query: () => InvoiceQuery) {
    this.#host = host;
    this.#query = query;
    host.addController(this);
  }

  hostUpdate(): void {
    // Another account: nothing of the one before may be saved any more.
    if (this.#job && this.#job.client !== connectionOf(this.#host).client) this.#stop();
  }

  hostDisconnected(): void {
    onDeparture(this.#host, () => {
      this.#stop();
    });
  }

  renderButton(locale: InvoiceLocale): TemplateResult {
    return html`<button
      part="export button"
      class="button"
      type="button"
      aria-disabled=${this.#job ? 'true' : 'false'}
      @click=${() => void this.#run(locale)}
    >
      ${locale.messages.exportInvoices}
    </button>`;
  }

  renderStatus(locale: InvoiceLocale): TemplateResult {
    const { messages } = locale;
    const code = this.#outcome instanceof BillingError ? this.#outcome.code : undefined;
    const progress = this.#job ? messages.exportingInvoices(locale.count(this.#count)) : '';
    const failed = code === 'module_failed' ? messages.errors[code] : messages.invoicesNotExported;
    const saved = this.#outcome === 'saved' ? messages.invoicesExported : '';
    return html`<div
      part="export-status"
      class=${code ? 'notice danger' : saved || progress ? 'notice' : 'visually-hidden'}
    >
      <span role="alert">${code ? failed : nothing}</span>
      <span role="status">${saved || nothing}</span>
      ${progress ? html`<span>${progress}</span>` : nothing}
      ${
        this.#job
          ? html`<button
              part="export-cancel button"
              class="button"
              type="button"
              @click=${() => {
                this.#handFocusOn();
                this.#stop();
              }}
            >
              ${messages.cancelListExport}
            </button>`
          : nothing
      }
    </div>`;
  }

  async #run(locale: InvoiceLocale): Promise<void> {
    const { client } = connectionOf(this.#host);
    if (!client || this.#job) return;
    const control = new AbortController();
    const { signal } = control;
    const job = { client, control };
    this.#job = job;
    this.#count = 0;
    this.#outcome = undefined;
    this.#host.requestUpdate();
    try {
      const { exportInvoices } = await import('./list-export.js');
      signal.throwIfAborted();
      const query = this.#query();
      const progressed = (count: number): void => {
        this.#count = count;
        this.#host.requestUpdate();
      };
      await exportInvoices({ client, query, signal, locale, progressed });
      this.#end(job, 'saved');
    } catch (cause) {
      if (signal.aborted) return;
      const error =
        cause instanceof BillingError
          ? cause
          : new BillingError('module_failed', { retryable: true, cause });
      this.#host.dispatchEvent(new BillingErrorEvent(error, this.#host.localName));
      this.#end(job, error);
    }
  }

  #end(job: Job, outcome: Outcome): void {
    if (this.#job !== job) return;
    this.#handFocusOn();
    this.#job = undefined;
    this.#outcome = outcome;
    this.#host.requestUpdate();
  }

  #stop(): void {
    this.#job?.control.abort();
    this.#job = undefined;
    this.#host.requestUpdate();
  }

  /** The button that stops an export goes with it, and focus would fall to the body. */
  #handFocusOn(): void {
    const { renderRoot } = this.#host;
    const focused = renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null;
    if (!focused?.matches('[part~="export-cancel"]')) return;
    renderRoot.querySelector<HTMLElement>('[part~="export"]')?.focus();
  }
}
