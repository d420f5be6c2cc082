import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Operation } from '../../billing/types.js';
import type { BillingCheckoutLocale as Locale } from '../../i18n/locale.js';

/** What the details of a transfer are drawn from, and what people do there. */
export interface TransferView {
  readonly instructions: NonNullable<Operation['instructions']>;
  readonly readOnly: boolean;
  /** What became of the last copying. */
  readonly copied: string;
  readonly copy: (label: string, value: HTMLElement) => void;
}

/** What to tell the bank, line by line, each to be copied. */
export function transferDetails(
  { copied, copy, instructions, readOnly }: TransferView,
  { messages }: Locale,
): TemplateResult {
  const copyValue = (label: string) => (event: Event) => {
    const { currentTarget } = event;
    const row = currentTarget instanceof Element ? currentTarget.closest('div') : null;
    const value = row?.querySelector<HTMLElement>('dd > bdi');
    if (value) copy(label, value);
  };
  return html`
    <dl part="instructions" class="instructions">
      ${instructions.map(
        ({ label, value }) =>
          html`<div part="instruction">
            <dt><bdi>${label}</bdi></dt>
            <dd><bdi>${value}</bdi></dd>
            ${
              readOnly
                ? nothing
                : html`<dd class="copy">
                    <button
                      part="copy button"
                      class="button"
                      type="button"
                      aria-label=${messages.copyValue(label)}
                      @click=${copyValue(label)}
                    >
                      ${messages.copy}
                    </button>
                  </dd>`
            }
          </div>`,
      )}
    </dl>
    <p part="copied" role="status" class="muted">${copied}</p>
  `;
}
