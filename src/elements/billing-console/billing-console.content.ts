/** What `billing-console` draws with, fetched beside the account. Each page's own code comes when it is first opened. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Account } from '../../billing/types.js';
import { billingConsoleTexts } from '../../i18n/en-billing-console.js';
import type { Locale, Speech } from '../../i18n/locale.js';
import type { BillingConsoleMessages } from '../../i18n/messages.js';
import { withTexts } from '../../i18n/with-texts.js';
import type { BillingHost } from '../../state/connection.js';
import { LazyModule } from '../../state/lazy-module.js';
import { pendingReturn } from '../../state/returning.js';
import { panels } from '../../ui/panels.styles.js';
import { PartFace } from '../../ui/part-face.js';
import { PageChangeEvent } from './billing-console.events.js';
import { styles as own } from './billing-console.styles.js';
import { contents } from './contents.js';
import { consolePages, isConsolePage, pageOf, pagesOf } from './pages.js';
import type { ConsolePage } from './pages.js';
import { pageTitle, tabs } from './tabs.view.js';

export const styles = [panels, own];

export type ConsoleLocale = Locale<BillingConsoleMessages>;

/** The element, as what it is drawn with knows it. */
export interface ConsoleHost extends BillingHost {
  page: string | null;
}

interface Page {
  readonly module: LazyModule<unknown>;
  readonly face: PartFace<unknown>;
  readonly render: () => TemplateResult;
}

/** The pages of the account, one of them open. A page that was opened once stays as it was left. */
export class ConsolePages {
  readonly #host: ConsoleHost;
  readonly #pages = new Map<ConsolePage, Page>();
  readonly #opened = new Set<ConsolePage>();
  #account: Account | undefined;
  #open: ConsolePage = 'plan-usage';
  #complained: string | undefined;

  constructor(host: ConsoleHost) {
    this.#host = host;
    for (const page of consolePages) {
      const content = contents[page];
      const module = new LazyModule(host, content.define);
      this.#pages.set(page, { module, face: new PartFace(host, module), render: content.render });
    }
  }

  /** Decides what is shown of an account. */
  prepare(account: Account): void {
    const host = this.#host;
    if (this.#account?.id !== account.id) {
      this.#opened.clear();
      const order = pendingReturn(host, account);
      if (order) host.page = pageOf(order.purpose);
    }
    this.#account = account;
    if (host.page !== null && !isConsolePage(host.page)) this.#complain(host.page);
    const pages = pagesOf(account);
    this.#open = pages.find((page) => page === host.page) ?? 'plan-usage';
    this.#opened.add(this.#open);
    this.#pages.get(this.#open)?.module.start();
  }

  render(account: Account, speech: Speech): TemplateResult {
    const locale = withTexts(speech, billingConsoleTexts);
    const pages = pagesOf(account);
    const open = this.#open;
    const hasTabs = pages.length > 1;
    return html`
      ${hasTabs ? tabs({ pages, open, select: this.#select }, locale) : nothing}
      ${pages.map((page) => this.#renderPage(page, hasTabs, locale))}
    `;
  }

  #renderPage(page: ConsolePage, hasTabs: boolean, locale: ConsoleLocale) {
    return html`<div
      id="page-${page}"
      part="page"
      class="page"
      role=${hasTabs ? 'tabpanel' : 'group'}
      aria-label=${pageTitle(page, locale)}
      tabindex="-1"
      ?hidden=${page !== this.#open}
    >
      ${this.#opened.has(page) ? this.#renderContent(page, locale) : nothing}
    </div>`;
  }

  #renderContent(page: ConsolePage, locale: ConsoleLocale) {
    const known = this.#pages.get(page);
    return known?.face.render(locale, known.render, () => {
      this.#focus(`#page-${page}`);
    });
  }

  readonly #select = (page: ConsolePage): void => {
    const host = this.#host;
    if (page !== this.#open) {
      host.page = page;
      host.dispatchEvent(new PageChangeEvent(page));
    }
    void host.updateComplete.then(() => {
      this.#focus(`#tab-${page}`);
    });
  };

  #focus(selector: string): void {
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** A page that is none is left out; the page's author hears of it. */
  #complain(page: string): void {
    if (this.#complained === page) return;
    this.#complained = page;
    const known = consolePages.join(', ');
    console.warn(`<${this.#host.localName}> page is one of ${known}, not "${page}".`);
  }
}
