import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';

import type { DialogLocale } from '../../ui/checkout/dialog-locale.js';

const arrow = svg`<path d="M10 3.5L5.5 8l4.5 4.5" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`;

/** Leads to the step before. */
export function backButton(back: () => void, { messages }: DialogLocale): TemplateResult {
  return html`<button part="back button" class="button back" type="button" @click=${back}>
    <svg part="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${arrow}</svg>
    ${messages.back}
  </button>`;
}
