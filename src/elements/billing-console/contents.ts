import { html } from 'lit';
import type { TemplateResult } from 'lit';

import { everyPart } from '../../ui/every-part.js';
import type { ConsolePage } from './pages.js';

interface PageContent {
  /** Fetches the code of what stands there. */
  readonly define: () => Promise<unknown>;
  /** What stands there, unless the host has put an element of its own in its place. */
  readonly render: () => TemplateResult;
}

/** What the pages hold. */
export const contents: Record<ConsolePage, PageContent> = {
  'plan-usage': {
    define: () =>
      Promise.all([import('../plan-usage/plan-usage.js'), import('../usage-chart/usage-chart.js')]),
    render: () =>
      html`<slot name="plan-usage"><plan-usage exportparts=${everyPart}></plan-usage></slot>
        <slot name="usage-chart"><usage-chart exportparts=${everyPart}></usage-chart></slot>`,
  },
  support: {
    define: () => import('../support-plan/support-plan.js'),
    render: () =>
      html`<slot name="support-plan"><support-plan exportparts=${everyPart}></support-plan></slot>`,
  },
  invoices: {
    define: () => import('../invoice-list/invoice-list.js'),
    render: () =>
      html`<slot name="invoice-list"><invoice-list exportparts=${everyPart}></invoice-list></slot>`,
  },
};
