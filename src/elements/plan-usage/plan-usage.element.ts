import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';

import { BillingError } from '../../api/billing-error.js';
import { contactHref } from '../../api/contact-href.js';
import { contactFor, refusals } from '../../billing/contact.js';
import type { Contact } from '../../billing/contact.js';
import { compareDecimals, isDecimal } from '../../billing/decimal.js';
import type { Account, Decimal, Permission, Subscription } from '../../billing/types.js';
import { BillingQuery } from '../../state/query.js';
import { controls } from '../../ui/controls.styles.js';
import { BillingErrorEvent } from '../../ui/faces.events.js';
import { Faces } from '../../ui/faces.js';
import { tokens } from '../../ui/tokens.styles.js';
import { BillingElement } from '../billing-element.js';
import { balanceList } from './balances.view.js';
import { noticeList } from './notices.view.js';
import { ContactRequestEvent } from './plan-usage.events.js';
import { styles } from './plan-usage.styles.js';
import { planSummary } from './plan.view.js';
import { skeleton } from './skeleton.view.js';
import { isForPeople, supportLine } from './support.view.js';

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
  static override styles = [tokens, controls, styles];

  /**
   * The share of an allowance, 0 to 1, from which it counts as low. Left out, the server's own
   * status decides.
   */
  @property({ attribute: 'warn-at' }) warnAt: string | null = null;

  @state() private nobodyToAsk = false;

  readonly #refusedUrls = new Set<string>();

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

  readonly #faces = new Faces(
    this,
    [this.#plan, this.#balances],
    ({ subscription }) => subscription.status === 'none',
  );

  override reload(): void {
    this.#faces.reload();
  }

  protected override render() {
    return html`
      <h2 part="heading"><slot name="heading">${this.i18n.messages.planAndUsage}</slot></h2>
      ${this.#faces.render(this.i18n, (current) => this.#renderPlan(current), skeleton())}
    `;
  }

  #renderPlan({ account, subscription }: CurrentPlan) {
    const { meters } = account;
    const view = {
      subscription,
      meters,
      balances: this.#balances.value?.items ?? [],
      warnAt: this.#validWarnAt(),
      timeZone: this.settings.timeZone ?? account.timeZone,
      now: Date.now(),
    };
    return html`
      ${noticeList(view, this.i18n)} ${planSummary(view, this.i18n)} ${balanceList(view, this.i18n)}
      ${this.#renderAsOf(view.timeZone)} ${this.#renderSupport(account, subscription)}
    `;
  }

  /** The oldest one: nothing shown is older than that. */
  #renderAsOf(timeZone: string) {
    const [oldest] = (this.#balances.value?.items ?? []).flatMap(({ asOf }) => asOf ?? []).sort();
    if (oldest === undefined) return nothing;
    const time = this.i18n.dateTime(oldest, timeZone);
    return html`<p part="as-of" class="muted">${this.i18n.messages.asOf(time)}</p>`;
  }

  #renderSupport(account: Account, subscription: Subscription) {
    const refused = refusals(account, ['changePlan', 'topUp', 'managePayment']);
    const permission = refused.find(({ reason }) => isForPeople(reason));
    return supportLine(
      {
        refused,
        href: this.#hrefOf(contactFor(account, permission, subscription.plan)),
        readOnly: this.settings.readOnly ?? false,
        nobody: this.nobodyToAsk,
        contact: (event) => this.#requestContact(event, permission),
      },
      this.i18n,
    );
  }

  #requestContact(event: Event, permission: Permission | undefined): void {
    const goesOn = this.dispatchEvent(new ContactRequestEvent(permission?.reason));
    if (!goesOn) event.preventDefault();
    this.nobodyToAsk = goesOn && event.currentTarget instanceof HTMLButtonElement;
  }

  #hrefOf(contact: Contact | undefined): string | undefined {
    const href = contact && contactHref(contact, this.settings.allowedOrigins);
    if (contact?.kind === 'url' && !href && !this.#refusedUrls.has(contact.url)) {
      this.#refusedUrls.add(contact.url);
      this.dispatchEvent(new BillingErrorEvent(new BillingError('unsafe_url'), this.localName));
    }
    return href;
  }

  #validWarnAt(): Decimal | undefined {
    const { warnAt } = this;
    if (warnAt === null) return undefined;
    const isShare =
      isDecimal(warnAt) && compareDecimals(warnAt, '0') >= 0 && compareDecimals(warnAt, '1') <= 0;
    return isShare ? warnAt : undefined;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (!changed.has('warnAt') || this.warnAt === null || this.#validWarnAt() !== undefined) return;
    console.warn(`<${this.localName}> warn-at is a number from 0 to 1, not "${this.warnAt}".`);
  }
}
