import { html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { AutoTopUpRequest } from '../../billing/types.js';
import { LazyModule } from '../../state/lazy-module.js';
import type { Loadable } from '../../state/query.js';
import { controls } from '../../ui/controls.styles.js';
import { Faces } from '../../ui/faces.js';
import { skeleton } from '../../ui/skeleton.view.js';
import { tokens } from '../../ui/tokens.styles.js';
import { BillingElement } from '../billing-element.js';
import type { Checkout, Shown } from './billing-checkout.content.js';
import type { CheckoutHost } from './wish.js';

/**
 * The payment page: what is bought and what it costs, the ways to pay, what the person agrees to,
 * and how it went. It works in a dialog and on a page of its own, and takes up where a person comes
 * back from a provider's page.
 *
 * @tag billing-checkout
 * @slot heading - Stands in for the title.
 * @slot success-icon - Stands in for the sign of what is done.
 * @slot waiting-icon - Stands in for the sign of what is on its way, or not known yet.
 * @slot danger-icon - Stands in for the sign of what has failed.
 * @slot footer - Stands below all that the element shows.
 * @fires {CheckoutRedirectEvent} checkout-redirect - The payment goes on at a provider's page. Cancelable: by default the page is left for it.
 * @fires {CheckoutCompletedEvent} checkout-completed - The server has said that it is done, or for when it is scheduled.
 * @fires {CheckoutFailedEvent} checkout-failed - The server has said that it failed.
 * @csspart support - Why it cannot be bought here, and who helps.
 * @csspart contact - The link to the support team.
 * @csspart summary - What is bought, and what it costs.
 * @csspart costs - The table of figures.
 * @csspart line - A line of it.
 * @csspart sum - A tax, or what lessens the sum.
 * @csspart due - What is charged now.
 * @csspart next - What is charged next, and when.
 * @csspart estimate - Says that the figures are an estimate.
 * @csspart cost-unknown - Says that the figures are not known beforehand.
 * @csspart payment - The form: ways to pay, consent and button.
 * @csspart go-to-field - Leads from the notice to what is missing.
 * @csspart ways - The choice of ways to pay.
 * @csspart way - One of them.
 * @csspart consent - What the person agrees to, with its checkbox.
 * @csspart confirm - The button that orders.
 * @csspart progress - Says that the order is on its way.
 * @csspart outcome - How it went. Also `completed`, `scheduled`, `redirect`, `pending`, `failed` or `lost`.
 * @csspart outcome-heading - How it went, in a few words.
 * @csspart instructions - The details of a transfer.
 * @csspart instruction - One of them.
 * @csspart copy - The button that copies it.
 * @csspart copied - Says what became of the copying.
 * @csspart go-on - The button that leads to the provider's page.
 * @csspart check - The button that asks again how it went.
 * @csspart try-again - The button that begins again as before.
 * @csspart start-anew - The button that begins again in another way.
 */
export class BillingCheckoutElement extends BillingElement implements CheckoutHost {
  static override styles = [tokens, controls];

  /** What is paid for: `plan`, `support`, `top_up` or `invoice`. */
  @property() purpose: string | null = null;

  /** For `plan` and `support`: the plan to change to. */
  @property({ attribute: 'plan-id' }) planId: string | null = null;

  /** For `top_up`: the balance to add to. */
  @property({ attribute: 'balance-id' }) balanceId: string | null = null;

  /** For `invoice`: the invoice to pay. */
  @property({ attribute: 'invoice-id' }) invoiceId: string | null = null;

  /** For `top_up`: how much, as a decimal in the balance's currency, for example `100.00`. */
  @property() amount: string | null = null;

  /** An operation that is under way, for example one that the person comes back from. */
  @property({ attribute: 'operation-id' }) operationId: string | null = null;

  /** For `top_up`: the automatic reload that is asked for along with it. */
  @property({ attribute: false }) autoTopUp: AutoTopUpRequest | undefined;

  readonly #content = new LazyModule(this, () => import('./billing-checkout.content.js'));

  #checkout: Checkout | undefined;

  readonly #faces = new Faces(
    this,
    this.#content,
    [sourceOf(() => this.#checkout)],
    ({ kind }) => kind === 'nothing',
  );

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
    if (content) this.#checkout ??= new content.Checkout(this, () => this.i18n);
  }

  protected override render(): TemplateResult {
    return html`
      <h2 part="heading" tabindex="-1">
        <slot name="heading">${this.i18n.messages.checkout}</slot>
      </h2>
      ${this.#faces.render(this.i18n, (shown) => this.#checkout?.render(shown), skeleton())}
      ${this.#faces.now === 'denied' ? this.#checkout?.renderRefusal() : undefined}
      <slot name="footer"></slot>
    `;
  }
}

/** What the checkout shows, as something that is loaded; before its code is there, nothing is. */
function sourceOf(checkout: () => Checkout | undefined): Loadable<Shown> {
  return {
    get value() {
      return checkout()?.source.value;
    },
    get answeredAt() {
      return checkout()?.source.answeredAt;
    },
    get error() {
      return checkout()?.source.error;
    },
    get pending() {
      return checkout()?.source.pending ?? false;
    },
    get retryAt() {
      return checkout()?.source.retryAt;
    },
    reload: () => checkout()?.source.reload(),
  };
}
