/** Defines every element. The provider comes first, so that it is there when the others look for it. */
export * from './elements/billing-provider/billing-provider.js';
export * from './elements/billing-checkout/billing-checkout.js';
export * from './elements/billing-console/billing-console.js';
export * from './elements/invoice-list/invoice-list.js';
export * from './elements/plan-usage/plan-usage.js';
export * from './elements/support-plan/support-plan.js';
export * from './elements/usage-chart/usage-chart.js';
export * from './index.js';
