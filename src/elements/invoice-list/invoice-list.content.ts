/** What `invoice-list` draws and acts with. It is fetched beside the data, so that neither waits for the other. */
import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';

import { BillingError } from '../../api/billing-error.js';
import type { Account, Invoice, InvoiceDetail, InvoiceQuery } from '../../billing/types.js';
import type { Speech } from '../../i18n/locale.js';
import { connectionOf } from '../../state/connection.js';
import { BillingQuery } from '../../state/query.js';
import type { Loadable } from '../../state/query.js';
import { Today } from '../../state/today.js';
import { dialogFrame } from '../../ui/dialog.styles.js';
import { panels } from '../../ui/panels.styles.js';
import { skeleton } from '../../ui/skeleton.view.js';
import { PartFace } from '../../ui/part-face.js';
import { planCard } from '../../ui/plans/plan-card.styles.js';
import { ContactHelp } from '../shared/contact-help.js';
import { cards } from './cards.styles.js';
import { isFiltered, queryOf } from './filters.js';
import { filterFields } from './filters.view.js';
import { InvoiceActions } from './invoice-actions.js';
import { invoiceLocale } from './invoice-locale.js';
import type { InvoiceLocale } from './invoice-locale.js';
import { InvoicePages } from './invoice-pages.js';
import type { InvoiceHost } from './invoice-pages.js';
import { styles as own } from './invoice-list.styles.js';
import { invoiceLines } from './lines.view.js';
import { ListExportDesk } from './list-export-desk.js';
import { pager } from './pager.view.js';
import type { PagerView } from './pager.view.js';
import { styles as table } from './table.styles.js';
import { invoiceTable } from './table.view.js';
import { upcomingCard } from './upcoming.view.js';

export const styles = [panels, dialogFrame, planCard, own, table, cards];

/** The next invoice is no invoice yet; a server may not know of one. */
const upcomingId = 'upcoming';

/** Draws the invoices, and does what people ask for. */
export class InvoicePanel implements ReactiveController {
  readonly pages: InvoicePages;
  readonly #host: InvoiceHost;
  readonly #actions: InvoiceActions;
  readonly #desk: ListExportDesk;
  readonly #help: ContactHelp;
  readonly #today: Today;
  readonly #upcoming: BillingQuery<InvoiceDetail | null>;
  readonly #detail: BillingQuery<InvoiceDetail, readonly [string]>;
  readonly #detailFace: PartFace<InvoiceDetail>;
  #opened: string | undefined;
  #hasTurned = false;

