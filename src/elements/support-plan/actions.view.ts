import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Offer } from '../../billing/offers.js';
import type { SupportLocale as Locale } from './support-locale.js';

/** What may be done with the support plan; what is left out is not offered. */
export interface SupportActions {
  readonly change: Offer | undefined;
  readonly cancel: Offer | undefined;
  /** Whether what is scheduled may be undone, or is just being undone. */
  readonly keep: 'open' | 'pending' | undefined;
  readonly keepFailure: string | undefined;
  readonly requestChange: () => void;
  readonly requestCancel: () => void;
  readonly keepPlan: () => void;
}

/** The buttons of the support plan. A button that is off says why, where the reasons are told. */
export function supportActions(
  { cancel, change, keep, keepFailure, keepPlan, requestCancel, requestChange }: SupportActions,
  { messages }: Locale,
): TemplateResult | typeof nothing {
  if (!change && !keep && !cancel) return nothing;
  return html`<div class="actions">
    ${
      keep
        ? html`<button
            part="keep button primary"
            class="button primary"
            type="button"
            aria-disabled=${keep === 'pending' ? 'true' : nothing}
            @click=${keepPlan}
          >
            ${messages.keepSupport}
          </button>`
        : nothing
    }
    ${change ? button('change', messages.changeSupport, change, requestChange) : nothing}
    ${cancel ? button('cancel', messages.cancelSupport, cancel, requestCancel) : nothing}
    <p role="alert" class=${keepFailure === undefined ? 'visually-hidden' : 'fault'}>
      ${keepFailure ?? nothing}
    </p>
  </div>`;
}

function button(part: 'change' | 'cancel', text: string, offer: Offer, press: () => void) {
  return html`<button
    part="${part} button ${part === 'cancel' ? 'quiet' : ''}"
    class="button ${part === 'cancel' ? 'quiet' : ''}"
    type="button"
    ?disabled=${offer === 'off'}
    aria-describedby=${offer === 'off' ? 'reasons' : nothing}
    @click=${press}
  >
    ${text}
  </button>`;
}
