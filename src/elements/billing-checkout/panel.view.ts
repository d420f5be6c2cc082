import { html, svg } from 'lit';
import type { nothing, TemplateResult } from 'lit';

export type Tone = 'success' | 'waiting' | 'danger';

const icons: Record<Tone, TemplateResult> = {
  success: svg`<path d="M6.5 12.5l3.5 3.5 7.5-8" />`,
  waiting: svg`<path d="M12 7v5.5l3.5 2" />`,
  danger: svg`<path d="M8.5 8.5l7 7M15.5 8.5l-7 7" />`,
};

/** What stands in the middle when there is nothing more to fill in. */
export function panel(
  { state, title, tone }: { readonly state: string; readonly title: string; readonly tone: Tone },
  words: TemplateResult,
  more: TemplateResult | typeof nothing,
): TemplateResult {
  return html`
    <section part="outcome ${state} card" class="card outcome ${tone}">
      <slot name="${tone}-icon">
        <svg part="icon" class="sign" viewBox="0 0 24 24" width="40" height="40" aria-hidden="true">
          <circle cx="12" cy="12" r="11" />
          ${icons[tone]}
        </svg>
      </slot>
      <div role="status">
        <h3 part="outcome-heading" tabindex="-1">${title}</h3>
        ${words}
      </div>
      ${more}
    </section>
  `;
}
