import type { Contact } from '../billing/contact.js';
import { safeUrl } from './safe-url.js';

/** A plain mailbox and a plain number: anything else could smuggle headers or commands into the link. */
const mailbox = /^[\w.+-]+@[a-z\d-]+(\.[a-z\d-]+)+$/i;
const phoneNumber = /^\+?[\d\s().-]{3,30}$/;

/** Where a contact leads; `undefined` where it is not safe to open. */
export function contactHref(
  contact: Contact,
  allowedOrigins: readonly string[] | undefined,
): string | undefined {
  switch (contact.kind) {
    case 'url':
      return safeUrl(contact.url, allowedOrigins) ?? undefined;
    case 'email':
      return mailbox.test(contact.email) ? `mailto:${contact.email}` : undefined;
    case 'phone':
      return phoneNumber.test(contact.phone)
        ? `tel:${contact.phone.replaceAll(/[^\d+]/g, '')}`
        : undefined;
  }
}
