import { html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';

import { BillingError } from '../../api/billing-error.js';
import type { Account, Subscription } from '../../billing/types.js';
import { LazyModule } from '../../state/lazy-module.js';
import { BillingQuery } from '../../state/query.js';
import { controls } from '../../ui/controls.styles.js';
import { Faces } from '../../ui/faces.js';
import { skeleton } from '../../ui/skeleton.view.js';
import { tokens } from '../../ui/tokens.styles.js';
import { BillingElement } from '../billing-element.js';
import type { SupportPlan } from './support-plan.content.js';

interface CurrentSupport {
  readonly account: Account;
  readonly subscription: Subscription;
}

/**
 * The account's support plan: what it entitles to, its fee, since when it is active and when it
 * renews; with the ways to change it, to cancel it, and to keep it after all.
 *
 * @tag support-plan
 * @slot heading - Stands in for the title.
 * @slot footer - Stands below all that the element shows.
 * @fires {SupportChangeRequestEvent} support-change-request - Someone wants another support plan. Cancelable: by default a dialog offers the plans, and leads to the payment page.
 * @fires {SupportCancelRequestEvent} support-cancel-request - Someone wants to end the support plan. Cancelable: by default a dialog asks from when, and ends it.
 * @fires {InvoicePayRequestEvent} invoice-pay-request - Someone wants to pay the overdue invoice. Cancelable: by default a dialog leads to the payment page.
 * @fires {InvoicePaidEvent} invoice-paid - It is paid.
 * @fires {ContactRequestEvent} contact-request - Someone wants to talk to the support team. Cancelable: by default the server's contact opens.
 * @fires {SupportChangedEvent} support-changed - The support plan was changed, canceled or kept, or that is scheduled.
 * @csspart notices - The list of what should be known before reading on.
 * @csspart plan - The support plan: its name, fee, dates and what it includes.
 * @csspart features - What the plan includes.
 * @csspart support - Why this account may not act by itself, and who helps.
 * @csspart contact - The button that turns to the support team.
 * @csspart pay - The button that pays what is overdue.
 * @csspart change - The button that asks for another support plan.
 * @csspart cancel - The button that asks to end it, and the one that ends it.
 * @csspart keep - The button that undoes a change or an end that is scheduled, and the one that leaves all as it is.
 * @csspart cycles - The choice of how often a plan is paid, where there is one.
 * @csspart cycle - One of these.
 * @csspart plans - The plans in the dialog, side by side.
 * @csspart offer - One of them. Also `current` or `recommended`.
 * @csspart choose - The button that chooses a plan.
 * @csspart comparison - The table of features.
 * @csspart when - The choice of when a canceled plan ends.
 * @csspart losses - What a person will no longer have.
 * @csspart reason - The choice of a reason.
 * @csspart comment - The field for a comment.
 * @csspart checkout - The payment page in a dialog.
 * @csspart back - The button that leads back to the step before.
 * @csspart done - The button that closes a dialog in which all is done.
 */
export class SupportPlanElement extends BillingElement {
  static override styles = [tokens, controls];

  readonly #content = new LazyModule(this, () => import('./support-plan.content.js'));

  #supportPlan: SupportPlan | undefined;

  readonly #current = new BillingQuery(this, {
    args: () => [],
    load: async (client, options): Promise<CurrentSupport> => {
      const asked = Promise.allSettled([client.subscription('support', options)]);
      const account = await client.account(options);
      if (!account.slots.includes('support')) throw new BillingError('not_supported');
      const [answer] = await asked;
      if (answer.status === 'rejected') throw BillingError.from(answer.reason);
      return { account, subscription: answer.value };
    },
  });

  readonly #faces = new Faces(this, this.#content, [this.#current], ({ subscription }) => {
    return subscription.status === 'none';
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
    if (content) this.#supportPlan ??= new content.SupportPlan(this);
  }

  protected override render(): TemplateResult {
    const speech = this.i18n;
    return html`
      <h2 part="heading" tabindex="-1">
        <slot name="heading">${speech.messages.supportPlan}</slot>
      </h2>
      ${this.#faces.render(
        speech,
        (current) => this.#supportPlan?.render(current, speech),
        skeleton(),
      )}
      <slot name="footer"></slot>
      ${this.#supportPlan?.renderDialogs(speech)}
    `;
  }
}
