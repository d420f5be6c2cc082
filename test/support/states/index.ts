/** Every element in every state that it can be in. */
import '../../../src/elements/billing-checkout/billing-checkout.content.js';
import '../../../src/elements/billing-checkout/billing-checkout.js';
import '../../../src/elements/billing-console/billing-console.content.js';
import '../../../src/elements/billing-console/billing-console.js';
import '../../../src/elements/invoice-list/invoice-copy.js';
import '../../../src/elements/invoice-list/invoice-list.content.js';
import '../../../src/elements/invoice-list/invoice-list.js';
import '../../../src/elements/plan-usage/auto-reload.dialog.js';
import '../../../src/elements/plan-usage/plan-usage.content.js';
import '../../../src/elements/plan-usage/plan-usage.js';
import '../../../src/elements/plan-usage/reload.dialog.js';
import '../../../src/elements/shared/pay-invoice.dialog.js';
import '../../../src/elements/shared/plan-change.dialog.js';
import '../../../src/elements/support-plan/support-cancel.dialog.js';
import '../../../src/elements/support-plan/support-plan.content.js';
import '../../../src/elements/support-plan/support-plan.js';
import '../../../src/elements/usage-chart/echarts.vendor.js';
import '../../../src/elements/usage-chart/usage-chart.content.js';
import '../../../src/elements/usage-chart/usage-chart.js';
import '../../../src/elements/usage-chart/usage-chart.option.js';
import '../../../src/elements/invoice-list/list-export.js';
import '../../../src/elements/usage-chart/usage-export.js';
import '../../../src/export/jspdf.vendor.js';
import '../../../src/export/papaparse.vendor.js';
import '../../../src/export/zip.vendor.js';
import { checkoutStates } from './billing-checkout.states.js';
import { faceStates } from './faces.states.js';
import { invoiceListStates } from './invoice-list.states.js';
import { planUsageStates } from './plan-usage.states.js';
import { reloadStates } from './reload.states.js';
import type { State } from './stage.js';
import { supportPlanStates } from './support-plan.states.js';
import { usageChartStates } from './usage-chart.states.js';

const consoleStates: readonly State[] = (['plan-usage', 'support', 'invoices'] as const).map(
  (page) => ({
    name: `billing-console, ${page}`,
    play: async (stage) => {
      await stage.put('billing-console', { client: stage.client(), page });
      await stage.until(
        () => stage.place.querySelector('*')?.shadowRoot?.querySelector(`#page-${page} > slot > *`),
        page,
      );
      await stage.until(() => stage.isSettled, 'page that has settled');
    },
  }),
);

export const states: readonly State[] = [
  ...faceStates,
  ...planUsageStates,
  ...reloadStates,
  ...usageChartStates,
  ...supportPlanStates,
  ...invoiceListStates,
  ...checkoutStates,
  ...consoleStates,
];
