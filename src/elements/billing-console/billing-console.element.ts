import { css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';

import { LazyModule } from '../../state/lazy-module.js';
import { BillingQuery } from '../../state/query.js';
import { controls } from '../../ui/controls.styles.js';
import { Faces } from '../../ui/faces.js';
import { skeleton } from '../../ui/skeleton.view.js';
import { tokens } from '../../ui/tokens.styles.js';
import { BillingElement } from '../billing-element.js';
import '../billing-provider/billing-provider.js';
import { property } from '../property.js';
import type { ConsoleHost, ConsolePages } from './billing-console.content.js';

/**
 * Plan and usage, support and invoices as tabs: the whole page in one tag. The code of each page is
 * fetched when the page is first opened, and what an account may not see has no tab. It stands on a
 * `<billing-provider>`, so its module defines that one too. The parts of the plain elements in it are
 * its own parts as well, under the same names.
 *
 * @tag billing-console
 * @slot plan-usage - A `<plan-usage>` of the host's own, in place of the plain one.
 * @slot usage-chart - A `<usage-chart>` of the host's own, in place of the plain one.
 * @slot support-plan - A `<support-plan>` of the host's own, in place of the plain one.
 * @slot invoice-list - An `<invoice-list>` of the host's own, in place of the plain one.
 * @fires {PageChangeEvent} page-change - Someone went to another page.
 * @csspart tabs - The row of tabs.
 * @csspart tab - One of them. Also `selected`.
 * @csspart page - What is under a tab.
 */
export class BillingConsoleElement extends BillingElement implements ConsoleHost {
  static override styles = [
    tokens,
    controls,
    css`
      .notice:not(.visually-hidden) {
        margin-block-end: calc(var(--_space) * 3);
      }
    `,
  ];

  /**
   * The page that is open: `plan-usage`, `support` or `invoices`. Left out, or where the account may
   * not see it, the first one. It follows where people go.
   */
  @property() page: string | null = null;

  readonly #content = new LazyModule(this, () => import('./billing-console.content.js'));

  readonly #account = new BillingQuery(this, {
    args: () => [],
    load: (client, options) => client.account(options),
  });

  readonly #faces = new Faces(this, this.#content, [this.#account]);

  #pages: ConsolePages | undefined;

  override reload(): void {
    this.#faces.reload();
    for (const slot of this.renderRoot.querySelectorAll('slot')) {
      for (const element of slot.assignedElements({ flatten: true })) {
        // Not by its class: another copy of the package may have defined it.
        (element as Partial<BillingElement>).reload?.();
      }
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#content.start();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const content = this.#content.value;
    this.wear(content?.styles);
    if (content) this.#pages ??= new content.ConsolePages(this);
    if (this.#account.value) this.#pages?.prepare(this.#account.value);
  }

  protected override render(): TemplateResult {
    const speech = this.i18n;
    return html`<billing-provider
      .apiBase=${this.apiBase}
      .client=${this.client}
      .locale=${this.locale}
      .timeZone=${this.timeZone}
      .readOnly=${this.readOnly}
      .messages=${this.messages}
      >${this.#faces.render(
        speech,
        (account) => this.#pages?.render(account, speech),
        skeleton(),
      )}</billing-provider
    >`;
  }
}
