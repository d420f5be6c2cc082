/** Fetched when someone exports for the first time. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import type { BillingApi } from '../../api/billing-api.js';
import { BillingError } from '../../api/billing-error.js';
import type { CalendarDate, Meter, UsageSeries } from '../../billing/types.js';
import { loadCsvWriter } from '../../export/csv.js';
import { RecordsExport } from '../../export/records-export.js';
import type { RecordsOutcome, RecordsProgress } from '../../export/records-export.js';
import { saveFile } from '../../export/save-file.js';
import { summaryCsv } from '../../export/summary-csv.js';
import { usageFileName } from '../../export/usage-file-name.js';
import type { UsageChartLocale as Locale } from '../../i18n/locale.js';
import type { ExportContent } from './export-menu.js';

/** What is to be exported. */
export interface UsageExportOrder {
  readonly content: ExportContent;
  readonly client: BillingApi;
  readonly meter: Meter;
  readonly from: CalendarDate;
  /** The day after the last one. */
  readonly to: CalendarDate;
  /** The bars on screen. */
  readonly series: UsageSeries;
}

/** Whom an export tells how it goes. */
export interface UsageExportHost {
  readonly locale: () => Locale;
  /** Something to draw has changed. */
  changed: () => void;
  failed: (error: BillingError) => void;
  /** A control that may have had the focus is about to go. */
  handFocusOn: () => void;
}

type Stopped = Extract<RecordsOutcome, { kind: 'failed' | 'incomplete' }>;

type Progress =
  | { readonly kind: 'running'; readonly records: RecordsProgress | undefined }
  | { readonly kind: 'saved' | 'canceled' }
  | { readonly kind: 'stopped'; readonly at: Stopped | undefined };

/** In ms; faster, nobody can follow. */
const progressEvery = 100;

/** One export, from the order to the file, or to what is missing in it. */
export class UsageExport {
  readonly #host: UsageExportHost;
  readonly #order: UsageExportOrder;
  #progress: Progress = { kind: 'running', records: undefined };
  #cancelation = new AbortController();
  #records: RecordsExport | undefined;
  #isDrawingDue = false;

  constructor(host: UsageExportHost, order: UsageExportOrder) {
    this.#host = host;
    this.#order = order;
  }

  get isRunning(): boolean {
    return this.#progress.kind === 'running';
  }

  /** Makes the file and hands it over; after a failure it goes on from where it stopped. */
  async run(): Promise<void> {
    this.#cancelation = new AbortController();
    this.#becomes({ kind: 'running', records: undefined });
    const { signal } = this.#cancelation;
    try {
      if (this.#order.content === 'summary') await this.#saveSummary(signal);
      else await this.#saveRecords(signal);
    } catch (cause) {
      if (signal.aborted) return;
      this.#becomes({ kind: 'stopped', at: undefined });
      this.#host.failed(new BillingError('module_failed', { retryable: true, cause }));
    }
  }

  /** Stops, and saves nothing. */
  readonly cancel = (): void => {
    if (!this.isRunning) return;
    this.#cancelation.abort();
    this.#becomes({ kind: 'canceled' });
  };

  async #saveSummary(signal: AbortSignal): Promise<void> {
    const { meter, series } = this.#order;
    const { messages } = this.#host.locale();
    const file = await summaryCsv(await loadCsvWriter(), series, {
      day: messages.barDates['day'] ?? '',
      month: messages.barDates['month'] ?? '',
      value: meter.name,
      note: messages.csvNote,
      partial: messages.partialMark,
    });
    if (!signal.aborted) this.#save(file);
  }

