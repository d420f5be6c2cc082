/** What `plan-usage` draws with. It is fetched beside the data, so that neither waits for the other. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { contactHref } from '../../api/contact-href.js';
import { contactFor, refusals } from '../../billing/contact.js';
import { compareDecimals, isDecimal } from '../../billing/decimal.js';
import type { Account, Balance, Decimal, Permission, Subscription } from '../../billing/types.js';
import { planUsageTexts } from '../../i18n/en-plan-usage.js';
import type { PlanUsageLocale, Speech } from '../../i18n/locale.js';
import { withTexts } from '../../i18n/with-texts.js';
import { panels } from '../../ui/panels.styles.js';
import { balanceList } from './balances.view.js';
import { noticeList } from './notices.view.js';
import { styles as own } from './plan-usage.styles.js';
import { planSummary } from './plan.view.js';
import { isForPeople, supportLine } from './support.view.js';

export const styles = [panels, own];

/** What is known, and what the element does with what people do. */
export interface PlanUsageView {
  readonly account: Account;
  readonly subscription: Subscription;
  readonly balances: readonly Balance[];
  /** As the page wrote it. */
  readonly warnAt: string | null;
  readonly timeZone: string;
  readonly readOnly: boolean;
  readonly allowedOrigins: readonly string[] | undefined;
  /** Someone asked for help, and there is nobody to turn to. */
  readonly nobodyToAsk: boolean;
  readonly requestContact: (event: Event, permission: Permission | undefined) => void;
  /** The server named an address that is not safe to open. */
  readonly refuseUrl: (url: string) => void;
}

export function planUsage(view: PlanUsageView, speech: Speech): TemplateResult {
  const locale = withTexts(speech, planUsageTexts);
  const { account, balances, subscription, timeZone } = view;
  const { meters } = account;
  const warnAt = readShare(view.warnAt);
  const shown = { subscription, meters, balances, warnAt, timeZone, now: Date.now() };
  return html`
    ${noticeList(shown, locale)} ${planSummary(shown, locale)} ${balanceList(shown, locale)}
    ${asOf(balances, timeZone, locale)} ${support(view, locale)}
  `;
}

/** A share as a page may write it, 0 to 1; `undefined` for none, and for what is none. */
export function readShare(text: string | null): Decimal | undefined {
  if (text === null || !isDecimal(text)) return undefined;
  const isShare = compareDecimals(text, '0') >= 0 && compareDecimals(text, '1') <= 0;
  return isShare ? text : undefined;
}

/** The oldest one: nothing shown is older than that. */
function asOf(balances: readonly Balance[], timeZone: string, locale: PlanUsageLocale) {
  const [oldest] = balances.flatMap((balance) => balance.asOf ?? []).sort();
  if (oldest === undefined) return nothing;
  const time = locale.dateTime(oldest, timeZone);
  return html`<p part="as-of" class="muted">${locale.messages.asOf(time)}</p>`;
}

function support(view: PlanUsageView, locale: PlanUsageLocale) {
  const { account, nobodyToAsk, readOnly, subscription } = view;
  const refused = refusals(account, ['changePlan', 'topUp', 'managePayment']);
  const permission = refused.find(({ reason }) => isForPeople(reason));
  const contact = contactFor(account, permission, subscription.plan);
  const href = contact && contactHref(contact, view.allowedOrigins);
  if (contact?.kind === 'url' && !href) view.refuseUrl(contact.url);
  return supportLine(
    {
      refused,
      href,
      readOnly,
      nobody: nobodyToAsk,
      contact: (event) => {
        view.requestContact(event, permission);
      },
    },
    locale,
  );
}
