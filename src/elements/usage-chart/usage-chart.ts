import { UsageChartElement } from './usage-chart.element.js';

export * from './usage-chart.element.js';
export * from './usage-chart.events.js';

if (!customElements.get('usage-chart')) customElements.define('usage-chart', UsageChartElement);

declare global {
  interface HTMLElementTagNameMap {
    'usage-chart': UsageChartElement;
  }
}
