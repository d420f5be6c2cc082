import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';

import type { BillingError } from '../../api/billing-error.js';
import { addDays } from '../../billing/dates.js';
import type { Account } from '../../billing/types.js';
import { inOrder } from '../../billing/usage-bars.js';
import { asCustom } from '../../billing/usage-range.js';
import type { UsageRange } from '../../billing/usage-range.js';
import type { Speech, UsageChartLocale } from '../../i18n/locale.js';
import { connectionOf } from '../../state/connection.js';
import type { Loadable } from '../../state/query.js';
import { Chart } from './chart.js';
import type { ChartModule } from './chart.js';
import { readChoice } from './choice.js';
import type { ReadChoice } from './choice.js';
import { BarCursor } from './cursor.js';
import { emptyWords } from './empty.view.js';
import { ExportDesk } from './export-desk.js';
import { figureOf, isUnused, setAsideOf } from './figure.js';
import type { UsageFigure } from './figure.js';
import { barWords, caption, figureSkeleton, inWords, legend, summaryOf } from './figure.view.js';
import type { Summary } from './figure.view.js';
import { filters } from './filters.view.js';
import type { FiltersView } from './filters.view.js';
import { ChosenNews } from './news.js';
import { remember } from './remember.js';
import { unknownNames } from './selection.js';
import type { Selection } from './selection.js';
import { steadyLocale } from './steady-locale.js';
import { rowsPerPage, usageTable } from './table.view.js';
import { RangeChangeEvent } from './usage-chart.events.js';
import type { Drawing } from './usage-chart.option.js';
import type { UsageChartHost } from './usage-chart-host.js';
import { UsageSource } from './usage-source.js';
import type { Usage } from './usage-source.js';

/**
 * All that is seen of the usage, and what people do with it. As something to load it is what may be
 * missing beside the answer: single days, or the chart, while the table is there all the same.
 */
export class UsagePanel implements ReactiveController, Loadable<{ readonly setAside: number }> {
  readonly answeredAt = undefined;
  readonly retryAt = undefined;
  readonly pending = false;
  /** The answer to what is chosen. */
  readonly usage: UsageSource;
  readonly #host: UsageChartHost;
  readonly #locale: () => UsageChartLocale;
  readonly #chart: Chart;
  readonly #cursor: BarCursor;
  readonly #desk: ExportDesk;
  readonly #news = new ChosenNews();
  readonly #complaints = new Set<string>();
  #drawn: Drawing | undefined;
  #paging: { readonly of: UsageFigure; readonly rows: number } | undefined;

