import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';

import type { BillingApi } from '../../src/api/billing-api.js';
import '../../src/elements/billing-console/billing-console.content.js';
import '../../src/elements/billing-console/billing-console.js';
import type {
  BillingConsoleElement,
  PageChangeEvent,
} from '../../src/elements/billing-console/billing-console.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { inState, mount, parts, press, settled, shownIn, texts } from '../support/mount.js';
import { failing, serving, unanswered } from '../support/serving.js';

const consoleOf = (client: BillingApi, page: string | null = null) =>
  mount<BillingConsoleElement>(
    html`<billing-console .client=${client} .page=${page}></billing-console>`,
  );

const tabNamed = (el: BillingConsoleElement, name: string): HTMLElement => {
  const tab = parts(el, 'tab').find((one) => one.textContent.trim() === name);
  if (!tab) throw new Error(`There is no tab ${name}.`);
  return tab;
};

const openPage = (el: BillingConsoleElement): string | undefined =>
  parts(el, 'page').find((page) => !page.hidden)?.id;

const selected = (el: BillingConsoleElement): (string | undefined)[] =>
  parts(el, 'tab')
    .filter((tab) => tab.getAttribute('aria-selected') === 'true')
    .map((tab) => tab.textContent.trim());

/** The elements that stand on a page, whoever put them there. */
const standing = (el: BillingConsoleElement): string[] =>
  [...(el.shadowRoot?.querySelectorAll('slot') ?? [])]
    .flatMap((slot) => slot.assignedElements({ flatten: true }))
    .map(({ localName }) => localName);

/** The code of a page may still be on its way. */
const stands = (el: BillingConsoleElement, names: readonly string[]): Promise<void> =>
  waitUntil(() => standing(el).join() === names.join(), names.join());

