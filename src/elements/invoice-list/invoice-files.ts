import type { ReactiveController } from 'lit';

import type { BillingApi } from '../../api/billing-api.js';
import type { Invoice } from '../../billing/types.js';
import { invoiceFileName } from '../../export/invoice-file-name.js';
import { saveFile } from '../../export/save-file.js';
import { connectionOf } from '../../state/connection.js';
import { onDeparture } from '../../state/departure.js';
import { BillingErrorEvent } from '../../ui/faces.events.js';
import type { FileState } from './file-state.view.js';
import { fileErrorOf, serverFile } from './invoice-file.js';
import type { InvoiceLocale } from './invoice-locale.js';
import type { InvoiceHost } from './invoice-pages.js';

interface Job {
  readonly client: BillingApi;
  readonly control: AbortController;
}

/** Hands over the files of invoices: the server's own, else a copy that is made here, else on paper. */
export class InvoiceFiles implements ReactiveController {
  readonly #host: InvoiceHost;
  readonly #states = new Map<string, FileState>();
  readonly #jobs = new Map<string, Job>();
  #client: unknown;

  constructor(host: InvoiceHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const { client } = connectionOf(this.#host);
    if (client === this.#client) return;
    this.#client = client;
    this.#stopAll();
  }

  hostDisconnected(): void {
    onDeparture(this.#host, () => {
      this.#stopAll();
    });
  }

  stateOf(invoiceId: string): FileState | undefined {
    return this.#states.get(invoiceId);
  }

  /** Saves the file of an invoice. */
  download(invoice: Invoice, locale: InvoiceLocale): Promise<void> {
    return this.#run(invoice, async (client, signal) => {
      const { settings } = connectionOf(this.#host);
      const { allowedOrigins } = settings;
      const found = await serverFile(client, invoice, { signal, allowedOrigins });
      switch (found.kind) {
        case 'file':
          saveFile(found.file, invoiceFileName(invoice.number ?? invoice.id));
          return { kind: 'saved', isCopy: false };
        case 'link':
          return open(found.href);
        case 'none':
          this.#become(invoice.id, { kind: 'preparing', isCopy: true });
          return this.#saveCopy(client, invoice, locale, signal);
      }
    });
  }

  /** Prints an invoice from its own lines. */
  print(invoice: Invoice, locale: InvoiceLocale): Promise<void> {
    this.#focusDownload();
    return this.#run(invoice, async (client, signal) => {
      const { printCopy } = await import('./invoice-copy.js');
      await printCopy({ host: this.#host, client, invoice, locale, signal });
      return undefined;
    });
  }

  cancel(invoiceId: string): void {
    this.#jobs.get(invoiceId)?.control.abort();
    this.#jobs.delete(invoiceId);
    this.#become(invoiceId, undefined);
    this.#focusDownload();
  }

  async #saveCopy(
    client: BillingApi,
    invoice: Invoice,
    locale: InvoiceLocale,
    signal: AbortSignal,
  ): Promise<FileState> {
    const { makeCopy } = await import('./invoice-copy.js');
    const copy = await makeCopy({ host: this.#host, client, invoice, locale, signal });
    signal.throwIfAborted();
    if (!copy) return { kind: 'undrawable' };
    saveFile(copy, invoiceFileName(invoice.number ?? invoice.id));
    return { kind: 'saved', isCopy: true };
  }

  async #run(
    { id }: Invoice,
    work: (client: BillingApi, signal: AbortSignal) => Promise<FileState | undefined>,
  ): Promise<void> {
    const { client } = connectionOf(this.#host);
    if (!client || this.#jobs.has(id)) return;
    const job = { client, control: new AbortController() };
    this.#jobs.set(id, job);
    this.#become(id, { kind: 'preparing', isCopy: false });
    const { signal } = job.control;
    try {
      const state = await work(client, signal);
      if (this.#jobs.get(id) === job) this.#become(id, state);
    } catch (cause) {
      if (signal.aborted) return;
      const error = fileErrorOf(cause);
      this.#become(id, { kind: 'failed', code: error.code });
      this.#host.dispatchEvent(new BillingErrorEvent(error, this.#host.localName));
    } finally {
      if (this.#jobs.get(id) === job) this.#jobs.delete(id);
    }
  }

  #become(id: string, state: FileState | undefined): void {
    if (state) this.#states.set(id, state);
    else this.#states.delete(id);
    this.#host.requestUpdate();
  }

  #stopAll(): void {
    for (const { control } of this.#jobs.values()) control.abort();
    this.#jobs.clear();
    this.#states.clear();
  }

  /** The button that stops or prints a file goes with its state, and focus would fall to the body. */
  #focusDownload(): void {
    const { renderRoot } = this.#host;
    const focused = renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null;
    focused
      ?.closest('[part~="invoice"]')
      ?.querySelector<HTMLElement>('[part~="download"]')
      ?.focus();
  }
}

/** A window of its own; where the browser lets none open, the person has the link. */
function open(href: string): FileState {
  // With `noopener` the answer is always `null`: only without can a blocked window be told.
  const opened = window.open('', '_blank');
  if (!opened) return { kind: 'link', href };
  opened.opener = null;
  opened.location.replace(href);
  return { kind: 'saved', isCopy: false };
}
