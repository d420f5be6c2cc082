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
import { comparison, firstPair } from './comparison.view.js';
import type { Pair } from './comparison.view.js';
import { ContactLinks } from './contact-links.js';
import { dialogLocale } from './dialog-locale.js';
import type { DialogLocale } from './dialog-locale.js';
import { styles } from './plan-change.styles.js';
import { ContactRequestEvent, PlanChangedEvent } from './plan-usage.events.js';

/** First the account's catalogue, then the payment page for the plan that was chosen. */
export class PlanChange implements DialogContent<Account> {
  readonly styles = styles;
  readonly #host: BillingHost;
  readonly #frame: DialogFrame;
  readonly #plans: BillingQuery<Plans>;
  readonly #face: PartFace<Plans>;
  readonly #checkout: CheckoutStep;
  readonly #links: ContactLinks;
  #account: Account | undefined;
  #chosen: Plan | undefined;
  #pair: Pair | undefined;
  #nobodyToAsk = false;

  constructor(host: BillingHost, frame: DialogFrame) {
    this.#host = host;
    this.#frame = frame;
    this.#links = new ContactLinks(host);
    this.#plans = new BillingQuery(host, {
      args: () => (frame.isOpen && !this.#chosen ? [] : undefined),
      load: (client, options) => client.plans('plan', options),
    });
    this.#face = new PartFace(host, this.#plans);
    this.#checkout = new CheckoutStep(host, {
      completed: ({ status }) => {
        host.dispatchEvent(new PlanChangedEvent(this.#chosen?.id, status));
      },
      handFocusOn: frame.turnPage,
      close: frame.close,
    });
  }

  open(account: Account): void {
    this.#account = account;
    this.#chosen = undefined;
    this.#pair = undefined;
    this.#nobodyToAsk = false;
    this.#checkout.begin();
  }

  render(speech: Speech): TemplateResult {
    const locale = dialogLocale(speech);
    if (this.#chosen) {
      const order = { purpose: 'plan', planId: this.#chosen.id } as const;
      return this.#checkout.render(order, locale, this.#goBack);
    }
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
    this.#chosen = plan;
    this.#checkout.begin();
    this.#frame.turnPage();
  };

  readonly #goBack = (): void => {
    this.#chosen = undefined;
    this.#frame.turnPage();
  };

  readonly #requestContact = (event: Event, plan: Plan): void => {
    const goesOn = this.#host.dispatchEvent(new ContactRequestEvent(undefined, plan.id));
    if (!goesOn) event.preventDefault();
    this.#nobodyToAsk = goesOn && event.currentTarget instanceof HTMLButtonElement;
    this.#host.requestUpdate();
  };
}
