import type { init } from 'echarts/core';
import type { EChartsType } from 'echarts/core';
import type { ReactiveController, ReactiveElement } from 'lit';

import { BillingError } from '../../api/billing-error.js';
import { onDeparture } from '../../state/departure.js';
import type { Loadable } from '../../state/query.js';
import { readTheme, watchTheme } from './theme.js';
import type { Drawing, usageChartOption } from './usage-chart.option.js';

export interface ChartConfig {
  /** Whether a chart is wanted, even if its data is still on the way. */
  wanted: () => boolean;
  /** Where to draw: a rendered element with a size of its own. */
  target: () => HTMLElement | null;
  /** An unseen element that the colours are read off. */
  probe: () => HTMLElement | null;
  /** What to draw, the same object while nothing has changed; `undefined` while there is nothing. */
  drawing: () => Drawing | undefined;
}

interface Tools {
  readonly init: typeof init;
  readonly optionOf: typeof usageChartOption;
}

/**
 * Keeps one ECharts instance in step with its host. Where ECharts cannot be had it has an `error`,
 * and the host shows its table alone.
 */
export class Chart implements ReactiveController, Loadable<true> {
  readonly value = true;
  readonly answeredAt = undefined;
  readonly retryAt = undefined;
  readonly #host: ReactiveElement;
  readonly #config: ChartConfig;
  readonly #resizes = new ResizeObserver(() => this.#instance?.resize());
  #loading: Promise<void> | undefined;
  #tools: Tools | undefined;
  #instance: EChartsType | undefined;
  #drawn: Drawing | undefined;
  #stopWatching: (() => void) | undefined;

  error: BillingError | undefined;

  constructor(host: ReactiveElement, config: ChartConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  get pending(): boolean {
    return this.#loading !== undefined && this.#tools === undefined && !this.error;
  }

  /** Tries again what failed. */
  reload(): void {
    if (!this.error) return;
    this.error = undefined;
    this.#loading = undefined;
    this.#host.requestUpdate();
  }

  /** Draws anew with the colours that hold now. */
  readonly repaint = (): void => {
    if (!this.#drawn) return;
    this.#drawn = undefined;
    this.#host.requestUpdate();
  };

  /** Shows the tip of a bar, or none. */
  point(at: number | undefined): void {
    const instance = this.#instance;
    if (!instance) return;
    if (at === undefined) {
      instance.dispatchAction({ type: 'hideTip' });
      instance.dispatchAction({ type: 'updateAxisPointer', currTrigger: 'leave' });
      return;
    }
    // By place, not by series: a gap is in no series, and has its tip too.
    const x = instance.convertToPixel({ xAxisIndex: 0 }, at);
    instance.dispatchAction({ type: 'showTip', x, y: instance.getHeight() / 2 });
  }

  hostConnected(): void {
    this.#stopWatching = watchTheme(this.repaint);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stopWatching?.();
    onDeparture(this.#host, () => {
      this.#stop();
    });
  }

  hostUpdate(): void {
    // Before there is data, so that ECharts and the data are fetched at the same time.
    if (this.#host.isConnected && this.#config.wanted()) this.#loading ??= this.#load();
  }

  hostUpdated(): void {
    const isWanted = this.#host.isConnected && this.#config.wanted() && !this.error;
    const drawing = isWanted ? this.#config.drawing() : undefined;
    const target = drawing ? this.#config.target() : null;
    if (this.#instance && this.#instance.getDom() !== target) this.#stop();
    const probe = this.#config.probe();
    if (!this.#tools || !drawing || !target || !probe || drawing === this.#drawn) return;
    try {
      this.#draw(this.#tools, drawing, target, probe);
    } catch (cause) {
      this.#fail(cause);
    }
  }

  #draw(
    { init, optionOf }: Tools,
    drawing: Drawing,
    target: HTMLElement,
    probe: HTMLElement,
  ): void {
    if (!this.#instance) {
      this.#instance = init(target, null, { renderer: 'svg' });
      this.#resizes.observe(target);
    }
    this.#instance.setOption(optionOf(drawing, readTheme(probe)), { notMerge: true });
    this.#drawn = drawing;
  }

  #stop(): void {
    this.#resizes.disconnect();
    this.#instance?.dispose();
    this.#instance = undefined;
    this.#drawn = undefined;
  }

  #fail(cause: unknown): void {
    this.#stop();
    this.error = new BillingError('module_failed', { retryable: true, cause });
    this.#host.requestUpdate();
  }

  async #load(): Promise<void> {
    try {
      const [{ init }, { usageChartOption }] = await Promise.all([
        import('./echarts.vendor.js'),
        import('./usage-chart.option.js'),
      ]);
      this.#tools = { init, optionOf: usageChartOption };
    } catch (cause) {
      this.#fail(cause);
    }
    this.#host.requestUpdate();
  }
}
