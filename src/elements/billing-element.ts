import { LitElement } from 'lit';
import type { CSSResult } from 'lit';

import type { BillingApi } from '../api/billing-api.js';
import { BillingError } from '../api/billing-error.js';
import { LocaleController } from '../i18n/locale-controller.js';
import type { AllMessages } from '../i18n/messages.js';
import { connectionOf } from '../state/connection.js';
import type { BillingHost } from '../state/connection.js';
import type { BillingSettings } from '../state/settings.js';
import { BillingErrorEvent } from '../ui/faces.events.js';
import { property } from './property.js';
import { version } from './version.js';

/**
 * What all elements have in common. A page may set the tokens on any ancestor.
 *
 * @fires {BillingErrorEvent} billing-error - Something could not be loaded or done; once for each failure.
 * @fires {SignInRequestEvent} sign-in-request - Someone who is signed out wants to sign in again. Cancelable: by default the element asks for a token once more.
 * @csspart heading - The title.
 * @csspart subheading - The title of a card, a group or a section.
 * @csspart card - A box that holds what belongs together: a plan, a balance, a figure, an offer.
 * @csspart button - Every button. Also `primary`, `danger`, `quiet`, `plain` or `link`.
 * @csspart link - What looks like a link in a text: a link, or a button.
 * @csspart badge - A status in a word or two.
 * @csspart notice - What should be known before reading on. Also `info`, `warning` or `danger`.
 * @csspart number - A large figure: what is left, a total.
 * @csspart price - What a plan costs.
 * @csspart plan-name - The name of what is had or bought.
 * @csspart facts - What is known of it, side by side.
 * @csspart table - A table, or what it scrolls in.
 * @csspart field - A control with its label.
 * @csspart label - The label of a control, or of a group of them.
 * @csspart input - A control that is written in or chosen from.
 * @csspart option - One of several choices, with its radio button.
 * @csspart problem - What is wrong with a field.
 * @csspart icon - A sign drawn in the colour of the text around it.
 * @csspart empty - What stands there where there is nothing to show.
 * @csspart skeleton - What holds the place of what is on its way.
 * @csspart status - The line that says how things stand when something is missing.
 * @csspart retry - The button that tries again after a failure.
 * @csspart sign-in - The button of someone who is signed out.
 * @csspart dialog - The dialog that an action opens, where there is one.
 * @csspart dialog-head - The title of a dialog and the button that closes it.
 * @csspart dialog-body - What is in a dialog.
 * @csspart dialog-heading - The title of a dialog.
 * @csspart close - The button that closes a dialog.
 * @cssprop [--billing-accent] - Colour of the main button, as it is given; of links, bars and edges, as far as it can be seen on the surface.
 * @cssprop [--billing-on-accent] - Colour of text on the accent. Left out, black or white.
 * @cssprop [--billing-text] - Colour of text.
 * @cssprop [--billing-text-muted] - Colour of text that stands back. Left out, between text and surface, like the next five.
 * @cssprop [--billing-surface] - Colour of cards and fields.
 * @cssprop [--billing-surface-sunken] - Colour behind what lies lower than a card.
 * @cssprop [--billing-border] - Colour of lines between things.
 * @cssprop [--billing-card-border] - Colour of the edge of cards, tables and dialogs. Left out, that of lines.
 * @cssprop [--billing-control] - Colour of the edge of what can be pressed.
 * @cssprop [--billing-track] - Colour of the empty part of a meter.
 * @cssprop [--billing-success] - Colour of what went well.
 * @cssprop [--billing-warning] - Colour of what needs attention soon.
 * @cssprop [--billing-danger] - Colour of what is wrong.
 * @cssprop [--billing-focus] - Colour of the ring around what has the focus. Left out, the accent.
 * @cssprop [--billing-backdrop] - Colour over the page behind a dialog.
 * @cssprop [--billing-font-size=0.9375rem] - Size of plain text. Its font is that of the page.
 * @cssprop [--billing-small-size=0.875em] - Size of what explains, next to plain text.
 * @cssprop [--billing-caption-size] - Size of the smallest text: badges and heads of tables. Left out, seven eighths of plain text.
 * @cssprop [--billing-line-height=1.5] - Height of a line of text.
 * @cssprop [--billing-weight-medium=500] - Weight of buttons and labels.
 * @cssprop [--billing-weight-bold=600] - Weight of what stands out in a text or a table.
 * @cssprop [--billing-heading-font] - Font of headings and of names of plans. Left out, that of the page.
 * @cssprop [--billing-heading-size=1.25em] - Size of the title.
 * @cssprop [--billing-heading-weight] - Weight of headings. Left out, that of what stands out.
 * @cssprop [--billing-heading-spacing=-0.01em] - Space between the letters of headings.
 * @cssprop [--billing-figure-font] - Font of the large figures: prices, amounts, totals. Left out, that of the page.
 * @cssprop [--billing-figure-size=1.5em] - Size of the largest of them.
 * @cssprop [--billing-figure-weight] - Weight of them. Left out, that of what stands out.
 * @cssprop [--billing-space=0.25rem] - The unit of all distances.
 * @cssprop [--billing-control-size=2.25rem] - Least height of buttons and fields.
 * @cssprop [--billing-border-width=1px] - How thick the edges of cards, buttons and fields are.
 * @cssprop [--billing-radius=0.5rem] - How round the corners of fields and notices are.
 * @cssprop [--billing-radius-button] - How round buttons are. Left out, as fields.
 * @cssprop [--billing-radius-card] - How round cards and dialogs are. Left out, half more than fields.
 * @cssprop [--billing-radius-badge=99rem] - How round badges and meters are.
 * @cssprop [--billing-shadow=none] - Shadow of cards.
 * @cssprop [--billing-dialog-shadow] - Shadow of dialogs and menus.
 * @cssprop [--billing-duration=120ms] - How long a change of colour takes.
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
  /** The version of the package that this class is of. */
  static readonly version: string = version;

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

  protected readonly i18n: LocaleController = new LocaleController(this, {
    locale: () => this.settings.locale,
    messages: () => this.settings.messages ?? {},
  });

  /** The settings that hold here: the element's own, then its provider's, then the page's. */
  protected get settings(): BillingSettings<AllMessages> {
    return connectionOf(this).settings;
  }

  /** Puts on the looks of code that was fetched after the element stood there. */
  protected wear(styles: readonly CSSResult[] = []): void {
    for (const { styleSheet } of styles) {
      const { adoptedStyleSheets: sheets } = this.renderRoot as ShadowRoot;
      if (styleSheet && !sheets.includes(styleSheet)) sheets.push(styleSheet);
    }
  }

  /**
   * Nothing is said before it can be said in the language of the page. Until then stays what the page
   * put inside.
   */
  protected override async scheduleUpdate(): Promise<void> {
    const arriving = this.i18n.prepare();
    if (arriving) {
      const inside = document.createElement('slot');
      if (!this.hasUpdated) this.renderRoot.append(inside);
      await arriving.catch((cause: unknown) => {
        const error = new BillingError('module_failed', { cause });
        this.dispatchEvent(new BillingErrorEvent(error, this.localName));
      });
      inside.remove();
    }
    await super.scheduleUpdate();
  }

  /** Asks for everything again; what is shown stays until the answers are there. */
  abstract reload(): void;
}
