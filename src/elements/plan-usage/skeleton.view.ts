import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** As high as what will come, so that nothing on the page jumps when it does. */
export function skeleton(): TemplateResult {
  return html`
    <div class="skeleton plan-skeleton" aria-hidden="true"></div>
    <div class="balances" aria-hidden="true">
      <div class="skeleton balance-skeleton"></div>
      <div class="skeleton balance-skeleton"></div>
    </div>
  `;
}
