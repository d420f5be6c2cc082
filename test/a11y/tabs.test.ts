/** https://www.w3.org/WAI/ARIA/apg/patterns/tabs/, as `billing-console` has them. */
import { expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';

import '../../src/elements/billing-console/billing-console.content.js';
import '../../src/elements/billing-console/billing-console.js';
import type { BillingConsoleElement } from '../../src/elements/billing-console/billing-console.js';
import {
  focused,
  focusedPart,
  focusedText,
  keys,
  namesOf,
  nodesOf,
  pageButton,
} from '../support/accessibility.js';
import { accessibleNodes, emulate } from '../support/browser-commands.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { mount, parts, settled } from '../support/mount.js';
import { serving } from '../support/serving.js';

async function consoleOf(page = 'plan-usage'): Promise<BillingConsoleElement> {
  const el = await mount<BillingConsoleElement>(
    html`<billing-console .client=${serving()} page=${page}></billing-console>`,
  );
  await waitUntil(() => parts(el, 'tab').length === 3, 'the tabs');
  return el;
}

const tab = (el: BillingConsoleElement, at: number): HTMLElement => {
  const found = parts(el, 'tab')[at];
  if (!found) throw new Error(`There is no tab ${at}.`);
  return found;
};

/** From a tab, by keys, to where they lead. */
async function walk(el: BillingConsoleElement, from: number, ...pressed: string[]) {
  tab(el, from).click();
  await settled(el);
  await keys(...pressed);
  await settled(el);
  return focusedText();
}

const openPages = (el: BillingConsoleElement): string[] =>
  parts(el, 'page')
    .filter(({ hidden }) => !hidden)
    .map(({ id }) => id);

describe('Tabs', () => {
  beforeEach(() => {
    setClock(storyTime);
  });
  afterEach(async () => {
    restoreClock();
    document.documentElement.removeAttribute('dir');
    await emulate({});
  });

  it('Tabs (APG, keyboard): Tab leads into the row of tabs, to the one that is selected', async () => {
    const el = await consoleOf('support');
    pageButton('before', el).focus();
    await keys('Tab');
    expect([focusedPart(), focusedText()]).to.eql(['tab', 'Support']);
  });

  it('Tabs (APG, keyboard): Tab leads from the tabs into the page, past the other tabs', async () => {
    const el = await consoleOf();
    await waitUntil(() => el.shadowRoot?.querySelector('plan-usage')?.matches(':state(ready)'));
    tab(el, 0).focus();
    await keys('Tab');
    expect(focused()?.getRootNode() === el.shadowRoot, 'still among the tabs').to.equal(false);
    expect(el.shadowRoot?.activeElement?.localName).to.equal('plan-usage');
  });

  it('Tabs (APG, keyboard): Shift+Tab leads from the page back to the selected tab', async () => {
    const el = await consoleOf();
    await waitUntil(() => el.shadowRoot?.querySelector('plan-usage')?.matches(':state(ready)'));
    tab(el, 0).focus();
    await keys('Tab', 'Shift+Tab');
    expect(focusedText()).to.equal('Plan & Usage');
  });

  it('Tabs (APG, keyboard): Right Arrow moves focus to the next tab', async () => {
    expect(await walk(await consoleOf(), 0, 'ArrowRight')).to.equal('Support');
  });

  it('Tabs (APG, keyboard): Left Arrow moves focus to the tab before', async () => {
    expect(await walk(await consoleOf(), 1, 'ArrowLeft')).to.equal('Plan & Usage');
  });

  it('Tabs (APG, keyboard): Right Arrow on the last tab moves focus to the first', async () => {
    expect(await walk(await consoleOf(), 2, 'ArrowRight')).to.equal('Plan & Usage');
  });

  it('Tabs (APG, keyboard): Left Arrow on the first tab moves focus to the last', async () => {
    expect(await walk(await consoleOf(), 0, 'ArrowLeft')).to.equal('Invoices');
  });

  it('Tabs (APG, keyboard): Home moves focus to the first tab', async () => {
    expect(await walk(await consoleOf(), 2, 'Home')).to.equal('Plan & Usage');
  });

  it('Tabs (APG, keyboard): End moves focus to the last tab', async () => {
    expect(await walk(await consoleOf(), 0, 'End')).to.equal('Invoices');
  });

  it('Tabs (APG, keyboard): a tab that gets the focus opens its page without another key', async () => {
    const el = await consoleOf();
    await walk(el, 0, 'ArrowRight');
    expect(openPages(el)).to.eql(['page-support']);
  });

  it('Tabs (APG, keyboard): in a right-to-left page the arrows go the way that they point', async () => {
    document.documentElement.dir = 'rtl';
    const el = await consoleOf();
    expect(await walk(el, 0, 'ArrowLeft')).to.equal('Support');
    expect(await walk(el, 1, 'ArrowRight')).to.equal('Plan & Usage');
  });

  it('Tabs (WCAG 2.1.4): an arrow with Control, Alt or Meta stays the browser’s own', async () => {
    const el = await consoleOf();
    tab(el, 0).focus();
    const isTaken = (['ctrlKey', 'altKey', 'metaKey'] as const).map((modifier) => {
      const init = { key: 'ArrowRight', bubbles: true, cancelable: true, [modifier]: true };
      return !tab(el, 0).dispatchEvent(new KeyboardEvent('keydown', init));
    });
    expect(isTaken).to.eql([false, false, false]);
    expect(openPages(el)).to.eql(['page-plan-usage']);
  });

  it('Tabs (APG, roles): the tabs stand in a tab list that has a name', async () => {
    await consoleOf();
    const [list, ...others] = await nodesOf('tablist');
    expect(others).to.eql([]);
    expect(list?.name).to.equal('Billing');
    expect(list?.children?.map(({ role }) => role)).to.eql(['tab', 'tab', 'tab']);
  });

  it('Tabs (WCAG 4.1.2): each tab is named by its text, and one says that it is selected', async () => {
    const el = await consoleOf();
    await walk(el, 0, 'ArrowRight');
    const tabs = await nodesOf('tab');
    expect(tabs.map(({ name }) => name)).to.eql(['Plan & Usage', 'Support', 'Invoices']);
    expect(tabs.map(({ selected }) => selected === true)).to.eql([false, true, false]);
  });

  it('Tabs (APG, roles): the open page is a panel that is named as its tab is', async () => {
    await consoleOf('support');
    expect(await namesOf('tabpanel')).to.eql(['Support']);
  });

  it('Tabs (APG, properties): each tab refers to the panel that it controls', async () => {
    const el = await consoleOf();
    const controlled = parts(el, 'tab').map((one) => one.getAttribute('aria-controls'));
    expect(controlled).to.eql(parts(el, 'page').map(({ id }) => id));
  });

  it('Tabs (WCAG 1.3.2): pages that are not open are not read', async () => {
    const el = await consoleOf();
    await waitUntil(() => el.shadowRoot?.querySelector('plan-usage')?.matches(':state(ready)'));
    await walk(el, 0, 'End');
    await waitUntil(() =>
      el.shadowRoot?.querySelector('invoice-list')?.shadowRoot?.querySelector('h2'),
    );
    const headings = (await accessibleNodes()).filter(({ role }) => role === 'heading');
    expect(headings.map(({ name }) => name))
      .to.include('Invoices')
      .and.not.include('Plan & Usage');
  });

  it('Tabs (WCAG 1.4.1): the selected tab has a line of its own, in forced colours too', async () => {
    const el = await consoleOf();
    const lines = () =>
      parts(el, 'tab').map((one) => {
        const { borderBlockEndColor, borderBlockEndWidth } = getComputedStyle(one);
        return `${borderBlockEndWidth} ${borderBlockEndColor}`;
      });
    const isAlone = ([first, ...others]: string[]): boolean =>
      others.every((line) => line !== first) && !/ 0\)$|^0px/.test(first ?? '');
    expect(isAlone(lines()), lines().join()).to.equal(true);
    await emulate({ forcedColors: 'active' });
    expect(isAlone(lines()), lines().join()).to.equal(true);
  });

  it('Tabs (WCAG 3.2.1): walking over the tabs moves the focus nowhere else', async () => {
    const el = await consoleOf();
    tab(el, 0).focus();
    const stops: string[] = [];
    for (let step = 0; step < 4; step += 1) {
      await keys('ArrowRight');
      await settled(el);
      stops.push(focusedPart());
    }
    expect(stops).to.eql(Array.from({ length: 4 }, () => 'tab'));
  });
});
