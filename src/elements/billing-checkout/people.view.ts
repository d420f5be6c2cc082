import { html } from 'lit';
import type { TemplateResult } from 'lit';

import type { BillingCheckoutLocale as Locale } from '../../i18n/locale.js';

/** What stands there where people, not this page, take care of it. */
export interface PeopleView {
  /** Why. */
  readonly text: string;
  /** Where the contact leads; `undefined` where the server names none that is safe to open. */
  readonly href: string | undefined;
}

/** Why it cannot be bought here, and who helps. */
export function people({ href, text }: PeopleView, { messages }: Locale): TemplateResult {
  return html`<div part="support card" class="card people">
    <p><bdi>${text}</bdi></p>
    ${
      href === undefined
        ? html`<p class="muted">${messages.contactNobody}</p>`
        : html`<a
            part="contact button"
            class="button"
            href=${href}
            target="_blank"
            rel="noopener noreferrer"
            >${messages.contactSupport}</a
          >`
    }
  </div>`;
}
