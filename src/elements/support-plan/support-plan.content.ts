/** What `support-plan` draws and acts with. It is fetched beside the data, so that neither waits for the other. */
import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';

import { refusals } from '../../billing/contact.js';
import type { Account, Subscription } from '../../billing/types.js';
import type { Speech } from '../../i18n/locale.js';
import { connectionOf } from '../../state/connection.js';
import type { BillingHost } from '../../state/connection.js';
import { dialogFrame } from '../../ui/dialog.styles.js';
import { panels } from '../../ui/panels.styles.js';
import { planCard } from '../../ui/plans/plan-card.styles.js';
import { isOverdue } from '../../ui/plans/support-line.view.js';
import { ContactHelp } from '../shared/contact-help.js';
import { OpenInvoice } from '../shared/open-invoice.js';
import { supportNotices } from './notices.view.js';
import { SupportPlanActions } from './support-plan.actions.js';
import { styles as own } from './support-plan.styles.js';
import { supportSummary } from './support.view.js';
import { supportLocale } from './support-locale.js';
import type { SupportLocale } from './support-locale.js';

export const styles = [panels, dialogFrame, planCard, own];

/** What is known. */
export interface SupportAnswers {
  readonly account: Account;
  readonly subscription: Subscription;
}

/** Draws what is known, and does what people ask for. */
export class SupportPlan implements ReactiveController {
  readonly #host: BillingHost;
  readonly #actions: SupportPlanActions;
  readonly #openInvoice: OpenInvoice;
  readonly #help: ContactHelp;
  #answers: SupportAnswers | undefined;

  constructor(host: BillingHost) {
    this.#host = host;
    this.#actions = new SupportPlanActions(host);
    this.#openInvoice = new OpenInvoice(host, 'support');
    this.#help = new ContactHelp(host);
    host.addController(this);
  }

  hostUpdate(): void {
    this.#answers = undefined;
  }

  hostUpdated(): void {
    if (!this.#answers) return;
    this.#actions.welcomeBack(this.#answers.account);
    this.#openInvoice.welcomeBack(this.#answers.account);
  }

  render(answers: SupportAnswers, speech: Speech): TemplateResult {
    const { account, subscription } = answers;
    this.#answers = answers;
    const locale = supportLocale(speech);
    const timeZone = connectionOf(this.#host).settings.timeZone ?? account.timeZone;
    const isPastDue = subscription.status === 'past_due';
    const shown = { subscription, timeZone, now: Date.now() };
    const pay = isPastDue ? this.#openInvoice.renderButton(account, locale) : nothing;
    const actions = this.#actions.of(account, subscription, locale);
    return html`
      ${supportNotices({ ...shown, pay }, locale)} ${supportSummary({ ...shown, actions }, locale)}
      ${this.#renderHelp(answers, locale)}
    `;
  }

  /** The dialogs stay whatever becomes of the answers behind them. */
  renderDialogs(speech: Speech): TemplateResult {
    return html`${this.#actions.render(speech)} ${this.#openInvoice.render(speech)}`;
  }

  #renderHelp({ account, subscription }: SupportAnswers, locale: SupportLocale) {
    const refused = refusals(account, ['changeSupport', 'cancelSupport']);
    const isInTheWay = isOverdue(refused) && subscription.status !== 'past_due';
    return this.#help.render(
      {
        account,
        refused,
        plan: subscription.plan,
        words: locale.messages.supportReasons,
        action: isInTheWay ? this.#openInvoice.renderButton(account, locale) : nothing,
      },
      locale,
    );
  }
}
