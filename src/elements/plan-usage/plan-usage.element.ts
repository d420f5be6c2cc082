import { html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';

import type { Account, Subscription } from '../../billing/types.js';
import { LazyModule } from '../../state/lazy-module.js';
import { BillingQuery } from '../../state/query.js';
import { controls } from '../../ui/controls.styles.js';
import { Faces } from '../../ui/faces.js';
import { skeleton } from '../../ui/skeleton.view.js';
import { tokens } from '../../ui/tokens.styles.js';
import { BillingElement } from '../billing-element.js';
import { property } from '../property.js';
import type { PlanUsage } from './plan-usage.content.js';

interface CurrentPlan {
  readonly account: Account;
  readonly subscription: Subscription;
}

/**
 * The account's plan, its price and when it renews, and what is left of its credits and sessions.
 *
 * @tag plan-usage
 * @slot heading - Stands in for the title.
 * @slot payment-icon - Stands before the way to pay: a sign of it. Its name follows in words.
 * @slot footer - Stands below all that the element shows.
 * @fires {PlanChangeRequestEvent} plan-change-request - Someone wants another plan. Cancelable: by default a dialog offers the plans, and leads to the payment page.
 * @fires {ReloadRequestEvent} reload-request - Someone wants to buy credits. Cancelable: by default a dialog asks how much, and leads to the payment page.
 * @fires {PaymentMethodRequestEvent} payment-method-request - Someone wants to pay in another way from now on. Cancelable: by default the provider's page opens.
 * @fires {CheckoutRedirectEvent} checkout-redirect - It goes on at a provider's page. Cancelable: by default the page is left for it.
 * @fires {InvoicePayRequestEvent} invoice-pay-request - Someone wants to pay the overdue invoice. Cancelable: by default a dialog leads to the payment page.
 * @fires {InvoicePaidEvent} invoice-paid - It is paid.
 * @fires {ContactRequestEvent} contact-request - Someone wants to talk to the support team. Cancelable: by default the server's contact opens.
 * @fires {PlanChangedEvent} plan-changed - The plan was changed, or the change is scheduled, or what was scheduled is undone.
 * @fires {AccountReloadedEvent} account-reloaded - A reload is paid.
 * @csspart notices - The list of what should be known before reading on.
 * @csspart plan - The plan: its name, price, period and renewal.
 * @csspart balances - The list of what is left.
 * @csspart balance - One balance. Also `ok`, `low`, `exhausted` or `expired`.
 * @csspart meter - How much of a balance is left, as a bar.
 * @csspart available - How many units the money still pays for.
 * @csspart grants - What a balance is made of, folded away at first.
 * @csspart grant - One part of a balance.
 * @csspart auto-reload - Whether the balance refills itself. Also `unavailable`, `off`, `active` or `failing`.
 * @csspart as-of - When the figures were counted.
 * @csspart support - Why this account may not act by itself, and who helps.
 * @csspart contact - The button that turns to the support team.
 * @csspart payment-method - The way to pay on file.
 * @csspart change-method - The button that leads to where it is changed.
 * @csspart pay - The button that pays what is overdue.
 * @csspart change - The button that asks for another plan.
 * @csspart keep - The button that undoes a change or an end that is scheduled.
 * @csspart reload - The button that buys more for a balance.
 * @csspart change-auto-reload - The button that leads to the settings of automatic reload.
 * @csspart cycles - The choice of how often a plan is paid, where there is one.
 * @csspart cycle - One of these.
 * @csspart plans - The plans in the dialog, side by side.
 * @csspart offer - One of them. Also `current` or `recommended`.
 * @csspart choose - The button that chooses a plan.
 * @csspart comparison - The table of features.
 * @csspart amounts - The choice of an amount to reload.
 * @csspart amount-option - One of the amounts.
 * @csspart auto-reload-fields - The settings of automatic reload.
 * @csspart continue - The button that leads to the payment page.
 * @csspart save - The button that saves automatic reload.
 * @csspart checkout - The payment page in a dialog.
 * @csspart back - The button that leads back to the step before.
 * @csspart done - The button that closes a dialog in which all is done.
 * @cssprop [--plan-usage-meter-size=0.5rem] - Thickness of the meters.
 */
export class PlanUsageElement extends BillingElement {
  static override styles = [tokens, controls];

  /**
   * The share of an allowance, 0 to 1, from which it counts as low. Left out, the server's own
   * status decides.
   */
  @property({ attribute: 'warn-at' }) warnAt: string | null = null;

  readonly #content = new LazyModule(this, () => import('./plan-usage.content.js'));

  #planUsage: PlanUsage | undefined;

  readonly #plan = new BillingQuery(this, {
    args: () => [],
    load: async (client, options): Promise<CurrentPlan> => {
      const [account, subscription] = await Promise.all([
        client.account(options),
        client.subscription('plan', options),
      ]);
      return { account, subscription };
    },
  });

  readonly #balances = new BillingQuery(this, {
    args: () => [],
    load: (client, options) => client.balances(options),
  });

  readonly #faces = new Faces(this, this.#content, [this.#plan, this.#balances], (current) => {
    return current.subscription.status === 'none';
  });

  override reload(): void {
    this.#faces.reload();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#content.start();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const content = this.#content.value;
    this.wear(content?.styles);
    if (content) this.#planUsage ??= new content.PlanUsage(this);
  }

  protected override render(): TemplateResult {
    const speech = this.i18n;
    return html`
      <h2 part="heading" tabindex="-1">
        <slot name="heading">${speech.messages.planAndUsage}</slot>
      </h2>
      ${this.#faces.render(
        speech,
        (current) =>
          this.#planUsage?.render(
            { ...current, balances: this.#balances.value?.items ?? [] },
            speech,
          ),
        skeleton(),
      )}
      <slot name="footer"></slot>
      ${this.#planUsage?.renderDialogs(speech)}
    `;
  }
}
