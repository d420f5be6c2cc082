import { PlanUsageElement } from './plan-usage.element.js';

export * from './plan-usage.element.js';
export * from './plan-usage.events.js';

if (!customElements.get('plan-usage')) customElements.define('plan-usage', PlanUsageElement);

declare global {
  interface HTMLElementTagNameMap {
    'plan-usage': PlanUsageElement;
  }
}
