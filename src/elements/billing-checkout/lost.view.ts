import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { BillingCheckoutLocale as Locale } from '../../i18n/locale.js';
import { panel } from './panel.view.js';

/** What the page knows of an order whose answer never came. */
export interface LostView {
  /** When it went out, in words. */
  readonly time: string;
  /** What the person agreed to. */
  readonly words: string;
  /** It failed here; else another tab, or this page before it was loaded again, has sent it. */
  readonly hasFailed: boolean;
  readonly isSending: boolean;
  /** The server answered, and would not say: the person has to look and to decide. */
  readonly isUndecided: boolean;
  readonly isReady: boolean;
  readonly readOnly: boolean;
  readonly sendAgain: () => void;
  readonly startAnew: () => void;
}

/** An order went out and no answer came: it must be known what became of it before another goes out. */
export function lost(view: LostView, locale: Locale): TemplateResult {
  const { messages } = locale;
  const { isReady, isSending, isUndecided, readOnly, sendAgain, startAnew, time, words } = view;
  const title = view.hasFailed ? messages.lostTitle : messages.sentTitle;
  const isLocked = isSending || !isReady;
  return panel(
    { tone: 'waiting', title, state: 'lost' },
    html`
      <p>${isUndecided ? messages.sameOrderElsewhere : messages.lostText(time)}</p>
      <p><bdi>${messages.lostTerms(words)}</bdi></p>
      <p class="muted">${isSending ? messages.checkingOrder : messages.lostCheck}</p>
    `,
    readOnly
      ? nothing
      : html`<div class="actions">
          <button
            part="check button primary"
            class="button primary"
            type="button"
            ?disabled=${isLocked}
            @click=${sendAgain}
          >
            ${messages.checkAgain}
          </button>
          ${
            isUndecided
              ? html`<button
                  part="start-anew button"
                  class="button"
                  type="button"
                  ?disabled=${isLocked}
                  @click=${startAnew}
                >
                  ${messages.newPurchase}
                </button>`
              : nothing
          }
        </div>`,
  );
}
