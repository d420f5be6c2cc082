import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Permission } from '../../billing/types.js';
import type { PlanLocale as Locale } from '../../i18n/locale.js';
import { sentences } from '../../i18n/sentences.js';
import type { Words } from '../../i18n/words.js';

/** What stands in place of the actions that an account may not take. */
export interface SupportView {
  readonly refused: readonly Permission[];
  /** Why, by the contract's reason. */
  readonly words: Words;
  /** Where the contact leads; `undefined` where the server names none that is safe to open. */
  readonly href: string | undefined;
  readonly readOnly: boolean;
  /** The person asked for help, and there is nobody to turn to. */
  readonly nobody: boolean;
  readonly contact: (event: Event) => void;
  /** What helps beside that. */
  readonly action?: TemplateResult | typeof nothing;
}

/** Why this account may not act by itself, and who helps. */
export function supportLine(
  { action, contact, href, nobody, readOnly, refused, words: known }: SupportView,
  locale: Locale,
): TemplateResult | typeof nothing {
  const { messages } = locale;
  const reasons = [...new Set(refused.flatMap(({ reason }) => reason ?? []))].filter(
    (reason) => reason !== 'not_supported',
  );
  if (reasons.length === 0) return nothing;
  const words = [...new Set(reasons.map((reason) => known[reason] ?? reason))];
  const isOffered = !readOnly && reasons.some((reason) => isForPeople(reason));
  return html`<div part="support card" class="card support">
    <p id="reasons"><bdi>${sentences(words, locale)}</bdi></p>
    ${action ?? nothing} ${isOffered ? contactButton(href, contact, locale) : nothing}
    <p role="status" class=${nobody ? 'muted' : 'visually-hidden'}>
      ${nobody ? messages.contactNobody : nothing}
    </p>
  </div>`;
}

/** Whether people, not the widget, take care of what is refused for this reason. */
export function isForPeople(reason: string | undefined): boolean {
  return reason === 'contact_support' || reason === 'contact_sales';
}

/** Whether an unpaid invoice stands in the way. */
export function isOverdue(refused: readonly Permission[]): boolean {
  return refused.some(({ reason }) => reason === 'past_due');
}

function contactButton(
  href: string | undefined,
  contact: (event: Event) => void,
  { messages }: Locale,
) {
  return href === undefined
    ? html`<button part="contact button" class="button" type="button" @click=${contact}>
        ${messages.contactSupport}
      </button>`
    : html`<a
        part="contact button"
        class="button"
        href=${href}
        target="_blank"
        rel="noopener noreferrer"
        @click=${contact}
        >${messages.contactSupport}</a
      >`;
}
