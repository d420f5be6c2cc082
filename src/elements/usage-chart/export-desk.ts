import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';

import { BillingError } from '../../api/billing-error.js';
import { addDays } from '../../billing/dates.js';
import type { Meter } from '../../billing/types.js';
import type { UsageChartLocale as Locale } from '../../i18n/locale.js';
import { connectionOf } from '../../state/connection.js';
import type { BillingHost } from '../../state/connection.js';
import { onDeparture } from '../../state/departure.js';
import { BillingErrorEvent } from '../../ui/faces.events.js';
import { ExportMenu } from './export-menu.js';
import type { ExportContent } from './export-menu.js';
import { CsvExportEvent } from './usage-chart.events.js';
import type { UsageExport, UsageExportOrder } from './usage-export.js';

export interface ExportDeskConfig {
  locale: () => Locale;
  /** Whose usage is on screen; `undefined` while there is nothing to export. */
  meter: () => Meter | undefined;
  /** What is on screen, once it is wanted: of many days it takes a while to sort them. */
  order: () => Omit<UsageExportOrder, 'client' | 'content'> | undefined;
}

interface Job {
  readonly of: UsageExportOrder;
  /** `undefined` while what makes the file is on its way. */
  readonly export: UsageExport | undefined;
}

/** Asks the page, fetches what makes the file, and shows how it goes. One export at a time. */
export class ExportDesk implements ReactiveController {
  readonly #host: BillingHost;
  readonly #config: ExportDeskConfig;
  readonly #menu: ExportMenu;
  #job: Job | undefined;
  #hasFailed = false;

  constructor(host: BillingHost, config: ExportDeskConfig) {
    this.#host = host;
    this.#config = config;
    this.#menu = new ExportMenu(host, (content) => void this.#request(content));
    host.addController(this);
  }

  hostUpdate(): void {
    // Another account: nothing of the one before may be saved any more.
    if (this.#job && this.#job.of.client !== connectionOf(this.#host).client) this.#stop();
  }

  hostDisconnected(): void {
    onDeparture(this.#host, () => {
      this.#stop();
    });
  }

  renderMenu(): TemplateResult | typeof nothing {
    const meter = this.#config.meter();
    if (!meter) return nothing;
    return this.#menu.render(meter.records !== undefined, this.#isBusy, this.#config.locale());
  }

  renderStatus(): TemplateResult {
    const { messages } = this.#config.locale();
    if (this.#job?.export) return this.#job.export.render();
    return html`<div class=${this.#hasFailed ? 'notice danger' : ''} role="alert">
      ${this.#hasFailed ? messages.errors['module_failed'] : nothing}
    </div>`;
  }

  get #isBusy(): boolean {
    return this.#job !== undefined && (this.#job.export?.isRunning ?? true);
  }

  async #request(content: ExportContent): Promise<void> {
    const { client } = connectionOf(this.#host);
    const shown = client && !this.#isBusy ? this.#config.order() : undefined;
    if (!shown || !client) return;
    const { from, meter, series, to } = shown;
    const goesOn = this.#host.dispatchEvent(
      new CsvExportEvent({
        content,
        meter: meter.id,
        from,
        to: addDays(to, -1),
        timeZone: series.timeZone,
      }),
    );
    if (goesOn) await this.#run({ ...shown, client, content });
  }

  async #run(order: UsageExportOrder): Promise<void> {
    this.#hasFailed = false;
    this.#becomes({ of: order, export: undefined });
    try {
      const { UsageExport } = await import('./usage-export.js');
      if (this.#job?.of !== order) return;
      const job = new UsageExport(
        {
          locale: this.#config.locale,
          changed: () => {
            this.#host.requestUpdate();
          },
          failed: (error) => {
            this.#tell(error);
          },
          handFocusOn: this.#handFocusOn,
        },
        order,
      );
      this.#becomes({ of: order, export: job });
      await job.run();
    } catch (cause) {
      this.#hasFailed = true;
      this.#becomes(undefined);
      this.#tell(new BillingError('module_failed', { retryable: true, cause }));
    }
  }

  #stop(): void {
    this.#job?.export?.cancel();
    this.#becomes(undefined);
  }

  #becomes(job: Job | undefined): void {
    this.#job = job;
    this.#host.requestUpdate();
  }

  #tell(error: BillingError): void {
    this.#host.dispatchEvent(new BillingErrorEvent(error, this.#host.localName));
  }

  /** The buttons of the status go with it, and focus would fall to the body. */
  readonly #handFocusOn = (): void => {
    const { renderRoot } = this.#host;
    const focused = renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null;
    if (focused?.closest('[part~="export-status"]')) this.#menu.focus();
  };
}
