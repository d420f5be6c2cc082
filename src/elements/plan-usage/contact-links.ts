import { BillingError } from '../../api/billing-error.js';
import { contactHref } from '../../api/contact-href.js';
import type { Contact } from '../../billing/contact.js';
import { connectionOf } from '../../state/connection.js';
import type { BillingHost } from '../../state/connection.js';
import { BillingErrorEvent } from '../../ui/faces.events.js';

/** Where contacts lead. The page hears once of each address that is not safe to open. */
export class ContactLinks {
  readonly #host: BillingHost;
  readonly #refused = new Set<string>();

  constructor(host: BillingHost) {
    this.#host = host;
  }

  /** `undefined` where there is no contact, or none that is safe to open. */
  hrefOf(contact: Contact | undefined): string | undefined {
    if (!contact) return undefined;
    const href = contactHref(contact, connectionOf(this.#host).settings.allowedOrigins);
    if (contact.kind === 'url' && href === undefined && !this.#refused.has(contact.url)) {
      this.#refused.add(contact.url);
      const error = new BillingError('unsafe_url');
      this.#host.dispatchEvent(new BillingErrorEvent(error, this.#host.localName));
    }
    return href;
  }
}
