import { ContextConsumer, ContextProvider } from '@lit/context';
import { css, html, LitElement } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';

import type { BillingApi } from '../../api/billing-api.js';
import type { TokenProvider } from '../../api/token.js';
import type { AllMessages } from '../../i18n/messages.js';
import { ownSettings } from '../../state/connection.js';
import type { BillingHost } from '../../state/connection.js';
import { nearest, settingsContext } from '../../state/settings.js';
import { property } from '../property.js';
import { version } from '../version.js';

/**
 * Gives connection and settings to all elements inside it, and shows nothing of its own.
 * A provider within another one adds to it.
 *
 * @tag billing-provider
 * @slot - The part of the page that it serves.
 * @fires {SignInRequestEvent} sign-in-request - Someone inside is signed out and wants to sign in again. Cancelable: by default a token is asked for once more.
 */
export class BillingProviderElement extends LitElement implements BillingHost {
  /** The version of the package that this class is of. */
  static readonly version: string = version;

  static override styles = css`
    :host {
      display: contents;
    }

    :host([hidden]) {
      display: none;
    }
  `;

  /** URL of the API that already names one account, for example `/api/billing/accounts/acc_1`. */
  @property({ attribute: 'api-base' }) apiBase: string | null = null;

  /** Whether cookies go along, as `fetch` knows it: `omit`, `same-origin` or `include`. */
  @property() credentials: RequestCredentials | null = null;

  /** BCP 47 language tag. Left out, the nearest `lang` decides. */
  @property() locale: string | null = null;

  /** IANA time zone of days and months. Left out, the account's. */
  @property({ attribute: 'time-zone' }) timeZone: string | null = null;

  /** Hides every action of the elements inside. */
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;

  /** An implementation of `BillingApi`, instead of `api-base`. */
  @property({ attribute: false }) client: BillingApi | undefined;

  /**
   * Gives a short-lived token when one is needed. It is asked once for all elements inside, and
   * again after the server has refused the last one.
   */
  @property({ attribute: false }) getToken: TokenProvider | undefined;

  /** Texts that stand in for the built-in ones, by their key. */
  @property({ attribute: false }) messages: Partial<AllMessages> | undefined;

  readonly #outer = new ContextConsumer(this, { context: settingsContext, subscribe: true });
  readonly #inner = new ContextProvider(this, { context: settingsContext, initialValue: {} });

  constructor() {
    super();
    // What a slot in here is given comes under this provider without being inserted anywhere.
    this.addEventListener('slotchange', () => {
      this.#inner.hostConnected();
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const own = {
      ...ownSettings(this),
      credentials: this.credentials ?? undefined,
      getToken: this.getToken,
    };
    this.#inner.setValue(nearest(own, this.#outer.value ?? {}));
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
