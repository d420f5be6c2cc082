import { define } from '../define.js';
import { SupportPlanElement } from './support-plan.element.js';

export * from './support-plan.element.js';
// As types alone: the classes come with the code that sends them.
export type * from './support-plan.events.js';

define('support-plan', SupportPlanElement);

declare global {
  interface HTMLElementTagNameMap {
    'support-plan': SupportPlanElement;
  }
}
