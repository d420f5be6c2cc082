import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Balance } from '../../billing/types.js';
import { sentences } from '../../i18n/sentences.js';
import { canSetAutoReload, currencyOf } from './auto-reload.js';
import type { AutoReloadDraft, AutoReloadFaults, AutoReloadPlace } from './auto-reload.js';
import type { ReloadLocale } from './plan-usage-locale.js';

/** What the fields of automatic reload are drawn from. */
export interface AutoReloadView {
  readonly balance: Balance;
  readonly place: AutoReloadPlace;
  readonly draft: AutoReloadDraft;
  readonly faults: AutoReloadFaults;
  readonly change: (draft: AutoReloadDraft) => void;
}

/** Automatic reload as a checkbox, its condition in words, and its two amounts once it is wanted. */
export function autoReloadFields(
  view: AutoReloadView,
  locale: ReloadLocale,
): TemplateResult | typeof nothing {
  const { balance, change, draft, place } = view;
  const { messages } = locale;
  const canSet = canSetAutoReload(balance, place);
  if (canSet === undefined) return nothing;
  const state = stateOf(balance, place, canSet, locale);
  const toggle = ({ currentTarget }: Event) => {
    if (currentTarget instanceof HTMLInputElement) {
      change({ ...draft, enabled: currentTarget.checked });
    }
  };
  return html`<fieldset class="auto" part="auto-reload-fields">
    <legend class=${place === 'alone' ? 'visually-hidden' : ''}>${messages.autoReload}</legend>
    <label class="switch">
      <input
        type="checkbox"
        ?disabled=${!canSet}
        .checked=${draft.enabled && canSet}
        aria-describedby=${state.length > 0 ? 'auto-reload-state' : nothing}
        @change=${toggle}
      />
      <span>${messages.autoReloadSwitch}</span>
    </label>
    ${
      state.length > 0
        ? html`<p id="auto-reload-state" class="muted state">
            <bdi>${sentences(state, locale)}</bdi>
          </p>`
        : nothing
    }
    ${draft.enabled && canSet ? amounts(view, locale) : nothing}
  </fieldset>`;
}

/** Under which condition it works, or why it does not. */
function stateOf(
  { autoTopUp }: Balance,
  place: AutoReloadPlace,
  canSet: boolean,
  { messages }: ReloadLocale,
): string[] {
  const { reason, status } = autoTopUp ?? { status: 'off' };
  const why = reason === undefined ? [] : [messages.autoReloadReasons[reason] ?? reason];
  if (status === 'failing') {
    const state = messages.autoReloadIs(messages.autoReloadStatus[status] ?? status);
    return [state, ...why, messages.autoReloadAfterPayment];
  }
  if (status !== 'unavailable') return [];
  if (!canSet) return why.length > 0 ? why : [messages.autoReloadStatus['unavailable'] ?? status];
  return reason === 'first_top_up_needed' && place === 'with_reload'
    ? [messages.autoReloadAfterFirst]
    : [...why, messages.autoReloadAfterPayment];
}

function amounts(view: AutoReloadView, locale: ReloadLocale) {
  const { balance, change, draft, faults } = view;
  const { messages } = locale;
  return html`
    <div class="auto-amounts">
      ${field({
        name: 'threshold',
        label: messages.autoReloadThreshold,
        value: draft.threshold,
        unit: balance.currency,
        fault: faults.threshold,
        change: (threshold) => {
          change({ ...draft, threshold });
        },
      })}
      ${field({
        name: 'auto-amount',
        label: messages.autoReloadAmount,
        value: draft.amount,
        unit: currencyOf(balance),
        fault: faults.amount,
        change: (amount) => {
          change({ ...draft, amount });
        },
      })}
    </div>
    <p class="muted"><bdi>${messages.autoReloadTerms}</bdi></p>
  `;
}

interface FieldView {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string | undefined;
  readonly fault: string | undefined;
  readonly change: (value: string) => void;
}

function field({ change, fault, label, name, unit, value }: FieldView) {
  const type = ({ currentTarget }: Event) => {
    if (currentTarget instanceof HTMLInputElement) change(currentTarget.value);
  };
  return html`<div part="field" class="field">
    <label part="label" for=${name}>${label}</label>
    <div class="input">
      <input
        id=${name}
        part="input"
        inputmode="decimal"
        autocomplete="off"
        .value=${value}
        aria-invalid=${fault === undefined ? nothing : 'true'}
        aria-describedby="${name}-unit ${name}-fault"
        @input=${type}
      />
      <span id="${name}-unit" class="unit">${unit ?? nothing}</span>
    </div>
    <p id="${name}-fault" part="problem" class="fault" ?hidden=${fault === undefined}>
      <bdi>${fault ?? nothing}</bdi>
    </p>
  </div>`;
}
