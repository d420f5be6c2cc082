import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { unitsFor } from '../../billing/reload-amount.js';
import type { Balance, Decimal, Meter } from '../../billing/types.js';
import { boundsText } from './amount-words.js';
import type { ReloadLocale } from './plan-usage-locale.js';
import { unitName, unitsOfTyped } from './reload-draft.js';
import type { AmountChoice, ReloadDraft } from './reload-draft.js';

/** What the choice of an amount is drawn from. */
export interface AmountView {
  readonly balance: Balance;
  readonly meters: readonly Meter[];
  readonly draft: ReloadDraft;
  readonly fault: string | undefined;
  readonly change: (draft: ReloadDraft) => void;
}

type Option = NonNullable<NonNullable<Balance['topUp']>['options']>[number];

/** The amounts on offer and a free one, each with what it pays for. */
export function amountFields(view: AmountView, locale: ReloadLocale): TemplateResult {
  const { balance, draft, fault } = view;
  const { custom, options = [] } = balance.topUp ?? {};
  const { messages } = locale;
  const hasChoice = options.length > 0;
  const isFree = draft.choice === 'other' && custom !== undefined;
  return html`<fieldset
    part="amounts"
    aria-describedby=${fault !== undefined && !isFree ? 'amount-fault' : nothing}
  >
    <legend part="label">${messages.reloadAmount}</legend>
    <div class="amounts">
      ${options.map((option, index) => offered(option, index, view, locale))}
      ${hasChoice && custom ? choice('other', messages.otherAmount, undefined, view) : nothing}
    </div>
    ${isFree ? freeAmount(view, locale) : fault ? faultLine(fault) : nothing}
  </fieldset>`;
}

function offered(option: Option, index: number, view: AmountView, locale: ReloadLocale) {
  const { balance, meters } = view;
  const units = option.units ?? unitsFor(option.price, balance.topUp?.unitPrice);
  const price = locale.money(option.price);
  const says = option.label ?? buys(units, balance, meters, locale);
  return choice(index, price, says, view);
}

function choice(
  value: AmountChoice,
  label: string,
  says: string | undefined,
  { change, draft }: AmountView,
) {
  return html`<label class="option" part="amount-option option">
    <input
      type="radio"
      name="amount"
      value=${value}
      .checked=${draft.choice === value}
      @change=${() => {
        change({ ...draft, choice: value });
      }}
    />
    <span>
      <span class="amount-price">${label}</span>
      ${says === undefined ? nothing : html`<bdi class="muted">${says}</bdi>`}
    </span>
  </label>`;
}

function freeAmount(view: AmountView, locale: ReloadLocale) {
  const { balance, change, draft, fault, meters } = view;
  const { custom, options = [] } = balance.topUp ?? {};
  if (!custom) return nothing;
  const { messages } = locale;
  const label = options.length > 0 ? messages.otherAmount : messages.reloadAmount;
  const says = buys(unitsOfTyped(draft, balance, locale.tag), balance, meters, locale);
  const type = ({ currentTarget }: Event) => {
    if (currentTarget instanceof HTMLInputElement) {
      change({ ...draft, typed: currentTarget.value });
    }
  };
  return html`<div part="field" class="field free">
    <label for="free-amount" class="visually-hidden">${label}</label>
    <div class="input">
      <input
        id="free-amount"
        part="input"
        inputmode="decimal"
        autocomplete="off"
        .value=${draft.typed}
        aria-invalid=${fault === undefined ? nothing : 'true'}
        aria-describedby="amount-unit amount-bounds amount-fault"
        @input=${type}
      />
      <span id="amount-unit" class="unit">${custom.min.currency}</span>
    </div>
    ${faultLine(fault)}
    <p class="muted spread">
      <bdi id="amount-bounds">${boundsText(custom, locale)}</bdi>
      <bdi role="status">${says ?? nothing}</bdi>
    </p>
  </div>`;
}

function faultLine(fault: string | undefined) {
  return html`<p id="amount-fault" part="problem" class="fault" ?hidden=${fault === undefined}>
    <bdi>${fault ?? nothing}</bdi>
  </p>`;
}

function buys(
  units: Decimal | undefined,
  balance: Balance,
  meters: readonly Meter[],
  locale: ReloadLocale,
): string | undefined {
  return units === undefined
    ? undefined
    : locale.messages.buys(locale.number(units), unitName(balance, meters));
}