  constructor(
    host: UsageChartHost,
    account: Loadable<Account>,
    charts: Loadable<ChartModule>,
    speech: () => Speech,
  ) {
    const locale = steadyLocale(speech);
    this.#host = host;
    this.usage = new UsageSource(host, account, () => this.#read().choice);
    this.#locale = locale;
    this.#chart = new Chart(host, charts, {
      wanted: () => host.view !== 'table',
      target: () => host.renderRoot.querySelector<HTMLElement>('.chart .plot'),
      probe: () => host.renderRoot.querySelector<HTMLElement>('.probe'),
      drawing: () => this.#drawn,
    });
    this.#cursor = new BarCursor(host, {
      bars: () => this.#drawn?.usage.bars ?? [],
      page: () => (this.#drawn?.granularity === 'month' ? 3 : 7),
      isRtl: () => locale().direction === 'rtl',
      point: (at) => {
        this.#chart.point(at);
      },
      words: (at) => (this.#figure ? barWords(this.#figure, at, locale()) : ''),
    });
    this.#desk = new ExportDesk(host, {
      locale,
      meter: () => this.usage.value?.asked?.meter,
      order: () => {
        const { asked, series } = this.usage.value ?? {};
        if (!asked || !series) return undefined;
        const { meter, window } = asked;
        return { meter, from: window.from, to: window.to, series: inOrder(series, window) };
      },
    });
    host.addController(this);
  }

  /** Why there is no chart; the table is there all the same. */
  get error(): BillingError | undefined {
    return this.#chart.error;
  }

  reload(): void {
    if (this.error) this.#chart.reload();
  }

  /** The server said that nothing was used, or that there is nothing to use. */
  get isEmpty(): boolean {
    const figure = this.#figure;
    return figure ? isUnused(figure) : this.usage.account?.meters.length === 0;
  }

  /** Days or months that the answer lacks, or that nobody asked for; beside those it counts itself. */
  get value(): { readonly setAside: number } {
    const figure = this.#figure;
    return { setAside: figure ? setAsideOf(figure) : 0 };
  }

  /** What a page wrote that makes no sense is left out; its author hears of it once. */
  hostUpdated(): void {
    const { choice, complaints } = this.#read();
    const { account } = this.usage;
    const unknown = account ? unknownNames(choice, account) : [];
    for (const complaint of [...complaints, ...unknown]) {
      if (this.#complaints.has(complaint)) continue;
      this.#complaints.add(complaint);
      console.warn(`<${this.#host.localName}> ${complaint}`);
    }
  }

  renderActions(): TemplateResult {
    return html`<div class="actions">${this.#renderToggle()} ${this.#desk.renderMenu()}</div>`;
  }

  renderFilters(): TemplateResult | typeof nothing {
    const { account, selection } = this.usage;
    if (!account || !selection) return nothing;
    const locale = this.#locale();
    const view: FiltersView = {
      meters: account.meters,
      selection,
      chooseRange: (range) => {
        this.#chooseRange(range, selection);
      },
      chooseDate: (field, date) => {
        this.#chooseDates({ from: selection.from, to: selection.to, [field]: date });
      },
      chooseMeter: (id) => {
        this.#host.meter = id;
        this.#news.expect();
      },
      chooseGroup: (id) => {
        this.#host.groupBy = id ?? null;
        this.#news.expect();
      },
    };
    const words = (figure: UsageFigure) => inWords(this.#summaryOf(figure, locale), locale);
    return html`${filters(view, locale)} ${this.#news.render(this.#figure, words)}`;
  }

  renderExportStatus(): TemplateResult {
    return this.#desk.renderStatus();
  }

  renderSkeleton(): TemplateResult {
    return figureSkeleton();
  }

  /** The figure, or why there is none. */
  renderUsage({ account }: Usage): TemplateResult {
    const { messages } = this.#locale();
    const figure = this.#figure;
    this.#drawn =
      figure && this.#isChart && !isUnused(figure)
        ? this.#drawingOf(figure, this.#locale())
        : undefined;
    if (figure) return this.#renderFigure(figure);
    const text = account.meters.length === 0 ? messages.noMeter : messages.chooseRange;
    return html`<div part="empty card" class="card empty">${emptyWords(text)}</div>`;
  }

  #read(): ReadChoice {
    return readChoice(this.#host, connectionOf(this.#host).settings.timeZone);
  }

  get #figure(): UsageFigure | undefined {
    const { asked, series } = this.usage.value ?? {};
    return asked && series ? this.#figureFrom(series, asked.window, asked.meter.name) : undefined;
  }

  readonly #figureFrom = remember(figureOf);

  readonly #drawingOf = remember(
    ({ binned, meter, window }: UsageFigure, locale: UsageChartLocale): Drawing => ({
      usage: binned,
      granularity: window.granularity,
      meter,
      locale,
    }),
  );

  readonly #summaryOf = remember(summaryOf);

  /** Where ECharts cannot be had, the table is what people see. */
  get #isChart(): boolean {
    return this.#host.view !== 'table' && !this.error;
  }

  #renderToggle() {
    const figure = this.#figure;
    if (!figure || isUnused(figure) || this.error) return nothing;
    const { messages } = this.#locale();
    return html`<button part="view button" class="button" type="button" @click=${this.#toggleView}>
      ${this.#isChart ? messages.showAsTable : messages.showAsChart}
    </button>`;
  }

  #renderFigure(figure: UsageFigure): TemplateResult {
    const locale = this.#locale();
    const summary = this.#summaryOf(figure, locale);
    const hasBars = !isUnused(figure);
    return html`<figure part="figure card" class="card figure">
      ${guard([figure, locale], () => caption(figure, summary, locale))}
      <div part="empty" class="empty" ?hidden=${hasBars}>
        ${emptyWords(locale.messages.noUsage)}
      </div>
      ${hasBars && this.#isChart ? this.#renderChart(figure, summary) : nothing}
      ${hasBars ? this.#renderTable(figure, summary) : nothing}
    </figure>`;
  }

  #renderChart(figure: UsageFigure, summary: Summary) {
    const locale = this.#locale();
    return html`
      <div
        part="chart"
        class="chart"
        role="application"
        tabindex="0"
        aria-label=${inWords(summary, locale)}
        aria-describedby="chart-hint"
        @keydown=${this.#cursor.press}
        @blur=${this.#cursor.leave}
      >
        <div class="plot" dir="ltr" aria-hidden="true"></div>
      </div>
      <p id="chart-hint" class="visually-hidden">${locale.messages.chartHint}</p>
      <p part="cursor" class="visually-hidden" role="status">${this.#cursor.spoken}</p>
      ${guard([figure, locale], () => legend(figure, locale))}
      <span class="probe" aria-hidden="true"></span>
      <span class="watch" aria-hidden="true" @transitionrun=${this.#chart.repaint}></span>
    `;
  }

  /** Written once for each figure: the cursor moves in a frame, a year of rows takes longer. */
  #renderTable(figure: UsageFigure, summary: Summary) {
    const locale = this.#locale();
    const isShown = !this.#isChart;
    const rows = this.#paging?.of === figure ? this.#paging.rows : rowsPerPage;
    const showMore = () => {
      this.#paging = { of: figure, rows: rows + rowsPerPage };
      this.#host.requestUpdate();
    };
    return guard([figure, locale, isShown, rows], () =>
      usageTable({ ...figure, isShown, rows, showMore }, summary, locale),
    );
  }

  readonly #toggleView = (): void => {
    this.#host.view = this.#isChart ? 'table' : 'chart';
  };

  #chooseRange(range: UsageRange, { limits, window }: Selection): void {
    const host = this.#host;
    // The fields then begin with the days that are on screen.
    const isFirstTime = range === 'custom' && host.from === null && host.to === null;
    if (isFirstTime && window) ({ from: host.from, to: host.to } = asCustom(window, limits));
    host.range = range;
    this.#tellRange();
  }

  #chooseDates({ from, to }: { readonly from: string; readonly to: string }): void {
    Object.assign(this.#host, { from, to });
    this.#tellRange();
  }

  #tellRange(): void {
    const selection = this.usage.read();
    if (!selection?.window) return;
    this.#news.expect();
    const { from, to } = selection.window;
    this.#host.dispatchEvent(new RangeChangeEvent(selection.range, from, addDays(to, -1)));
  }
}
