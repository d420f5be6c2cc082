import { nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { contactFor } from '../../billing/contact.js';
import type { Account, Permission, Plan } from '../../billing/types.js';
import type { PlanLocale } from '../../i18n/locale.js';
import type { Words } from '../../i18n/words.js';
import { connectionOf } from '../../state/connection.js';
import type { BillingHost } from '../../state/connection.js';
import { ContactLinks } from '../../state/contact-links.js';
import { BillingErrorEvent } from '../../ui/faces.events.js';
import { isForPeople, supportLine } from '../../ui/plans/support-line.view.js';
import { ContactRequestEvent } from './contact-request.event.js';

/** What is refused to an account, and what helps. */
export interface Refusal {
  readonly account: Account;
  readonly refused: readonly Permission[];
  /** The current plan, which may have people of its own. */
  readonly plan?: Plan | null | undefined;
  /** Why, by the contract's reason. */
  readonly words: Words;
  /** What helps beside the contact. */
  readonly action?: TemplateResult | typeof nothing;
}

/** Tells why an account may not act by itself, and leads to the people who help. */
export class ContactHelp {
  readonly #host: BillingHost;
  readonly #links: ContactLinks;
  #nobodyToAsk = false;

  constructor(host: BillingHost) {
    this.#host = host;
    this.#links = new ContactLinks(host, (error) => {
      host.dispatchEvent(new BillingErrorEvent(error, host.localName));
    });
  }

  /** Someone asked for help, and there is nobody to turn to. */
  get nobodyToAsk(): boolean {
    return this.#nobodyToAsk;
  }

  /** Where the people are who help with what is refused; `undefined` where that is not known. */
  hrefOf(
    account: Account,
    permission: Permission | undefined,
    plan?: Plan | null,
  ): string | undefined {
    return this.#links.hrefOf(contactFor(account, permission, plan));
  }

  /** The page is asked first; what was pressed goes on unless it says no. */
  ask(event: Event, reason?: string, planId?: string): void {
    const goesOn = this.#host.dispatchEvent(new ContactRequestEvent(reason, planId));
    if (!goesOn) event.preventDefault();
    this.#nobodyToAsk = goesOn && event.currentTarget instanceof HTMLButtonElement;
    this.#host.requestUpdate();
  }

  forget(): void {
    this.#nobodyToAsk = false;
  }

  render(
    { account, action, plan, refused, words }: Refusal,
    locale: PlanLocale,
  ): TemplateResult | typeof nothing {
    const permission = refused.find(({ reason }) => isForPeople(reason)) ?? refused[0];
    return supportLine(
      {
        refused,
        words,
        href: this.hrefOf(account, permission, plan),
        readOnly: connectionOf(this.#host).settings.readOnly ?? false,
        nobody: this.#nobodyToAsk,
        contact: (event) => {
          this.ask(event, permission?.reason);
        },
        action: action ?? nothing,
      },
      locale,
    );
  }
}
