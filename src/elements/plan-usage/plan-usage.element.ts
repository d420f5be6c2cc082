import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';

import { BillingError } from '../../api/billing-error.js';
import type { Account, Permission, Subscription } from '../../billing/types.js';
import { LazyModule } from '../../state/lazy-module.js';
import { BillingQuery } from '../../state/query.js';
import { controls } from '../../ui/controls.styles.js';
import { BillingErrorEvent } from '../../ui/faces.events.js';
import { Faces } from '../../ui/faces.js';
import { skeleton } from '../../ui/skeleton.view.js';
import { tokens } from '../../ui/tokens.styles.js';
import { BillingElement } from '../billing-element.js';
import { property, state } from '../property.js';
import { ContactRequestEvent } from './plan-usage.events.js';

interface CurrentPlan {
  readonly account: Account;
  readonly subscription: Subscription;
}

/**
 * The account's plan, its price and when it renews, and what is left of its credits and sessions.
 *
 * @tag plan-usage
 * @slot heading - Stands in for the title.
 * @fires {ContactRequestEvent} contact-request - Someone wants to talk to the support team. Cancelable: by default the server's contact opens.
 * @csspart heading - The title.
 * @csspart notices - The list of what should be known before reading on.
 * @csspart notice - One of them. Also `info`, `warning` or `danger`.
 * @csspart plan - The plan: its name, price, period and renewal.
 * @csspart price - What the plan costs.
 * @csspart badge - A status in a word or two.
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
 * @cssprop [--plan-usage-meter-size=0.5rem] - Thickness of the meters.
 */
export class PlanUsageElement extends BillingElement {
  static override styles = [tokens, controls];

  /**
   * The share of an allowance, 0 to 1, from which it counts as low. Left out, the server's own
   * status decides.
   */
  @property({ attribute: 'warn-at' }) warnAt: string | null = null;

  @state() private nobodyToAsk = false;

  readonly #refusedUrls = new Set<string>();

  readonly #content = new LazyModule(this, () => import('./plan-usage.content.js'));

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
    this.wear(this.#content.value?.styles);
    if (changed.has('warnAt')) void this.#checkWarnAt();
  }

  protected override render() {
    return html`
      <h2 part="heading" tabindex="-1">
        <slot name="heading">${this.i18n.messages.planAndUsage}</slot>
      </h2>
      ${this.#faces.render(this.i18n, (current) => this.#renderPlan(current), skeleton())}
    `;
  }

  #renderPlan({ account, subscription }: CurrentPlan) {
    const content = this.#content.value;
    if (!content) return nothing;
    const { allowedOrigins, readOnly = false, timeZone = account.timeZone } = this.settings;
    const view = {
      account,
      subscription,
      balances: this.#balances.value?.items ?? [],
      warnAt: this.warnAt,
      timeZone,
      readOnly,
      allowedOrigins,
      nobodyToAsk: this.nobodyToAsk,
      requestContact: this.#requestContact,
      refuseUrl: this.#refuseUrl,
    };
    return content.planUsage(view, this.i18n);
  }

  readonly #requestContact = (event: Event, permission: Permission | undefined): void => {
    const goesOn = this.dispatchEvent(new ContactRequestEvent(permission?.reason));
    if (!goesOn) event.preventDefault();
    this.nobodyToAsk = goesOn && event.currentTarget instanceof HTMLButtonElement;
  };

  readonly #refuseUrl = (url: string): void => {
    if (this.#refusedUrls.has(url)) return;
    this.#refusedUrls.add(url);
    this.dispatchEvent(new BillingErrorEvent(new BillingError('unsafe_url'), this.localName));
  };

  /** A share that is none is left out; the page's author hears of it. */
  async #checkWarnAt(): Promise<void> {
    const { warnAt } = this;
    const content = await this.#content.loaded;
    if (warnAt === null || !content || content.readShare(warnAt) !== undefined) return;
    console.warn(`<${this.localName}> warn-at is a number from 0 to 1, not "${warnAt}".`);
  }
}
