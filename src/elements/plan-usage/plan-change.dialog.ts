/** Fetched when someone first wants another plan. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';

import { contactFor } from '../../billing/contact.js';
import type { Account, Plan, Plans } from '../../billing/types.js';
import type { Speech } from '../../i18n/locale.js';
import type { BillingHost } from '../../state/connection.js';
import { BillingQuery } from '../../state/query.js';
import type { DialogContent, DialogFrame } from '../../ui/dialog.js';
import { PartFace } from '../../ui/part-face.js';
import { catalogue } from './catalogue.view.js';
import { CheckoutStep } from './checkout-step.js';
import type { CheckoutOrder } from './checkout-step.js';
import { comparison, firstPair } from './comparison.view.js';
import type { Pair } from './comparison.view.js';
import { ContactLinks } from './contact-links.js';
import { dialogLocale } from './dialog-locale.js';
import type { DialogLocale } from './dialog-locale.js';
import { styles } from './plan-change.styles.js';
import { ContactRequestEvent, PlanChangedEvent } from './plan-usage.events.js';

export interface PlanChangeSubject {
  readonly account: Account;
  /** A purchase that is under way, to be taken up where it was left. */
  readonly order?: CheckoutOrder | undefined;
}

/** First the account's catalogue, then the payment page for the plan that was chosen. */
export class PlanChange implements DialogContent<PlanChangeSubject> {
  readonly styles = styles;
  readonly #host: BillingHost;
  readonly #frame: DialogFrame;
  readonly #plans: BillingQuery<Plans>;
  readonly #face: PartFace<Plans>;
  readonly #checkout: CheckoutStep;
  readonly #links: ContactLinks;
  #account: Account | undefined;
  #order: CheckoutOrder | undefined;
  #pair: Pair | undefined;
  #nobodyToAsk = false;

  constructor(host: BillingHost, frame: DialogFrame) {
    this.#host = host;
    this.#frame = frame;
    this.#links = new ContactLinks(host);
    this.#plans = new BillingQuery(host, {
      args: () => (frame.isOpen && !this.#order ? [] : undefined),
      load: (client, options) => client.plans('plan', options),
    });
    this.#face = new PartFace(host, this.#plans);
    this.#checkout = new CheckoutStep(host, {
      completed: ({ status }) => {
        host.dispatchEvent(new PlanChangedEvent(this.#order?.planId, status));
      },
      handFocusOn: frame.turnPage,
      close: frame.close,
    });
  }

  open({ account, order }: PlanChangeSubject): void {
    this.#account = account;
    this.#order = order;
    this.#pair = undefined;
    this.#nobodyToAsk = false;
    this.#checkout.begin();
  }

  render(speech: Speech): TemplateResult {
    const locale = dialogLocale(speech);
    if (this.#order) return this.#checkout.render(this.#order, locale, this.#goBack);
    return this.#face.render(
      locale,
      ({ items }) => this.#renderPlans(items, locale),
      this.#frame.turnPage,
    );
  }

  #renderPlans(plans: readonly Plan[], locale: DialogLocale) {
    const account = this.#account;
    return html`
      ${catalogue(
        {
          plans,
          meters: account?.meters ?? [],
          hrefOf: (plan) =>
            this.#links.hrefOf(account && contactFor(account, account.can.changePlan, plan)),
          choose: this.#choose,
          contact: this.#requestContact,
          nobodyToAsk: this.#nobodyToAsk,
        },
        locale,
      )}
      ${comparison(
        {
          plans,
          pair: this.#pair ?? firstPair(plans),
          compare: (pair) => {
            this.#pair = pair;
            this.#host.requestUpdate();
          },
        },
        locale,
      )}
    `;
  }

  readonly #choose = (plan: Plan): void => {
    this.#order = { purpose: 'plan', planId: plan.id };
    this.#checkout.begin();
    this.#frame.turnPage();
  };

  readonly #goBack = (): void => {
    this.#order = undefined;
    this.#frame.turnPage();
  };

  readonly #requestContact = (event: Event, plan: Plan): void => {
    const goesOn = this.#host.dispatchEvent(new ContactRequestEvent(undefined, plan.id));
    if (!goesOn) event.preventDefault();
    this.#nobodyToAsk = goesOn && event.currentTarget instanceof HTMLButtonElement;
    this.#host.requestUpdate();
  };
}
