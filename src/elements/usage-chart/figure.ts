/** The answer as a figure: what was asked for, and the bars that came. */
import { bin } from '../../billing/bin.js';
import type { BinnedBars } from '../../billing/bin.js';
import { isZero } from '../../billing/decimal.js';
import type { UsageSeries } from '../../billing/types.js';
import { usageBars } from '../../billing/usage-bars.js';
import type { UsageBars } from '../../billing/usage-bars.js';
import type { UsageWindow } from '../../billing/usage-range.js';

export interface UsageFigure {
  readonly series: UsageSeries;
  readonly window: UsageWindow;
  /** The meter's name. */
  readonly meter: string;
  /** Every day or month that was asked for. */
  readonly usage: UsageBars;
  /** As few bars and groups as can be drawn. */
  readonly binned: BinnedBars;
}

export function figureOf(series: UsageSeries, window: UsageWindow, meter: string): UsageFigure {
  const usage = usageBars(series, window);
  return { series, window, meter, usage, binned: bin(usage) };
}

/** The server said so for each bar: nothing was used. */
export function isUnused({ usage }: UsageFigure): boolean {
  return usage.bars.every(({ value }) => value !== undefined && isZero(value));
}

/** How many days or months the server sent nothing for. */
export function missingOf({ binned }: UsageFigure): number {
  return binned.bars.reduce((sum, { missing }) => sum + missing, 0);
}

/** Days or months that the answer lacks, or that nobody asked for, beside those it counts itself. */
export function setAsideOf(figure: UsageFigure): number {
  const { series, usage } = figure;
  // A bucket that could not be read is missing too, and counts once.
  return usage.unexpected + Math.max(missingOf(figure) - (series.setAside ?? 0), 0);
}
