import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { BinnedBars } from '../../billing/bin.js';
import { addDays } from '../../billing/dates.js';
import { isZero } from '../../billing/decimal.js';
import type { Granularity } from '../../billing/types.js';
import { inOrder } from '../../billing/usage-bars.js';
import { asCustom } from '../../billing/usage-range.js';
import type { UsageRange } from '../../billing/usage-range.js';
import { controls } from '../../ui/controls.styles.js';
import { Faces } from '../../ui/faces.js';
import { tokens } from '../../ui/tokens.styles.js';
import { BillingElement } from '../billing-element.js';
import { Chart } from './chart.js';
import { readChoice } from './choice.js';
import type { ReadChoice } from './choice.js';
import { BarCursor } from './cursor.js';
import { ExportDesk } from './export-desk.js';
import { barWords, caption, legend, summaryOf } from './figure.view.js';
import type { FigureView, Summary } from './figure.view.js';
import { filters } from './filters.view.js';
import { remember } from './remember.js';
import { unknownNames } from './selection.js';
import type { Selection } from './selection.js';
import { filtersSkeleton, skeleton } from './skeleton.view.js';
import { rowsPerPage, usageTable } from './table.view.js';
import { RangeChangeEvent } from './usage-chart.events.js';
import type { Drawing } from './usage-chart.option.js';
import { styles } from './usage-chart.styles.js';
import { UsageSource } from './usage-source.js';
import type { Usage } from './usage-source.js';

/**
 * What the account has used: a bar for each day or month, with the total and the average, the same
 * numbers as a table, and as a CSV file.
 *
 * @tag usage-chart
 * @slot heading - Stands in for the title.
 * @fires {RangeChangeEvent} range-change - Someone chose another range.
 * @fires {CsvExportEvent} csv-export - Someone wants the usage as a file. Cancelable: by default the element makes the file and saves it.
 * @csspart heading - The title.
 * @csspart view - The button that changes between chart and table.
 * @csspart export - The button that exports.
 * @csspart export-choices - What can be exported, where there is a choice.
 * @csspart export-summary - Exports the bars on screen.
 * @csspart export-records - Exports every single record.
 * @csspart export-status - How an export goes.
 * @csspart export-cancel - Stops an export.
 * @csspart export-retry - Goes on with an export that stopped.
 * @csspart export-part - Saves what there is of an export that stopped.
 * @csspart filters - The choice of days, meter and groups.
 * @csspart range - One range on offer.
 * @csspart date - A field of the custom range, with its label.
 * @csspart problem - What is wrong with a date.
 * @csspart meter - The choice of what is counted.
 * @csspart group-by - The choice of groups.
 * @csspart figure - The chart with its caption.
 * @csspart caption - Total, average, dates, time zone and age.
 * @csspart total - The sum of all bars.
 * @csspart average - The mean of the whole bars.
 * @csspart facts - Dates, time zone and age.
 * @csspart notes - What is still running, missing or merged.
 * @csspart chart - The bars.
 * @csspart legend - The groups and their colours.
 * @csspart table - The same numbers as a table.
 * @csspart more - Shows more rows of a long table.
 * @csspart empty - What stands in place of the chart where there is nothing to show.
 * @cssprop [--usage-chart-height=16rem] - Height of the bars with their axis.
 * @cssprop [--usage-chart-color-1] - Colour of the bars, or of the first group; `-2` to `-8` of the others.
 */
export class UsageChartElement extends BillingElement {
  static override styles = [tokens, controls, styles];

  /** What is counted, by the id of one of the account's meters. Left out, the first one. */
  @property() meter: string | null = null;

  /**
   * The days or months: `1w`, `2w`, `4w`, `1m`, `2m`, `3m`, `6m` or `custom`. Left out, the first
   * one on offer. It follows what people choose.
   */
  @property() range: string | null = null;

  /** The ranges on offer, in their order, with spaces between. Left out, all of them. */
  @property() ranges: string | null = null;

  /** First day of the custom range, as `YYYY-MM-DD`. */
  @property() from: string | null = null;

