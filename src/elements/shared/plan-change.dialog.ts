/** Fetched when someone first wants another plan. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';

import type { CheckoutOrder } from '../../billing/checkout-order.js';
import { cyclesOf, firstCycle, plansIn } from '../../billing/plan-cycles.js';
import type { Cycle } from '../../billing/plan-cycles.js';
import { actionFor } from '../../billing/purchase.js';
import type { Account, Plan, Plans, Slot } from '../../billing/types.js';
import type { Speech } from '../../i18n/locale.js';
import type { BillingHost } from '../../state/connection.js';
import { BillingQuery } from '../../state/query.js';
import { backButton } from './back-button.view.js';
import { CheckoutStep } from './checkout-step.js';
import { ContactHelp } from './contact-help.js';
import { dialogLocale } from '../../ui/checkout/dialog-locale.js';
import type { DialogLocale } from '../../ui/checkout/dialog-locale.js';
import type { DialogContent, DialogFrame } from '../../ui/dialog.js';
import { PartFace } from '../../ui/part-face.js';
import { catalogue } from '../../ui/plans/catalogue.view.js';
import { comparison, firstPair } from '../../ui/plans/comparison.view.js';
import type { Pair } from '../../ui/plans/comparison.view.js';
import { cycleSwitch } from '../../ui/plans/cycle.view.js';
import { styles } from '../../ui/plans/plan-change.styles.js';

/** What is changed, and who hears of it. */
export interface PlanChangeConfig {
  readonly slot: Slot;
  /** The plan is changed, or the change is scheduled. */
  readonly changed: (planId: string | undefined, status: string) => void;
}

export interface PlanChangeSubject {
  readonly account: Account;
  /** A purchase that is under way, to be taken up where it was left. */
  readonly order?: CheckoutOrder | undefined;
}

/** First the account's catalogue, then the payment page for the plan that was chosen. */
export class PlanChange implements DialogContent<PlanChangeSubject> {
  readonly styles = styles;
  readonly #host: BillingHost;
  readonly #config: PlanChangeConfig;
  readonly #frame: DialogFrame;
  readonly #plans: BillingQuery<Plans>;
  readonly #face: PartFace<Plans>;
  readonly #checkout: CheckoutStep;
  readonly #help: ContactHelp;
  #account: Account | undefined;
  #order: CheckoutOrder | undefined;
  #pair: Pair | undefined;
  #cycle: Cycle | undefined;

  constructor(host: BillingHost, frame: DialogFrame, config: PlanChangeConfig) {
    this.#host = host;
    this.#config = config;
    this.#frame = frame;
    this.#help = new ContactHelp(host);
    this.#plans = new BillingQuery(host, {
      args: () => (frame.isOpen && !this.#order ? [] : undefined),
      load: (client, options) => client.plans(config.slot, options),
    });
    this.#face = new PartFace(host, this.#plans);
    this.#checkout = new CheckoutStep(host, {
      completed: ({ status }) => {
        config.changed(this.#order?.planId, status);
      },
      handFocusOn: frame.turnPage,
      close: frame.close,
    });
  }

  open({ account, order }: PlanChangeSubject): void {
    this.#account = account;
    this.#order = order;
    this.#pair = undefined;
    this.#cycle = undefined;
    this.#help.forget();
    this.#checkout.begin();
  }

  render(speech: Speech): TemplateResult {
    const locale = dialogLocale(speech);
    if (this.#order)
      return this.#checkout.render(this.#order, locale, backButton(this.#goBack, locale));
    return this.#face.render(
      locale,
      ({ items }) => this.#renderPlans(items, locale),
      this.#frame.turnPage,
    );
  }

  #renderPlans(all: readonly Plan[], locale: DialogLocale) {
    const account = this.#account;
    const cycle = this.#cycle ?? firstCycle(all);
    const plans = plansIn(all, cycle);
    return html`
      ${cycleSwitch(
        {
          cycles: cyclesOf(all),
          chosen: cycle,
          choose: (chosen) => {
            this.#cycle = chosen;
            this.#pair = undefined;
            this.#host.requestUpdate();
          },
        },
        locale,
      )}
      ${catalogue(
        {
          plans,
          meters: account?.meters ?? [],
          hrefOf: (plan) =>
            account && this.#help.hrefOf(account, account.can[actionFor(this.#config.slot)], plan),
          choose: this.#choose,
          contact: (event, plan) => {
            this.#help.ask(event, undefined, plan.id);
          },
          nobodyToAsk: this.#help.nobodyToAsk,
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
    this.#order = { purpose: this.#config.slot, planId: plan.id };
    this.#checkout.begin();
    this.#frame.turnPage();
  };

  readonly #goBack = (): void => {
    this.#order = undefined;
    this.#frame.turnPage();
  };
}
