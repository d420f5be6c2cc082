import { define } from '../define.js';
import { UsageChartElement } from './usage-chart.element.js';

export * from './usage-chart.element.js';
// As types alone: the classes come with the code that sends them.
export type * from './usage-chart.events.js';

define('usage-chart', UsageChartElement);

declare global {
  interface HTMLElementTagNameMap {
    'usage-chart': UsageChartElement;
  }
}
