import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';

import { later } from '../../state/later.js';
import { LazyModule } from '../../state/lazy-module.js';
import { BillingQuery } from '../../state/query.js';
import { controls } from '../../ui/controls.styles.js';
import { Faces } from '../../ui/faces.js';
import { skeleton } from '../../ui/skeleton.view.js';
import { tokens } from '../../ui/tokens.styles.js';
import { BillingElement } from '../billing-element.js';
import { property } from '../property.js';
import type { InvoicePanel } from './invoice-list.content.js';
import type { InvoiceHost } from './invoice-pages.js';

/**
 * The account's invoices by date, page after page: number, date, kind, amount, payment method and
 * status, with lines on demand, the file of each, and payment of what is open.
 *
 * @tag invoice-list
 * @slot heading - Stands in for the title.
 * @slot empty-icon - Stands above the words where there is nothing to show: a sign or a picture.
 * @slot empty - Stands in for the words where there is no invoice.
 * @slot footer - Stands below all that the element shows.
 * @fires {InvoiceDownloadEvent} invoice-download - Someone wants an invoice as a file. Cancelable: by default the server's file is handed over, or a copy is made.
 * @fires {InvoicePayRequestEvent} invoice-pay-request - Someone wants to pay an invoice. Cancelable: by default a dialog leads to the payment page.
 * @fires {InvoicePaidEvent} invoice-paid - An invoice is paid.
 * @fires {ContactRequestEvent} contact-request - Someone wants to talk to the support team. Cancelable: by default the server's contact opens.
 * @csspart export - The button that saves the list as CSV.
 * @csspart export-status - How that goes.
 * @csspart export-cancel - Stops it.
 * @csspart filters - The choice of status and days.
 * @csspart status-filter - The choice of a status.
 * @csspart year-filter - The choice of a year.
 * @csspart clear - The button that takes all filters away.
 * @csspart upcoming - The next invoice, as it stands.
 * @csspart sort - The button in the heading of dates that turns their order.
 * @csspart invoice - One invoice. Also its status: `draft`, `open`, `paid`, `past_due`, `void`, `uncollectible` or `refunded`.
 * @csspart details - The button that shows the lines of an invoice.
 * @csspart amount - An amount.
 * @csspart lines - The lines of an invoice with what they come to.
 * @csspart lines-table - These lines as a table.
 * @csspart download - The button that saves an invoice as a file.
 * @csspart print - The button that prints an invoice.
 * @csspart pay - The button that leads to the payment page.
 * @csspart file-status - How a file comes along.
 * @csspart file-link - The link to a file that the browser did not open.
 * @csspart file-cancel - Stops a file that is being prepared.
 * @csspart choice - A box that chooses an invoice, or all of the page.
 * @csspart chosen - What can be done with the chosen invoices.
 * @csspart choose-all - The button that chooses what matches on all pages.
 * @csspart stop-choosing - Stops that.
 * @csspart download-chosen - The button that saves the files of all chosen invoices as one.
 * @csspart clear-choice - The button that chooses none.
 * @csspart archive-status - How these files come along.
 * @csspart archive-cancel - Stops that.
 * @csspart pages - The way to other pages.
 * @csspart previous-page - The button to the page before.
 * @csspart next-page - The button to the next page.
 * @csspart support - Why this account may not see its invoices, and who helps.
 * @csspart contact - The button that turns to the support team.
 * @csspart checkout - The payment page in a dialog.
 * @csspart done - The button that closes a dialog in which all is done.
 */
export class InvoiceListElement extends BillingElement implements InvoiceHost {
  static override styles = [tokens, controls];

  /** Invoices on a page, 1 to 100. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = 20;

  /** `desc`, the newest first, or `asc`. Left out, `desc`. It follows what people choose. */
  @property() order: string | null = null;

  /** Shows the invoices of one status only, by the contract's word. It follows what people choose. */
  @property() status: string | null = null;

  /** First invoice date, as `YYYY-MM-DD`. It follows what people choose. */
  @property() from: string | null = null;

  /** Last invoice date, included, as `YYYY-MM-DD`. It follows what people choose. */
  @property() to: string | null = null;

  /**
   * Address of your brand's picture, for copies that are made here: any format that browsers draw,
   * from your own origin or with CORS. Left out, a copy names the seller in text only.
   */
  @property() logo: string | null = null;

  readonly #content = new LazyModule(this, () => import('./invoice-list.content.js'));

  readonly #account = new BillingQuery(this, {
    args: () => [],
    load: (client, options) => client.account(options),
  });

  #panel: InvoicePanel | undefined;

  readonly #faces = new Faces(
    this,
    this.#content,
    [later(() => this.#panel?.pages, this.#account)],
    ({ items }) => !items[0],
  );

  override reload(): void {
    this.#faces.reload();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#content.start();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const content = this.#content.value;
    this.wear(content?.styles);
    if (content) this.#panel ??= new content.InvoicePanel(this, this.#account);
  }

  protected override render(): TemplateResult {
    const speech = this.i18n;
    return html`
      <div class="head">
        <h2 part="heading" tabindex="-1">
          <slot name="heading">${speech.messages.invoices}</slot>
        </h2>
        ${this.#panel?.renderActions(speech)}
      </div>
      ${this.#panel?.renderFilters(speech)}
      ${this.#faces.render(speech, () => nothing, this.#panel?.pages.isList ? html`` : skeleton())}
      ${this.#panel?.render(speech)} ${this.#panel?.renderRest(speech)}
      <slot name="footer"></slot>
    `;
  }
}
