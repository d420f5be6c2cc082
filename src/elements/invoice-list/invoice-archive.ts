import type { ReactiveController } from 'lit';

import type { BillingApi } from '../../api/billing-api.js';
import type { BillingError } from '../../api/billing-error.js';
import type { Invoice } from '../../billing/types.js';
import { invoiceFileName } from '../../export/invoice-file-name.js';
import { saveFile } from '../../export/save-file.js';
import { connectionOf } from '../../state/connection.js';
import { onDeparture } from '../../state/departure.js';
import { BillingErrorEvent } from '../../ui/faces.events.js';
import type { ArchiveProgress } from './chosen.view.js';
import { fileErrorOf, serverFile } from './invoice-file.js';
import { nameOf } from './invoice-locale.js';
import type { InvoiceLocale } from './invoice-locale.js';
import type { InvoiceHost } from './invoice-pages.js';

/** Files that are fetched at the same time. */
const mostAtOnce = 3;

interface Found {
  readonly invoice: Invoice;
  readonly file: Blob;
}

/** Saves the files of several invoices as one zip. What has no file is named, never left out in silence. */
export class InvoiceArchive implements ReactiveController {
  progress: ArchiveProgress | undefined;
  readonly #host: InvoiceHost;
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
    this.#control?.abort();
    this.progress = undefined;
  }

  hostDisconnected(): void {
    onDeparture(this.#host, () => {
      this.cancel();
    });
  }

  async start(invoices: readonly Invoice[], locale: InvoiceLocale): Promise<void> {
    const { client } = connectionOf(this.#host);
    if (!client || invoices.length === 0 || this.progress?.kind === 'collecting') return;
    const control = new AbortController();
    const { signal } = control;
    this.#control = control;
    this.#say({ kind: 'collecting', done: 0, total: invoices.length, missing: [] });
    try {
      const [{ downloadZip }, found] = await Promise.all([
        import('../../export/zip.vendor.js'),
        this.#collect(client, invoices, locale, signal),
      ]);
      signal.throwIfAborted();
      if (found.length === 0) {
        this.#end('failed');
        return;
      }
      const zip = await downloadZip(named(found)).blob();
      signal.throwIfAborted();
      saveFile(zip, 'invoices.zip');
      this.#end('saved');
    } catch (cause) {
      if (signal.aborted) return;
      this.#tell(fileErrorOf(cause));
      this.#end('failed');
    }
  }

  /** Stops it where it is on its way, and says no more how it went. */
  cancel(): void {
    this.#control?.abort();
    this.progress = undefined;
    this.#host.requestUpdate();
  }

  async #collect(
    client: BillingApi,
    invoices: readonly Invoice[],
    locale: InvoiceLocale,
    signal: AbortSignal,
  ): Promise<readonly Found[]> {
    const found = new Map<Invoice, Blob>();
    const waiting = [...invoices];
    const work = async (): Promise<void> => {
      for (;;) {
        const invoice = waiting.shift();
        if (!invoice || signal.aborted) return;
        const file = await this.#fileOf(client, invoice, locale, signal);
        if (file) found.set(invoice, file);
        this.#count(file ? undefined : nameOf(invoice, locale), signal);
      }
    };
    await Promise.all(Array.from({ length: mostAtOnce }, work));
    // In the order in which they were chosen, whichever came first.
    return invoices.flatMap((invoice) => {
      const file = found.get(invoice);
      return file ? [{ invoice, file }] : [];
    });
  }

  async #fileOf(
    client: BillingApi,
    invoice: Invoice,
    locale: InvoiceLocale,
    signal: AbortSignal,
  ): Promise<Blob | undefined> {
    try {
      const { settings } = connectionOf(this.#host);
      const { allowedOrigins } = settings;
      const found = await serverFile(client, invoice, { signal, allowedOrigins });
      if (found.kind === 'file') return found.file;
      // What lies behind a link of another origin may be looked at, but not read by a page.
      if (found.kind === 'link') return undefined;
      const { makeCopy } = await import('./invoice-copy.js');
      return await makeCopy({ host: this.#host, client, invoice, locale, signal });
    } catch (cause) {
      if (!signal.aborted) this.#tell(fileErrorOf(cause));
      return undefined;
    }
  }

  #count(missing: string | undefined, signal: AbortSignal): void {
    const { progress } = this;
    if (signal.aborted || !progress) return;
    this.#say({
      ...progress,
      done: progress.done + 1,
      missing: missing === undefined ? progress.missing : [...progress.missing, missing],
    });
  }

  #end(kind: 'saved' | 'failed'): void {
    if (this.progress) this.#say({ ...this.progress, kind });
  }

  #say(progress: ArchiveProgress): void {
    this.progress = progress;
    this.#host.requestUpdate();
  }

  #tell(error: BillingError): void {
    this.#host.dispatchEvent(new BillingErrorEvent(error, this.#host.localName));
  }
}

/** Two invoices of one name are two files. */
function named(found: readonly Found[]): { readonly name: string; readonly input: Blob }[] {
  const taken = new Map<string, number>();
  return found.map(({ file, invoice }) => {
    const name = invoiceFileName(invoice.number ?? invoice.id);
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    return { name: times === 1 ? name : name.replace(/\.pdf$/, ` (${times}).pdf`), input: file };
  });
}
