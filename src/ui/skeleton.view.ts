import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** About as high as what will come, so that the page jumps as little as can be. */
export function skeleton(): TemplateResult {
  return html`<div part="skeleton" class="skeleton" aria-hidden="true"></div>
    <div part="skeleton" class="skeleton" aria-hidden="true"></div>`;
}
