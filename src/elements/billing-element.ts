import { LitElement } from 'lit';
import type { CSSResult } from 'lit';

import type { BillingApi } from '../api/billing-api.js';
import { LocaleController } from '../i18n/locale-controller.js';
import type { Speech } from '../i18n/locale.js';
import type { AllMessages } from '../i18n/messages.js';
import { connectionOf } from '../state/connection.js';
import type { BillingHost } from '../state/connection.js';
import type { BillingSettings } from '../state/settings.js';
import { property } from './property.js';

/**
 * What all elements have in common.
 *
 * @fires {BillingErrorEvent} billing-error - Something could not be loaded or done; once for each failure.
 * @fires {SignInRequestEvent} sign-in-request - Someone who is signed out wants to sign in again. Cancelable: by default the element asks for a token once more.
 * @csspart status - The line that says how things stand when something is missing.
 * @csspart retry - The button that tries again after a failure.
 * @csspart sign-in - The button of someone who is signed out.
 * @csspart dialog - The dialog that an action opens, where there is one.
 * @csspart dialog-heading - The title of a dialog.
 * @csspart close - The button that closes a dialog.
 * @cssstate loading - Nothing is known yet.
 * @cssstate ready - All is shown.
 * @cssstate empty - The server said that there is nothing.
 * @cssstate partial - A part could not be shown.
 * @cssstate stale - The last refresh failed; what was known before is shown.
 * @cssstate error - Nothing could be loaded.
 * @cssstate denied - This person may not see it.
 * @cssstate signed-out - This person is not signed in.
 * @cssstate offline - There is no network.
 */
export abstract class BillingElement extends LitElement implements BillingHost {
  /** URL of the API that already names one account, for example `/api/billing/accounts/acc_1`. */
  @property({ attribute: 'api-base' }) apiBase: string | null = null;

  /** BCP 47 language tag. Left out, the nearest `lang` decides. */
  @property() locale: string | null = null;

  /** IANA time zone of days and months. Left out, the account's. */
  @property({ attribute: 'time-zone' }) timeZone: string | null = null;

  /** Hides every action, and leaves what can be read. */
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;

  /** An implementation of `BillingApi`, instead of `api-base`. */
  @property({ attribute: false }) client: BillingApi | undefined;

  /** Texts that stand in for the built-in ones, by their key. */
  @property({ attribute: false }) messages: Partial<AllMessages> | undefined;

  protected readonly i18n: Speech = new LocaleController(this, {
    locale: () => this.settings.locale,
    messages: () => this.settings.messages ?? {},
  });

  /** The settings that hold here: the element's own, then its provider's, then the page's. */
  protected get settings(): BillingSettings<AllMessages> {
    return connectionOf(this).settings;
  }

  /** Puts on the looks of code that was fetched after the element stood there. */
  protected wear(styles: readonly CSSResult[] = []): void {
    const sheets = this.shadowRoot?.adoptedStyleSheets;
    for (const { styleSheet } of styles) {
      if (styleSheet && sheets?.includes(styleSheet) === false) sheets.push(styleSheet);
    }
  }

  /** Asks for everything again; what is shown stays until the answers are there. */
  abstract reload(): void;
}
