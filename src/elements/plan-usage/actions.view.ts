import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Offer } from '../../billing/offers.js';
import type { PlanUsageLocale as Locale } from '../../i18n/locale.js';

/** What may be done with the plan. */
export interface PlanActions {
  readonly change: Offer | undefined;
  /** Whether what is scheduled may be undone, is just being undone, or could not be. */
  readonly keep: 'open' | 'pending' | undefined;
  readonly keepFailure: string | undefined;
  readonly requestChange: () => void;
  readonly keepPlan: () => void;
}

/** What may be done with a balance; what is left out is not offered. */
export interface BalanceActions {
  readonly reload: Offer | undefined;
  readonly requestReload: () => void;
  readonly changeAutoReload: (() => void) | undefined;
}

/** The buttons of the plan. A button that is off says why, where the reasons are told. */
export function planActions(
  { change, keep, keepFailure, keepPlan, requestChange }: PlanActions,
  { messages }: Locale,
): TemplateResult | typeof nothing {
  if (!change && !keep) return nothing;
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
            ${messages.keepPlan}
          </button>`
        : nothing
    }
    ${
      change
        ? html`<button
            part="change button"
            class="button"
            type="button"
            ?disabled=${change === 'off'}
            aria-describedby=${change === 'off' ? 'reasons' : nothing}
            @click=${requestChange}
          >
            ${messages.changePlan}
          </button>`
        : nothing
    }
    <p role="alert" class=${keepFailure === undefined ? 'visually-hidden' : 'fault'}>
      ${keepFailure ?? nothing}
    </p>
  </div>`;
}

/** The button that buys more for a balance. */
export function reloadButton(
  { reload, requestReload }: BalanceActions,
  index: number,
  { messages }: Locale,
): TemplateResult | typeof nothing {
  if (!reload) return nothing;
  const describes = [`name-${index}`, ...(reload === 'off' ? ['reasons'] : [])];
  return html`<div class="actions">
    <button
      part="reload button primary"
      class="button primary"
      type="button"
      ?disabled=${reload === 'off'}
      aria-describedby=${describes.join(' ')}
      @click=${requestReload}
    >
      ${messages.reload}
    </button>
  </div>`;
}

/** The way to the settings of automatic reload. */
export function autoReloadButton(
  { changeAutoReload }: BalanceActions,
  index: number,
  { messages }: Locale,
): TemplateResult | typeof nothing {
  if (!changeAutoReload) return nothing;
  return html`<button
    part="change-auto-reload button link"
    class="button plain-text"
    type="button"
    aria-label=${messages.changeAutoReload}
    aria-describedby="name-${index}"
    @click=${changeAutoReload}
  >
    ${messages.change}
  </button>`;
}
