import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

export interface Notice {
  readonly tone: 'info' | 'warning' | 'danger';
  readonly text: string;
}

/** What a person should know before reading on. */
export function notices(list: readonly Notice[]): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<ul part="notices" class="notices" role="list">
    ${list.map(
      ({ text, tone }) => html`<li part="notice ${tone}" class="notice ${tone}">${text}</li>`,
    )}
  </ul>`;
}
