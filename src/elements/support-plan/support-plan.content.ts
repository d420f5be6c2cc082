/** What `support-plan` draws and acts with. It is fetched beside the data, so that neither waits for the other. */
import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';

import { contactFor, refusals } from '../../billing/contact.js';
import type { Account, Subscription } from '../../billing/types.js';
import type { Speech } from '../../i18n/locale.js';
import { connectionOf } from '../../state/connection.js';
import type { BillingHost } from '../../state/connection.js';
import { ContactLinks } from '../../state/contact-links.js';
import { dialogFrame } from '../../ui/dialog.styles.js';
import { BillingErrorEvent } from '../../ui/faces.events.js';
import { panels } from '../../ui/panels.styles.js';
import { planCard } from '../../ui/plans/plan-card.styles.js';
import { isForPeople, isOverdue, supportLine } from '../../ui/plans/support-line.view.js';
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
  readonly #links: ContactLinks;
  #answers: SupportAnswers | undefined;

  constructor(host: BillingHost) {
    this.#host = host;
    this.#actions = new SupportPlanActions(host);
    this.#openInvoice = new OpenInvoice(host, 'support');
    this.#links = new ContactLinks(host, (error) => {
      host.dispatchEvent(new BillingErrorEvent(error, host.localName));
    });
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
      ${this.#renderSupport(answers, locale)}
    `;
  }

  /** The dialogs stay whatever becomes of the answers behind them. */
  renderDialogs(speech: Speech): TemplateResult {
    return html`${this.#actions.render(speech)} ${this.#openInvoice.render(speech)}`;
  }

  #renderSupport({ account, subscription }: SupportAnswers, locale: SupportLocale) {
    const refused = refusals(account, ['changeSupport', 'cancelSupport']);
    const permission = refused.find(({ reason }) => isForPeople(reason));
    return supportLine(
      {
        refused,
        words: locale.messages.supportReasons,
        href: this.#links.hrefOf(contactFor(account, permission, subscription.plan)),
        readOnly: connectionOf(this.#host).settings.readOnly ?? false,
        nobody: this.#actions.nobodyToAsk,
        contact: (event) => {
          this.#actions.requestContact(event, permission?.reason);
        },
        action:
          isOverdue(refused) && subscription.status !== 'past_due'
            ? this.#openInvoice.renderButton(account, locale)
            : nothing,
      },
      locale,
    );
  }
}
