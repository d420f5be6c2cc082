import { define } from '../define.js';
import { PlanUsageElement } from './plan-usage.element.js';

export * from './plan-usage.element.js';
// As types alone: the classes come with the code that sends them.
export type * from './plan-usage.events.js';

define('plan-usage', PlanUsageElement);

declare global {
  interface HTMLElementTagNameMap {
    'plan-usage': PlanUsageElement;
  }
}
