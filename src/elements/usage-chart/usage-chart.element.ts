import { html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';

import { LazyModule } from '../../state/lazy-module.js';
import { later } from '../../state/later.js';
import { whenNear } from '../../state/near.js';
import { BillingQuery } from '../../state/query.js';
import { controls } from '../../ui/controls.styles.js';
import { Faces } from '../../ui/faces.js';
import { skeleton } from '../../ui/skeleton.view.js';
import { tokens } from '../../ui/tokens.styles.js';
import { BillingElement } from '../billing-element.js';
import { property } from '../property.js';
import type { UsageChartHost } from './usage-chart-host.js';
import type { UsagePanel } from './usage-panel.js';

/**
 * What the account has used: a bar for each day or month, with the total and the average, the same
 * numbers as a table, and as a CSV file.
 *
 * @tag usage-chart
 * @slot heading - Stands in for the title.
 * @slot empty-icon - Stands above the words where there is nothing to show: a sign or a picture.
 * @slot empty - Stands in for the words where nothing was used, or there is nothing to use.
 * @slot footer - Stands below all that the element shows.
 * @fires {RangeChangeEvent} range-change - Someone chose another range.
 * @fires {CsvExportEvent} csv-export - Someone wants the usage as a file. Cancelable: by default the element makes the file and saves it.
 * @csspart view - The button that changes between chart and table.
 * @csspart export - The button that exports.
 * @csspart export-choices - What can be exported, where there is a choice.
 * @csspart export-summary - Exports the bars on screen.
 * @csspart export-records - Exports every single record.
 * @csspart choice-button - Either of them.
 * @csspart export-status - How an export goes.
 * @csspart export-cancel - Stops an export.
 * @csspart export-retry - Goes on with an export that stopped.
 * @csspart export-part - Saves what there is of an export that stopped.
 * @csspart filters - The choice of days, meter and groups.
 * @csspart range - One range on offer.
 * @csspart meter-filter - The choice of what is counted.
 * @csspart group-filter - The choice of groups.
 * @csspart figure - The chart with its caption.
 * @csspart caption - Total, average, dates, time zone and age.
 * @csspart total - The sum of all bars.
 * @csspart average - The mean of the whole bars.
 * @csspart notes - What is still running, missing or merged.
 * @csspart chart - The bars.
 * @csspart cursor - What the keyboard's cursor says; heard, not seen.
 * @csspart legend - The groups and their colours.
 * @csspart more - Shows more rows of a long table.
 * @cssprop [--usage-chart-height=16rem] - Height of the bars with their axis.
 * @cssprop [--usage-chart-font-size=0.75rem] - Size of what is written along the axes.
 * @cssprop [--usage-chart-bar-radius] - How round the end of a bar is. Left out, at most 4px, and never more than what can be pressed.
 * @cssprop [--usage-chart-stripe-width=2px] - How wide the stripes are of a day or month that is not over.
 * @cssprop [--usage-chart-stripe-gap=3px] - How far they are apart.
 * @cssprop [--usage-chart-color-1] - Colour of the bars, or of the largest group. Left out, the accent.
 * @cssprop [--usage-chart-color-2] - Colour of the second group.
 * @cssprop [--usage-chart-color-3] - Colour of the third group.
 * @cssprop [--usage-chart-color-4] - Colour of the fourth group.
 * @cssprop [--usage-chart-color-5] - Colour of the fifth group.
 * @cssprop [--usage-chart-color-6] - Colour of the sixth group.
 * @cssprop [--usage-chart-color-7] - Colour of the seventh group.
 * @cssprop [--usage-chart-color-8] - Colour of all other groups.
 */
export class UsageChartElement extends BillingElement implements UsageChartHost {
  static override styles = [tokens, controls];

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

  readonly #content = new LazyModule(this, () => import('./usage-chart.content.js'));

  readonly #account = new BillingQuery(this, {
    args: () => [],
    load: (client, options) => client.account(options),
  });

  /** By far the largest part: fetched before the panel asks for it, beside the first request. */
  readonly #charts = new LazyModule(this, () => import('./echarts.vendor.js'));

  #isNear = false;
  #stopWaiting: (() => void) | undefined;
  #panel: UsagePanel | undefined;

  readonly #faces = new Faces(
    this,
    this.#content,
    [later(() => this.#panel?.usage, this.#account), later(() => this.#panel, this.#content)],
    () => this.#panel?.isEmpty ?? false,
  );

  override reload(): void {
    this.#faces.reload();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#content.start();
    if (this.#isNear) return;
    this.#stopWaiting = whenNear(this, () => {
      this.#isNear = true;
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWaiting?.();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const content = this.#content.value;
    if (this.#isNear && this.view !== 'table') this.#charts.start();
    this.wear(content?.styles);
    if (content) {
      this.#panel ??= new content.UsagePanel(this, this.#account, this.#charts, () => this.i18n);
    }
  }

  protected override render(): TemplateResult {
    const panel = this.#panel;
    const face = this.#faces.now;
    const isRefused = face === 'denied' || face === 'signed-out';
    const controls = isRefused || !this.#account.value ? undefined : panel;
    return html`
      <div class="head">
        <h2 part="heading" tabindex="-1">
          <slot name="heading">${this.i18n.messages.usage}</slot>
        </h2>
        ${controls?.renderActions()}
      </div>
      ${controls?.renderFilters()} ${controls?.renderExportStatus()}
      ${this.#faces.render(
        this.i18n,
        (usage) => panel?.renderUsage(usage),
        panel?.renderSkeleton() ?? skeleton(),
      )}
      <slot name="footer"></slot>
    `;
  }
}