  /** Last day of the custom range, included, as `YYYY-MM-DD`. */
  @property() to: string | null = null;

  /** Stacks the bars by one of the meter's dimensions, by its id. */
  @property({ attribute: 'group-by' }) groupBy: string | null = null;

  /** `chart` or `table`. Left out, the chart. It follows what people choose. */
  @property() view: string | null = null;

  /** Leaves the running day or month out, and ends with the last whole one. */
  @property({ type: Boolean, attribute: 'complete-only' }) completeOnly = false;

  @state() private rows = rowsPerPage;

  #drawn: Drawing | undefined;
  #pointedAt: Drawing | undefined;

  readonly #complaints = new Set<string>();

  readonly #usage = new UsageSource(this, () => this.#choice().choice);

  readonly #chart = new Chart(this, {
    wanted: () => this.view !== 'table',
    target: () => this.renderRoot.querySelector<HTMLElement>('.chart .plot'),
    probe: () => this.renderRoot.querySelector<HTMLElement>('.probe'),
    drawing: () => this.#drawn,
  });

  readonly #faces = new Faces(this, [this.#usage, this.#chart], ({ account, figure }) =>
    figure ? isUnused(figure) : account.meters.length === 0,
  );

  readonly #cursor = new BarCursor(this, {
    count: () => this.#drawn?.usage.bars.length ?? 0,
    page: () => (this.#drawn?.granularity === 'month' ? 3 : 7),
    isRtl: () => this.i18n.direction === 'rtl',
    point: (at) => {
      this.#chart.point(at);
    },
    words: (at) => (this.#figure ? barWords(this.#figure, at, this.i18n) : ''),
  });

  readonly #desk = new ExportDesk(this, {
    i18n: this.i18n,
    order: () => {
      const { selection } = this.#usage;
      const figure = this.#figure;
      if (!figure || !selection) return undefined;
      const { from, to } = figure.window;
      return { meter: selection.meter, from, to, series: inOrder(figure.series, figure.window) };
    },
  });

  override reload(): void {
    this.#faces.reload();
  }

  protected override render() {
    const { messages } = this.i18n;
    const figure = this.#figure;
    const isDrawn = figure !== undefined && this.#isChart && !isUnused(figure);
    this.#drawn = isDrawn ? this.#drawingOf(figure) : undefined;
    return html`
      <div class="head">
        <h2 part="heading"><slot name="heading">${messages.usage}</slot></h2>
        <div class="actions">${this.#renderToggle(figure)} ${this.#desk.renderMenu()}</div>
      </div>
      ${this.#renderFilters()} ${this.#desk.renderStatus()}
      ${this.#faces.render(this.i18n, (usage) => this.#renderUsage(usage), skeleton())}
      <span class="probe" aria-hidden="true"></span>
      <span class="watch" aria-hidden="true" @transitionrun=${this.#chart.repaint}></span>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#complain();
    if (this.#drawn === this.#pointedAt) return;
    // Other bars: where the cursor stood is now another day.
    this.#pointedAt = this.#drawn;
    this.#cursor.leave();
  }

  get #figure(): FigureView | undefined {
    return this.#usage.value?.figure;
  }

  /** Where ECharts cannot be had, the table is what people see. */
  get #isChart(): boolean {
    return this.view !== 'table' && !this.#chart.error;
  }

  readonly #drawingFrom = remember(
    (
      usage: BinnedBars,
      granularity: Granularity,
      meter: string,
      _tag: string,
      _direction: string,
    ): Drawing => ({ usage, granularity, meter, locale: this.i18n }),
  );

  #drawingOf({ binned, meter, window }: FigureView): Drawing {
    const { direction, tag } = this.i18n;
    return this.#drawingFrom(binned, window.granularity, meter, tag, direction);
  }

  #choice(): ReadChoice {
    return readChoice(this, this.settings.timeZone);
  }

  #renderToggle(figure: FigureView | undefined) {
    if (!figure || isUnused(figure) || this.#chart.error) return nothing;
    const { messages } = this.i18n;
    return html`<button part="view" class="button" type="button" @click=${this.#toggleView}>
      ${this.#isChart ? messages.showAsTable : messages.showAsChart}
    </button>`;
  }

  #renderFilters() {
    const { account, selection } = this.#usage;
    if (!account) return this.#faces.now === 'loading' ? filtersSkeleton() : nothing;
    if (!selection || this.#faces.now === 'denied') return nothing;
    return filters(
      {
        meters: account.meters,
        selection,
        chooseRange: (range) => {
          this.#chooseRange(range, selection);
        },
        chooseDate: (field, date) => {
          this.#chooseDates({ from: selection.from, to: selection.to, [field]: date });
        },
        chooseMeter: (id) => {
          this.meter = id;
        },
        chooseGroup: (id) => {
          this.groupBy = id ?? null;
        },
      },
      this.i18n,
    );
  }

  #renderUsage({ account, figure }: Usage) {
    const { messages } = this.i18n;
    if (!figure) {
      const text = account.meters.length === 0 ? messages.noMeter : messages.chooseRange;
      return html`<p part="empty" class="card empty">${text}</p>`;
    }
    const summary = summaryOf(figure, this.i18n);
    const body = isUnused(figure)
      ? html`<p part="empty" class="empty">${messages.noUsage}</p>`
      : html`${this.#isChart ? this.#renderChart(figure, summary) : nothing}
        ${this.#renderTable(figure, summary)}`;
    return html`<figure part="figure" class="card figure">
      ${caption(figure, summary, this.i18n)} ${body}
    </figure>`;
  }

  #renderChart(figure: FigureView, { average, dates, meter, total }: Summary) {
    const { messages } = this.i18n;
    return html`
      <div
        part="chart"
        class="chart"
        role="application"
        tabindex="0"
        aria-label=${messages.chartSummary(meter, dates, total, average)}
        aria-describedby="chart-hint"
        @keydown=${this.#cursor.press}
        @blur=${this.#cursor.leave}
      >
        <div class="plot" dir="ltr" aria-hidden="true"></div>
      </div>
      <p id="chart-hint" class="visually-hidden">${messages.chartHint}</p>
      <p part="cursor" class="visually-hidden" role="status">${this.#cursor.spoken}</p>
      ${legend(figure, this.i18n)}
    `;
  }

  #renderTable(figure: FigureView, summary: Summary): TemplateResult {
    const showMore = () => {
      this.rows += rowsPerPage;
    };
    const view = { ...figure, isShown: !this.#isChart, rows: this.rows, showMore };
    return usageTable(view, summary, this.i18n);
  }

  readonly #toggleView = (): void => {
    this.view = this.#isChart ? 'table' : 'chart';
  };

  #chooseRange(range: UsageRange, { limits, window }: Selection): void {
    // The fields then begin with the days that are on screen.
    const isFirstTime = range === 'custom' && this.from === null && this.to === null;
    if (isFirstTime && window) ({ from: this.from, to: this.to } = asCustom(window, limits));
    this.range = range;
    this.#tellRange();
  }

  #chooseDates(dates: { readonly from: string; readonly to: string }): void {
    ({ from: this.from, to: this.to } = dates);
    this.#tellRange();
  }

  #tellRange(): void {
    const selection = this.#usage.read();
    if (!selection?.window) return;
    const { from, to } = selection.window;
    this.dispatchEvent(new RangeChangeEvent(selection.range, from, addDays(to, -1)));
  }

  /** What a page wrote that makes no sense is left out; its author hears of it once. */
  #complain(): void {
    const { choice, complaints } = this.#choice();
    const { account } = this.#usage;
    const unknown = account ? unknownNames(choice, account) : [];
    for (const complaint of [...complaints, ...unknown]) {
      if (this.#complaints.has(complaint)) continue;
      this.#complaints.add(complaint);
      console.warn(`<${this.localName}> ${complaint}`);
    }
  }
}

/** The server said so for each bar: nothing was used. */
function isUnused({ usage }: FigureView): boolean {
  return usage.bars.every(({ value }) => value !== undefined && isZero(value));
}
