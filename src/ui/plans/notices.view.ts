import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

export interface Notice {
  readonly tone: 'info' | 'warning' | 'danger';
  readonly text: string;
  /** What helps. */
  readonly action?: TemplateResult | typeof nothing;
}

/** What a person should know before reading on. */
export function notices(list: readonly Notice[]): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<ul part="notices" class="notices" role="list">
    ${list.map(
      ({ action, text, tone }) =>
        html`<li part="notice ${tone}" class="notice ${tone}">
          <bdi>${text}</bdi>${action ?? nothing}
        </li>`,
    )}
  </ul>`;
}
