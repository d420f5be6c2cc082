import type { ReactiveElement } from 'lit';

import { BillingError } from '../../api/billing-error.js';
import { contactHref } from '../../api/contact-href.js';
import { safeUrl } from '../../api/safe-url.js';
import type { Contact } from '../../billing/contact.js';
import type { Operation } from '../../billing/types.js';
import { leavePage } from '../../state/leave-page.js';
import { BillingErrorEvent } from '../../ui/faces.events.js';
import { CheckoutRedirectEvent } from './checkout-redirect.event.js';

/** The way to a provider's page: the host page is asked first, and only a safe address is followed. */
export class Leaving {
  readonly #host: ReactiveElement;
  readonly #allowedOrigins: () => readonly string[] | undefined;
  readonly #refused = new Set<string>();

  constructor(host: ReactiveElement, allowedOrigins: () => readonly string[] | undefined) {
    this.#host = host;
    this.#allowedOrigins = allowedOrigins;
  }

  isUnsafe({ url }: { readonly url?: string | undefined }): boolean {
    return safeUrl(url, this.#allowedOrigins()) === null;
  }

  /** Leaves for the address that the operation names, unless the page takes over. */
  leave({ id, url: address }: Operation): void {
    const url = safeUrl(address, this.#allowedOrigins());
    if (url === null) {
      this.#refuse(address ?? '');
      return;
    }
    const goesOn = this.#host.dispatchEvent(new CheckoutRedirectEvent(url, id));
    if (goesOn) leavePage(url, this.#allowedOrigins());
  }

  /** Where a contact leads; `undefined` where there is none that is safe to open. */
  hrefOf(contact: Contact | undefined): string | undefined {
    const href = contact && contactHref(contact, this.#allowedOrigins());
    if (contact?.kind === 'url' && href === undefined) this.#refuse(contact.url);
    return href;
  }

  #refuse(address: string): void {
    if (this.#refused.has(address)) return;
    this.#refused.add(address);
    const error = new BillingError('unsafe_url');
    this.#host.dispatchEvent(new BillingErrorEvent(error, this.#host.localName));
  }
}
