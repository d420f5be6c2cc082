import type { TemplateResult } from 'lit';

import type { Account, InvoiceQuery } from '../../billing/types.js';
import type { Speech } from '../../i18n/locale.js';
import { connectionOf } from '../../state/connection.js';
import { InvoicePayment } from '../shared/invoice-payment.js';
import { chosenBar } from './chosen.view.js';
import { InvoiceArchive } from './invoice-archive.js';
import { InvoiceChoice } from './invoice-choice.js';
import { InvoiceFiles } from './invoice-files.js';
import { InvoiceDownloadEvent } from './invoice-list.events.js';
import type { InvoiceLocale } from './invoice-locale.js';
import type { InvoiceHost } from './invoice-pages.js';
import type { RowView } from './row.view.js';

/** What people do with their invoices: the page is asked first, then it is done here. */
export class InvoiceActions {
  readonly choice: InvoiceChoice;
  readonly #host: InvoiceHost;
  readonly #payment: InvoicePayment;
  readonly #files: InvoiceFiles;
  readonly #archive: InvoiceArchive;

  constructor(host: InvoiceHost) {
    this.#host = host;
    this.choice = new InvoiceChoice(host);
    this.#files = new InvoiceFiles(host);
    this.#archive = new InvoiceArchive(host);
    this.#payment = new InvoicePayment(host);
  }

  /** What may be done with each invoice. */
  ofRows(
    account: Account | undefined,
    locale: InvoiceLocale,
  ): Pick<
    RowView,
    'cancelFile' | 'choose' | 'chosen' | 'download' | 'fileOf' | 'mayPay' | 'pay' | 'print'
  > {
    const isReadOnly = connectionOf(this.#host).settings.readOnly ?? false;
    return {
      mayPay: !isReadOnly && (account?.can.payInvoice?.allowed ?? false),
      chosen: this.choice.ids,
      choose: (invoice, isChosen) => {
        this.choice.choose(invoice, isChosen);
      },
      fileOf: ({ id }) => this.#files.stateOf(id),
      pay: ({ id }) => {
        this.#payment.request(id);
      },
      download: (invoice) => {
        const goesOn = this.#host.dispatchEvent(new InvoiceDownloadEvent(invoice.id));
        if (goesOn) void this.#files.download(invoice, locale);
      },
      print: (invoice) => void this.#files.print(invoice, locale),
      cancelFile: ({ id }) => {
        this.#files.cancel(id);
      },
    };
  }

  /** Someone who comes back from a provider's page sees at once how it went. */
  welcomeBack(account: Account): void {
    this.#payment.welcomeBack(account);
  }

  /**
   * What can be done with the chosen invoices.
   * @param query - What matches, where that is more than what is on screen.
   */
  renderChosen(query: InvoiceQuery | undefined, locale: InvoiceLocale): TemplateResult {
    const { choice } = this;
    return chosenBar(
      {
        count: choice.size,
        found: choice.found,
        error: choice.error?.code,
        chooseAll: query && (() => void this.#chooseAll(query)),
        stopChoosing: () => {
          this.#focus('chosen');
          choice.stop();
        },
        progress: this.#archive.progress,
        download: () => void this.#archive.start(choice.invoices, locale),
        clear: () => {
          choice.clear();
          this.#archive.cancel();
          this.#focus('choice');
        },
        cancel: () => {
          // Where none is chosen any more, all of this goes.
          this.#focus(choice.size > 0 ? 'chosen' : 'choice');
          this.#archive.cancel();
        },
      },
      locale,
    );
  }

  render(speech: Speech): TemplateResult {
    return this.#payment.render(speech);
  }

  /** The button goes while it is done, and so does that which stops it: their bar stays. */
  async #chooseAll(query: InvoiceQuery): Promise<void> {
    this.#focus('chosen');
    await this.choice.chooseAll(query);
    const { activeElement } = this.#host.shadowRoot ?? {};
    if (activeElement?.matches('[part~="stop-choosing"]')) this.#focus('chosen');
  }

  #focus(part: string): void {
    this.#host.renderRoot.querySelector<HTMLElement>(`[part~="${part}"]`)?.focus();
  }
}