  async #saveRecords(signal: AbortSignal): Promise<void> {
    this.#records ??= await this.#start();
    const outcome = await this.#records.run(signal);
    if (signal.aborted) return;
    if (outcome.kind === 'complete') this.#save(outcome.file);
    else if (outcome.kind !== 'canceled') {
      this.#becomes({ kind: 'stopped', at: outcome });
      this.#host.failed(incomplete(outcome));
    }
  }

  async #start(): Promise<RecordsExport> {
    const { client, from, meter, series, to } = this.#order;
    const query = { meter: meter.id, from, to, timeZone: series.timeZone };
    return new RecordsExport({
      csv: await loadCsvWriter(),
      columns: meter.records?.columns ?? [],
      load: (page, options) => client.usageRecords({ ...query, ...page }, options),
      onProgress: (records) => {
        if (this.isRunning) this.#comesOn(records);
      },
    });
  }

  /** Pages come by the hundred in a second, and to draw takes as long as to write one. */
  #comesOn(records: RecordsProgress): void {
    this.#progress = { kind: 'running', records };
    if (this.#isDrawingDue) return;
    this.#isDrawingDue = true;
    setTimeout(() => {
      this.#isDrawingDue = false;
      this.#host.changed();
    }, progressEvery);
  }

  #save(file: Blob): void {
    saveFile(file, this.#fileName(false));
    this.#becomes({ kind: 'saved' });
  }

  readonly #savePart = (): void => {
    if (this.#records) saveFile(this.#records.partial(), this.#fileName(true));
  };

  #fileName(isIncomplete: boolean): string {
    const { content, from, meter, to } = this.#order;
    return usageFileName({ content, meter: meter.id, from, to, incomplete: isIncomplete });
  }

  #becomes(progress: Progress): void {
    if (progress.kind !== 'running' || !this.isRunning) this.#host.handFocusOn();
    this.#progress = progress;
    this.#host.changed();
  }

  render(): TemplateResult {
    const progress = this.#progress;
    const { messages } = this.#host.locale();
    const isStopped = progress.kind === 'stopped';
    const isNotice = isStopped || progress.kind === 'running';
    return html`<div
      part="export-status"
      class=${isNotice ? `notice ${isStopped ? 'danger' : ''}` : 'visually-hidden'}
    >
      <div role="status">${progress.kind === 'saved' ? messages.exported : nothing}</div>
      <div role="alert">${isStopped ? this.#whatIsMissing(progress.at) : nothing}</div>
      ${progress.kind === 'running' ? this.#renderRunning(progress.records) : nothing}
      ${isStopped ? this.#renderWaysOn(progress.at) : nothing}
    </div>`;
  }

  #renderRunning(records: RecordsProgress | undefined) {
    const locale = this.#host.locale();
    const { rows = 0, total } = records ?? {};
    const shown = total === undefined ? undefined : locale.count(total);
    return html`
      <label class="progress">
        <span>${locale.messages.exporting(locale.count(rows), shown)}</span>
        <progress
          max=${ifDefined(total)}
          value=${ifDefined(total === undefined ? undefined : rows)}
        ></progress>
      </label>
      <button part="export-cancel button" class="button" type="button" @click=${this.cancel}>
        ${locale.messages.exportCancel}
      </button>
    `;
  }

  #renderWaysOn(at: Stopped | undefined) {
    const { messages } = this.#host.locale();
    return html`
      <button
        part="export-retry button"
        class="button"
        type="button"
        @click=${() => void this.run()}
      >
        ${messages.retry}
      </button>
      ${
        at && at.rows > 0
          ? html`<button
              part="export-part button"
              class="button"
              type="button"
              @click=${this.#savePart}
            >
              ${messages.exportPart}
            </button>`
          : nothing
      }
    `;
  }

  #whatIsMissing(at: Stopped | undefined): string {
    const locale = this.#host.locale();
    if (!at) return locale.messages.exportFailed;
    if (!at.missing) return locale.messages.exportStopped;
    return locale.messages.exportMissing(at.missing, locale.count(at.missing));
  }
}

function incomplete(outcome: Stopped): BillingError {
  const cause = outcome.kind === 'failed' ? BillingError.from(outcome.cause) : undefined;
  return new BillingError('incomplete_export', {
    status: cause?.status,
    requestId: cause?.requestId,
    retryable: true,
    cause,
  });
}
