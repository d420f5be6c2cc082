import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { balanceStatus, unitsAvailable } from '../../billing/balances.js';
import { isNegative, isZero } from '../../billing/decimal.js';
import type { Balance, Decimal, Grant, Meter } from '../../billing/types.js';
import type { PlanUsageLocale as Locale } from '../../i18n/locale.js';
import { autoReloadButton, reloadButton } from './actions.view.js';
import type { BalanceActions } from './actions.view.js';

/** What the list of balances is drawn from. */
export interface BalancesView {
  readonly balances: readonly Balance[];
  readonly meters: readonly Meter[];
  /** The share of an allowance, 0 to 1, from which it counts as low. */
  readonly warnAt: Decimal | undefined;
  readonly timeZone: string;
  readonly actionsOf: (balance: Balance) => BalanceActions;
}

/** What is left of credits, sessions and allowances: in words first, then as a meter. */
export function balanceList(view: BalancesView, locale: Locale): TemplateResult {
  return html`<ul part="balances" class="balances" role="list">
    ${view.balances.map((balance, index) => balanceItem(balance, index, view, locale))}
  </ul>`;
}

function balanceItem(balance: Balance, index: number, view: BalancesView, locale: Locale) {
  const { messages } = locale;
  const status = balanceStatus(balance, view.warnAt);
  const actions = view.actionsOf(balance);
  return html`
    <li part="balance ${status} card" class="card balance ${status}">
      <h3 part="subheading">
        <bdi id="name-${index}">${balance.name}</bdi>
        ${
          status === 'ok'
            ? nothing
            : html`<span part="badge" class="badge ${status}"
                >${messages.balanceStatus[status] ?? status}</span
              >`
        }
      </h3>
      <p part="number" class="figure" id="amount-${index}">
        <bdi>${amountLeft(balance, locale)}</bdi>
      </p>
      ${usageMeter(balance, index)} ${usageText(balance, view.timeZone, locale)}
      ${availability(balance, view, locale)} ${grantList(balance, view.timeZone, locale)}
      ${autoReload(balance, actions, index, locale)} ${reloadButton(actions, index, locale)}
    </li>
  `;
}

/** An amount of a balance in its own unit: money where it has a currency, else a number. */
export function balanceAmount(
  { currency }: Pick<Balance, 'currency'>,
  amount: Decimal,
  locale: Locale,
): string {
  return currency ? locale.money({ amount, currency }) : locale.number(amount);
}

function amountLeft(balance: Balance, locale: Locale): string {
  const { remaining } = balance;
  if (remaining === null) return locale.messages.unlimited;
  const amount = balanceAmount(balance, remaining, locale);
  return isNegative(remaining) ? amount : locale.messages.left(amount);
}

function usageMeter({ granted, remaining }: Balance, index: number) {
  if (remaining === null || granted === undefined || isZero(granted)) return nothing;
  return html`<meter
    part="meter"
    aria-labelledby="name-${index}"
    aria-describedby="amount-${index}"
    max=${granted}
    value=${isNegative(remaining) ? '0' : remaining}
  ></meter>`;
}

function usageText(balance: Balance, timeZone: string, locale: Locale) {
  const { messages } = locale;
  const { expiresAt, granted, resetsAt, status, used } = balance;
  const amount = (value: Decimal) => balanceAmount(balance, value, locale);
  const usage =
    used === undefined
      ? undefined
      : granted === undefined
        ? messages.used(amount(used))
        : messages.usedOf(amount(used), amount(granted));
  const expiryWords = status === 'expired' ? messages.expiredOn : messages.expiresOn;
  const texts = [
    usage,
    resetsAt && messages.resetsOn(locale.day(resetsAt, timeZone)),
    expiresAt && expiryWords(locale.day(expiresAt, timeZone)),
  ].filter((text) => text !== undefined && text !== '');
  if (texts.length === 0) return nothing;
  return html`<p class="muted spread">${texts.map((text) => html`<bdi>${text}</bdi>`)}</p>`;
}

/** What money still pays for. An allowance says so itself. */
function availability(
  { kind, meter }: Balance,
  { balances, meters }: BalancesView,
  locale: Locale,
) {
  if (kind !== 'money') return nothing;
  const { messages } = locale;
  const lines = meters
    .filter(({ id }) => meter === undefined || meter === id)
    .filter(({ id }) => !balances.some((other) => other.kind === 'allowance' && other.meter === id))
    .flatMap(({ id, name }) => {
      const units = unitsAvailable(balances, id);
      return typeof units === 'string' ? [{ name, units }] : [];
    });
  if (lines.length === 0) return nothing;
  return html`<dl class="lines">
    ${lines.map(
      ({ name, units }) =>
        html`<div part="available">
          <dt><bdi>${messages.available(name)}</bdi></dt>
          <dd>${locale.number(units)}</dd>
        </div>`,
    )}
  </dl>`;
}

function grantList(balance: Balance, timeZone: string, locale: Locale) {
  const { grants = [] } = balance;
  if (grants.length === 0) return nothing;
  return html`<details part="grants">
    <summary>${locale.messages.grants(grants.length, locale.count(grants.length))}</summary>
    <ol role="list" class="lines">
      ${grants.map((grant) => grantItem(grant, balance, timeZone, locale))}
    </ol>
  </details>`;
}

function grantItem(grant: Grant, balance: Balance, timeZone: string, locale: Locale) {
  const { messages } = locale;
  const { expiresAt, granted, name, remaining } = grant;
  const amount = (value: Decimal) => balanceAmount(balance, value, locale);
  const left =
    granted === undefined
      ? messages.left(amount(remaining))
      : messages.leftOf(amount(remaining), amount(granted));
  return html`<li part="grant">
    <span
      ><bdi>${name}</bdi> ${
        expiresAt
          ? html`<span class="muted">${messages.expiresOn(locale.day(expiresAt, timeZone))}</span>`
          : nothing
      }</span
    >
    <bdi>${left}</bdi>
  </li>`;
}

function autoReload(balance: Balance, actions: BalanceActions, index: number, locale: Locale) {
  const { autoTopUp } = balance;
  if (!autoTopUp) return nothing;
  const { messages } = locale;
  const { reason } = autoTopUp;
  const why = reason === undefined ? undefined : (messages.autoReloadReasons[reason] ?? reason);
  return html`<dl part="auto-reload ${autoTopUp.status}" class="lines">
    <div>
      <dt>${messages.autoReload}</dt>
      <dd>${autoReloadState(balance, locale)} ${autoReloadButton(actions, index, locale)}</dd>
    </div>
    ${
      why
        ? html`<div class="muted why">
            <dd><bdi>${why}</bdi></dd>
          </div>`
        : nothing
    }
  </dl>`;
}

function autoReloadState(balance: Balance, locale: Locale): string {
  const { messages } = locale;
  const { amount, status, threshold } = balance.autoTopUp ?? { status: 'off' };
  if (status !== 'active') return messages.autoReloadStatus[status] ?? status;
  if (!amount || threshold === undefined) return messages.autoReloadStatus[status] ?? status;
  return messages.autoReloadActive(locale.money(amount), balanceAmount(balance, threshold, locale));
}
