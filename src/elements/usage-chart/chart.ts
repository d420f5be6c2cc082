import type { EChartsType, init } from 'echarts/core';
import type { ReactiveController, ReactiveElement } from 'lit';

import { BillingError } from '../../api/billing-error.js';
import { onDeparture } from '../../state/departure.js';
import type { Loadable } from '../../state/query.js';
import { readTheme } from './theme.js';
import { usageChartOption } from './usage-chart.option.js';
import type { Drawing } from './usage-chart.option.js';

/** What draws; the host fetches it when a chart is wanted. */
export interface ChartModule {
  readonly init: typeof init;
}

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

/** In pixels: about what a sheet has between its margins, so that its text is as large as the rest. */
const sheetWidth = 680;

/** Keeps one ECharts instance in step with its host. */
export class Chart implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #config: ChartConfig;
  readonly #module: Loadable<ChartModule>;
  readonly #paper = matchMedia('print');
  readonly #resizes = new ResizeObserver(() => {
    if (!this.#paper.matches && this.#instance && !isAsLargeAs(this.#instance))
      this.#instance.resize();
    // The tip would stay where its bar was.
    if (this.#pointed !== undefined) this.point(this.#pointed);
  });
  #instance: EChartsType | undefined;
  #pointed: number | undefined;
  #drawn: Drawing | undefined;
  #failure: BillingError | undefined;

  constructor(host: ReactiveElement, module: Loadable<ChartModule>, config: ChartConfig) {
    this.#host = host;
    this.#module = module;
    this.#config = config;
    host.addController(this);
  }

  /** Why nothing can be drawn; the host then shows its table alone. */
  get error(): BillingError | undefined {
    return this.#module.error ?? this.#failure;
  }

  /** Tries again what failed. */
  reload(): void {
    this.#failure = undefined;
    if (this.#module.error) this.#module.reload();
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
    this.#pointed = at;
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
    this.#paper.addEventListener('change', this.#turnSheet);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    onDeparture(this.#host, () => {
      this.#paper.removeEventListener('change', this.#turnSheet);
      this.#stop();
    });
  }

  hostUpdated(): void {
    const isWanted = this.#host.isConnected && this.#config.wanted() && !this.error;
    const drawing = isWanted ? this.#config.drawing() : undefined;
    const target = drawing ? this.#config.target() : null;
    if (this.#instance && this.#instance.getDom() !== target) this.#stop();
    const probe = this.#config.probe();
    const module = this.#module.value;
    if (!module || !drawing || !target || !probe || drawing === this.#drawn) return;
    try {
      this.#draw(module, drawing, target, probe);
    } catch (cause) {
      this.#stop();
      this.#failure = new BillingError('module_failed', { retryable: true, cause });
      this.#host.requestUpdate();
    }
  }

  #draw({ init }: ChartModule, drawing: Drawing, target: HTMLElement, probe: HTMLElement): void {
    if (!this.#instance) {
      this.#instance = init(target, null, { renderer: 'svg' });
      this.#resizes.observe(target);
    }
    this.#instance.setOption(usageChartOption(drawing, readTheme(probe)), { notMerge: true });
    this.#drawn = drawing;
  }

  /**
   * In the colours of paper and as wide as a sheet, or back as it was; at once, for printing waits
   * for no frame. The sheet then scales the drawing to what room there is.
   */
  readonly #turnSheet = (): void => {
    const instance = this.#instance;
    if (!instance) return;
    // On paper its place has no height of its own: it follows the drawing.
    const height = instance.getHeight();
    instance.resize(
      this.#paper.matches ? { width: sheetWidth, height } : { width: 'auto', height: 'auto' },
    );
    this.#drawn = undefined;
    this.hostUpdated();
    instance.getZr().flush();
    const viewBox = `0 0 ${instance.getWidth()} ${instance.getHeight()}`;
    instance.getDom().querySelector('svg')?.setAttribute('viewBox', viewBox);
  };

  #stop(): void {
    this.#resizes.disconnect();
    if (this.#instance) dispose(this.#instance);
    this.#instance = undefined;
    this.#drawn = undefined;
    this.#pointed = undefined;
  }
}

/** Whether its place has the size it was drawn in, as when it is observed first: to resize is to draw again. */
function isAsLargeAs(instance: EChartsType): boolean {
  const { clientHeight, clientWidth } = instance.getDom();
  return clientWidth === instance.getWidth() && clientHeight === instance.getHeight();
}

/**
 * Ends a chart and empties its place. ECharts would empty it by `innerHTML`, which a page that
 * requires Trusted Types refuses.
 */
function dispose(instance: EChartsType): void {
  const target = instance.getDom();
  const { painter } = instance.getZr();
  delete painter.root;
  painter.clear = () => undefined;
  instance.dispose();
  target.replaceChildren();
}
