import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** As high as what will come, so that nothing on the page jumps when it does. */
export function skeleton(): TemplateResult {
  return html`<div class="card figure" aria-hidden="true">
    <div class="skeleton caption-skeleton"></div>
    <div class="skeleton plot"></div>
  </div>`;
}

/** In the place of the filters, until it is known which there are. */
export function filtersSkeleton(): TemplateResult {
  return html`<div class="skeleton filters-skeleton" aria-hidden="true"></div>`;
}
