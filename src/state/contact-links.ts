import { BillingError } from '../api/billing-error.js';
import { contactHref } from '../api/contact-href.js';
import type { Contact } from '../billing/contact.js';
import { connectionOf } from './connection.js';
import type { BillingHost } from './connection.js';

/** Where contacts lead. Each address that is not safe to open is told of once. */
export class ContactLinks {
  readonly #host: BillingHost;
  readonly #complain: (error: BillingError) => void;
  readonly #refused = new Set<string>();

  /** @param complain - Hears of an address that is not safe to open. */
  constructor(host: BillingHost, complain: (error: BillingError) => void) {
    this.#host = host;
    this.#complain = complain;
  }

  /** `undefined` where there is no contact, or none that is safe to open. */
  hrefOf(contact: Contact | undefined): string | undefined {
    if (!contact) return undefined;
    const href = contactHref(contact, connectionOf(this.#host).settings.allowedOrigins);
    if (contact.kind === 'url' && href === undefined && !this.#refused.has(contact.url)) {
      this.#refused.add(contact.url);
      this.#complain(new BillingError('unsafe_url'));
    }
    return href;
  }
}
