import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';

import type { BillingApi } from '../../src/api/billing-api.js';
import '../../src/elements/billing-console/billing-console.content.js';
import '../../src/elements/billing-console/billing-console.js';
import type { BillingConsoleElement } from '../../src/elements/billing-console/billing-console.js';
import { rememberDeparture } from '../../src/state/payment-return.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { mount, parts, settled } from '../support/mount.js';
import { serving } from '../support/serving.js';

const consoleOf = (client: BillingApi, page: string | null = null) =>
  mount<BillingConsoleElement>(
    html`<billing-console .client=${client} .page=${page}></billing-console>`,
  );

const selected = (el: BillingConsoleElement): string | undefined =>
  parts(el, 'tab')
    .find((tab) => tab.getAttribute('aria-selected') === 'true')
    ?.textContent.trim();

const openPage = (el: BillingConsoleElement): string | undefined =>
  parts(el, 'page').find((page) => !page.hidden)?.id;

describe('the pages of <billing-console>', () => {
  const address = location.href;
  beforeEach(() => {
    setClock(storyTime);
    localStorage.clear();
  });
  afterEach(() => {
    restoreClock();
    localStorage.clear();
    history.replaceState(null, '', address);
  });

  it('are all asked for again by one reload', async () => {
    const asked: string[] = [];
    const engine = serving();
    const client: BillingApi = {
      ...engine,
      balances: (options) => {
        asked.push('balances');
        return engine.balances(options);
      },
      invoices: (query, options) => {
        asked.push('invoices');
        return engine.invoices(query, options);
      },
    };
    const el = await consoleOf(client);
    await waitUntil(() => asked.includes('balances'), 'the first page');
    el.page = 'invoices';
    await waitUntil(() => asked.includes('invoices'), 'the last page');
    await settled(el);
    asked.length = 0;
    el.reload();
    await waitUntil(() => asked.includes('balances') && asked.includes('invoices'), 'both');
  });

  for (const modifier of ['Alt', 'Control', 'Meta']) {
    it(`are not turned by an arrow with ${modifier}, which is the browser’s`, async () => {
      const el = await consoleOf(serving());
      parts(el, 'tab')[0]?.focus();
      const press = new KeyboardEvent('keydown', {
        key: 'ArrowRight',
        altKey: modifier === 'Alt',
        ctrlKey: modifier === 'Control',
        metaKey: modifier === 'Meta',
        bubbles: true,
        cancelable: true,
      });
      parts(el, 'tab')[0]?.dispatchEvent(press);
      await settled(el);
      expect(press.defaultPrevented).to.equal(false);
      expect(selected(el)).to.equal('Plan & Usage');
    });
  }

  it('are not turned by another key, which keeps its meaning', async () => {
    const el = await consoleOf(serving());
    parts(el, 'tab')[0]?.focus();
    await sendKeys({ press: 'ArrowDown' });
    await settled(el);
    expect(selected(el)).to.equal('Plan & Usage');
  });

  const returns: readonly (readonly [purpose: string, id: string, page: string])[] = [
    ['plan', 'plan_essential', 'page-plan-usage'],
    ['top_up', 'credits', 'page-plan-usage'],
    ['support', 'support_standard_yearly', 'page-support'],
    ['invoice', 'inv-2026-0007', 'page-invoices'],
  ];
  for (const [purpose, id, page] of returns) {
    it(`are open where people who come back from paying (${purpose}) are told how it went`, async () => {
      const client = serving();
      const account = await client.account();
      const amount = purpose === 'top_up' ? ['50.00'] : [];
      rememberDeparture('back', {
        operationId: `op_${purpose}`,
        subject: JSON.stringify(['client', account.id, purpose, id, ...amount]),
      });
      history.replaceState(null, '', '?billing-return=back');
      const el = await consoleOf(client, page === 'page-support' ? 'invoices' : 'support');
      expect(openPage(el)).to.equal(page);
    });
  }
});