  constructor(host: InvoiceHost, account: Loadable<Account>) {
    const pages = new InvoicePages(host, account);
    this.#host = host;
    this.pages = pages;
    this.#actions = new InvoiceActions(host);
    this.#desk = new ListExportDesk(host, () => queryOf(host));
    this.#help = new ContactHelp(host);
    this.#today = new Today(host);
    this.#upcoming = new BillingQuery(host, {
      args: () => (pages.isPermitted ? [] : undefined),
      load: (client, options) => client.invoice(upcomingId, options).catch(noneWhereUnknown),
    });
    this.#detail = new BillingQuery(host, {
      args: () => (this.#opened === undefined ? undefined : [this.#opened]),
      load: (client, options, [id]) => client.invoice(id, options),
    });
    this.#detailFace = new PartFace(host, this.#detail);
    host.addController(this);
  }

  hostUpdated(): void {
    const { value: account } = this.pages.account;
    if (account && this.pages.isPermitted) this.#actions.welcomeBack(account);
  }

  renderActions(speech: Speech): TemplateResult | typeof nothing {
    return this.pages.value ? this.#desk.renderButton(invoiceLocale(speech)) : nothing;
  }

  renderFilters(speech: Speech): TemplateResult | typeof nothing {
    if (!this.pages.isPermitted) return nothing;
    const locale = invoiceLocale(speech);
    return html`${this.#desk.renderStatus(locale)}
    ${filterFields({ filters: this.#host, today: this.#today.in(this.#timeZone), change: this.#filter }, locale)}`;
  }

  /**
   * The list, as far as it is there. Its head stays while rows are on their way: whoever has turned
   * the order still stands on its button.
   */
  render(speech: Speech): TemplateResult | typeof nothing {
    if (!this.pages.isList) return nothing;
    const { value: page } = this.pages;
    const locale = invoiceLocale(speech);
    const invoices = page?.items.filter(({ id }) => id !== upcomingId);
    const isFirst = !this.pages.hasPrevious && !isFiltered(this.#host);
    return html`
      ${isFirst ? upcomingCard(this.#upcoming.value, locale) : nothing}
      ${this.#hasTurned ? pager(this.#pagerView('above'), locale) : nothing}
      <div part="empty card" class="card empty" ?hidden=${invoices?.length !== 0}>
        <slot name="empty-icon"></slot>
        <slot name="empty">${this.#whyEmpty(locale)}</slot>
      </div>
      ${
        invoices?.length !== 0 && (invoices || this.pages.pending)
          ? html`${this.#renderTable(invoices ?? [], locale)} ${page ? nothing : skeleton()}`
          : nothing
      }
      ${this.#actions.renderChosen(this.#beyond(invoices ?? []), locale)}
      ${pager(this.#pagerView('below'), locale)}
    `;
  }

  /** What stays whatever becomes of the answers: who helps, and the dialog. */
  renderRest(speech: Speech): TemplateResult {
    return html`${this.#renderHelp(invoiceLocale(speech))} ${this.#actions.render(speech)}`;
  }

  /** What matches, once all of this page is chosen and there are others. */
  #beyond(invoices: readonly Invoice[]): InvoiceQuery | undefined {
    const { ids } = this.#actions.choice;
    const isWhole = invoices.length > 0 && invoices.every(({ id }) => ids.has(id));
    const { hasNext, hasPrevious } = this.pages;
    return isWhole && (hasNext || hasPrevious) ? queryOf(this.#host) : undefined;
  }

  #whyEmpty({ messages }: InvoiceLocale): string {
    if (this.pages.hasPrevious || this.pages.hasNext) return messages.emptyPage;
    return isFiltered(this.#host) ? messages.noInvoiceMatches : messages.noInvoices;
  }

  /** Who has turned the page below the list goes on above it, where the next page begins. */
  #pagerView(place: PagerView['place']): PagerView {
    const { hasNext, hasPrevious, isTurning, number } = this.pages;
    const turned = (way: 'next' | 'previous') => () => {
      this.pages[way]();
      this.#hasTurned = true;
      this.#host.requestUpdate();
      void this.#goOnAbove(way);
    };
    return {
      place,
      number,
      hasPrevious,
      hasNext,
      isTurning,
      previous: turned('previous'),
      next: turned('next'),
    };
  }

  async #goOnAbove(way: 'next' | 'previous'): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(`.above [part~="${way}-page"]`)?.focus();
  }

  get #timeZone(): string {
    const { account } = this.pages;
    return connectionOf(this.#host).settings.timeZone ?? account.value?.timeZone ?? 'UTC';
  }

  #renderTable(invoices: readonly Invoice[], locale: InvoiceLocale) {
    const { account } = this.pages;
    const zone = this.#timeZone;
    return invoiceTable(
      {
        ...this.#actions.ofRows(account.value, locale),
        invoices,
        timeZone: zone,
        isAscending: this.#host.order === 'asc',
        isBusy: this.pages.pending && (this.pages.isTurning || !this.pages.value),
        opened: this.#opened,
        turnOrder: () => {
          this.#host.order = this.#host.order === 'asc' ? 'desc' : 'asc';
        },
        choosePage: (isChosen) => {
          for (const invoice of invoices) this.#actions.choice.choose(invoice, isChosen);
        },
        toggle: ({ id }) => {
          this.#opened = this.#opened === id ? undefined : id;
          this.#host.requestUpdate();
        },
        lines: ({ id }) =>
          this.#detailFace.render(
            locale,
            (invoice) => invoiceLines(invoice, zone, locale),
            () => {
              this.#focusToggle(id, invoices);
            },
          ),
      },
      locale,
    );
  }

  #renderHelp(locale: InvoiceLocale) {
    const { value: account } = this.pages.account;
    const permission = account?.can.viewInvoices;
    if (!account || !permission || permission.allowed) return nothing;
    return this.#help.render(
      { account, refused: [permission], words: locale.messages.invoiceReasons },
      locale,
    );
  }

  readonly #filter = (filters: object): void => {
    Object.assign(this.#host, filters);
  };

  #focusToggle(id: string, invoices: readonly Invoice[]): void {
    const at = invoices.findIndex((invoice) => invoice.id === id);
    this.#host.renderRoot.querySelectorAll<HTMLElement>('[part~="details"]')[at]?.focus();
  }
}

function noneWhereUnknown(cause: unknown): null {
  const error = BillingError.from(cause);
  if (error.status === 404 || error.code === 'not_found' || error.code === 'not_supported') {
    return null;
  }
  throw error;
}
