/** What `plan-usage` draws and acts with. It is fetched beside the data, so that neither waits for the other. */
import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';

import { refusals } from '../../billing/contact.js';
import { compareDecimals, isDecimal } from '../../billing/decimal.js';
import type { Account, Balance, Decimal, Subscription } from '../../billing/types.js';
import type { PlanUsageLocale, Speech } from '../../i18n/locale.js';
import { connectionOf } from '../../state/connection.js';
import type { BillingHost } from '../../state/connection.js';
import { dialogFrame } from '../../ui/dialog.styles.js';
import { panels } from '../../ui/panels.styles.js';
import { planCard } from '../../ui/plans/plan-card.styles.js';
import { isOverdue } from '../../ui/plans/support-line.view.js';
import { ContactHelp } from '../shared/contact-help.js';
import { OpenInvoice } from '../shared/open-invoice.js';
import { actions } from './actions.styles.js';
import { balanceList } from './balances.view.js';
import { balanceNotices, planNotices } from './notices.view.js';
import { PaymentMethod } from './payment-method.js';
import { PlanUsageActions } from './plan-usage.actions.js';
import { styles as own } from './plan-usage.styles.js';
import { planUsageLocale } from './plan-usage-locale.js';
import { planSummary } from './plan.view.js';

export const styles = [panels, dialogFrame, planCard, own, actions];

/** The element, as what it is drawn with knows it. */
export interface PlanUsageHost extends BillingHost {
  readonly warnAt: string | null;
}

/** What is known. */
export interface PlanUsageAnswers {
  readonly account: Account;
  readonly subscription: Subscription;
  readonly balances: readonly Balance[];
}

/** Draws what is known, and does what people ask for. */
export class PlanUsage implements ReactiveController {
  readonly #host: PlanUsageHost;
  readonly #actions: PlanUsageActions;
  readonly #openInvoice: OpenInvoice;
  readonly #paymentMethod: PaymentMethod;
  readonly #help: ContactHelp;
  #answers: PlanUsageAnswers | undefined;
  #complained: string | undefined;

  constructor(host: PlanUsageHost) {
    this.#host = host;
    this.#actions = new PlanUsageActions(host);
    this.#openInvoice = new OpenInvoice(host, 'plan');
    this.#paymentMethod = new PaymentMethod(host);
    this.#help = new ContactHelp(host);
    host.addController(this);
  }

  hostUpdate(): void {
    this.#answers = undefined;
  }

  hostUpdated(): void {
    if (!this.#answers) return;
    this.#actions.welcomeBack(this.#answers);
    this.#openInvoice.welcomeBack(this.#answers.account);
  }

  render(answers: PlanUsageAnswers, speech: Speech): TemplateResult {
    const { account, balances, subscription } = answers;
    this.#answers = answers;
    const locale = planUsageLocale(speech);
    const isPastDue = subscription.status === 'past_due';
    const pay = isPastDue ? this.#openInvoice.renderButton(account, locale) : nothing;
    const shown = {
      subscription,
      balances,
      meters: account.meters,
      warnAt: this.#readWarnAt(),
      payment: this.#paymentMethod.view(account, locale),
      timeZone: connectionOf(this.#host).settings.timeZone ?? account.timeZone,
      now: Date.now(),
      actions: this.#actions.ofPlan(account, subscription, locale),
      actionsOf: (balance: Balance) => this.#actions.ofBalance(account, balance),
    };
    return html`
      ${planNotices({ ...shown, pay }, locale)} ${planSummary(shown, locale)}
      ${balanceNotices(shown, locale)} ${balanceList(shown, locale)}
      ${asOf(balances, shown.timeZone, locale)} ${this.#renderHelp(answers, locale)}
    `;
  }

  /** The dialogs stay whatever becomes of the answers behind them. */
  renderDialogs(speech: Speech): TemplateResult {
    return html`${this.#actions.render(speech)} ${this.#openInvoice.render(speech)}`;
  }

  #renderHelp({ account, subscription }: PlanUsageAnswers, locale: PlanUsageLocale) {
    const refused = refusals(account, ['changePlan', 'topUp', 'managePayment']);
    const isInTheWay = isOverdue(refused) && subscription.status !== 'past_due';
    return this.#help.render(
      {
        account,
        refused,
        plan: subscription.plan,
        words: locale.messages.actionReasons,
        action: isInTheWay ? this.#openInvoice.renderButton(account, locale) : nothing,
      },
      locale,
    );
  }

  /** A share that is none is left out; the page's author hears of it. */
  #readWarnAt(): Decimal | undefined {
    const { localName, warnAt } = this.#host;
    if (warnAt === null || isShare(warnAt)) return warnAt ?? undefined;
    if (this.#complained !== warnAt) {
      this.#complained = warnAt;
      console.warn(`<${localName}> warn-at is a number from 0 to 1, not "${warnAt}".`);
    }
    return undefined;
  }
}

function isShare(text: string): boolean {
  return isDecimal(text) && compareDecimals(text, '0') >= 0 && compareDecimals(text, '1') <= 0;
}

/** The oldest one: nothing shown is older than that. */
function asOf(balances: readonly Balance[], timeZone: string, locale: PlanUsageLocale) {
  const [oldest] = balances.flatMap((balance) => balance.asOf ?? []).sort();
  if (oldest === undefined) return nothing;
  const time = locale.dateTime(oldest, timeZone);
  return html`<p part="as-of" class="muted">${locale.messages.asOf(time)}</p>`;
}