describe('<billing-console>', () => {
  beforeEach(() => {
    setClock(storyTime);
  });
  afterEach(() => {
    restoreClock();
    document.documentElement.removeAttribute('dir');
  });

  it('has a tab for each page, the first one open', async () => {
    const el = await consoleOf(serving());
    expect(texts(el, 'tab')).to.eql(['Plan & Usage', 'Support', 'Invoices']);
    expect(selected(el)).to.eql(['Plan & Usage']);
    expect(openPage(el)).to.equal('page-plan-usage');
  });

  it('names each panel, and lets each tab name what it controls', async () => {
    const el = await consoleOf(serving());
    for (const tab of parts(el, 'tab')) {
      const panel = el.shadowRoot?.querySelector(`#${tab.getAttribute('aria-controls') ?? ''}`);
      expect(panel?.role).to.equal('tabpanel');
      expect(panel?.ariaLabel).to.equal(tab.textContent.trim());
    }
  });

  it('brings in the elements of a page only when it is first opened, and keeps them', async () => {
    const el = await consoleOf(serving());
    await stands(el, ['plan-usage', 'usage-chart']);
    tabNamed(el, 'Invoices').click();
    await settled(el);
    await stands(el, ['plan-usage', 'usage-chart', 'invoice-list']);
    tabNamed(el, 'Plan & Usage').click();
    await settled(el);
    await stands(el, ['plan-usage', 'usage-chart', 'invoice-list']);
  });

  it('opens the page that it is told to, and follows when that changes', async () => {
    const el = await consoleOf(serving(), 'invoices');
    expect(openPage(el)).to.equal('page-invoices');
    el.page = 'support';
    await settled(el);
    expect(openPage(el)).to.equal('page-support');
    expect(selected(el)).to.eql(['Support']);
  });

  it('tells the page where people go, and nothing when they stay', async () => {
    const el = await consoleOf(serving());
    const seen: string[] = [];
    el.addEventListener('page-change', ({ page }) => seen.push(page));
    const told = oneEvent<PageChangeEvent>(el, 'page-change');
    tabNamed(el, 'Support').click();
    expect((await told).page).to.equal('support');
    await settled(el);
    tabNamed(el, 'Support').click();
    await settled(el);
    expect(seen).to.eql(['support']);
    expect(el.page).to.equal('support');
  });

  const ways: readonly (readonly [dir: 'ltr' | 'rtl', ahead: string, back: string])[] = [
    ['ltr', 'ArrowRight', 'ArrowLeft'],
    ['rtl', 'ArrowLeft', 'ArrowRight'],
  ];
  for (const [dir, ahead, back] of ways) {
    it(`is walked with arrows as they point, and round, in ${dir}`, async () => {
      document.documentElement.dir = dir;
      const el = await consoleOf(serving());
      tabNamed(el, 'Plan & Usage').focus();
      const path: (string | undefined)[] = [];
      for (const key of [ahead, ahead, ahead, back, 'Home', 'End']) {
        await sendKeys({ press: key });
        await settled(el);
        path.push(...selected(el));
        expect(el.shadowRoot?.activeElement?.textContent.trim()).to.equal(path.at(-1));
      }
      expect(path).to.eql([
        'Support',
        'Invoices',
        'Plan & Usage',
        'Invoices',
        'Plan & Usage',
        'Invoices',
      ]);
    });
  }

  it('has one stop for Tab among its tabs', async () => {
    const el = await consoleOf(serving());
    expect(parts(el, 'tab').map(({ tabIndex }) => tabIndex)).to.eql([0, -1, -1]);
  });

  it('has no tab for what the account may not see', async () => {
    const el = await consoleOf(serving({}, 'enterprise'), 'invoices');
    expect(texts(el, 'tab')).to.eql(['Plan & Usage', 'Support']);
    expect(openPage(el), 'the first one instead').to.equal('page-plan-usage');
  });

  it('has no tabs where there is one page only', async () => {
    const client = serving();
    const account = await client.account();
    const { can, ...rest } = account;
    const { viewInvoices: _, ...others } = can;
    const only = { ...rest, slots: ['plan' as const], can: others };
    const el = await consoleOf({ ...client, account: () => Promise.resolve(only) });
    expect(parts(el, 'tabs')).to.eql([]);
    await stands(el, ['plan-usage', 'usage-chart']);
  });

  it('holds elements of the host’s own in place of the plain ones', async () => {
    const el = await mount<BillingConsoleElement>(
      html`<billing-console .client=${serving()}>
        <usage-chart slot="usage-chart" range="6m"></usage-chart>
      </billing-console>`,
    );
    const chart = el.querySelector('usage-chart');
    expect(chart?.getAttribute('range')).to.equal('6m');
    await stands(el, ['plan-usage', 'usage-chart']);
    await waitUntil(() => chart?.matches(':state(ready)'), 'asks whom the console asks');
  });

  it('warns the author of a page that is none, once', async () => {
    const warned: unknown[] = [];
    const { warn } = console;
    console.warn = (...args: unknown[]) => warned.push(...args);
    try {
      const el = await consoleOf(serving(), 'billing');
      el.requestUpdate();
      await settled(el);
      expect(openPage(el)).to.equal('page-plan-usage');
    } finally {
      console.warn = warn;
    }
    expect(warned.filter((text) => String(text).includes('not "billing"'))).to.have.length(1);
  });

  it('is never blank: it waits, says what went wrong, and tries again', async () => {
    const waiting = await consoleOf(serving({ account: unanswered }));
    expect(waiting.matches(':state(loading)')).to.equal(true);

    let account: BillingApi['account'] = failing('upstream_unavailable');
    const client = serving();
    const el = await consoleOf({ ...client, account: (options) => account(options) });
    await inState(el, 'error');
    expect(shownIn(el)).to.contain('The billing service is not available.');
    account = client.account;
    press(el, 'retry');
    await inState(el, 'ready');
    expect(texts(el, 'tab')).to.have.length(3);
  });

  it('forgets what was opened when another account comes', async () => {
    const el = await consoleOf(serving(), 'invoices');
    el.client = serving({}, 'enterprise');
    await settled(el);
    expect(texts(el, 'tab')).to.eql(['Plan & Usage', 'Support']);
    expect(standing(el)).to.not.include('invoice-list');
  });
});
