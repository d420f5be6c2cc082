import { expect, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';

import '../../src/elements/billing-console/billing-console.content.js';
import '../../src/elements/billing-console/billing-console.js';
import type { BillingConsoleElement } from '../../src/elements/billing-console/billing-console.js';
import { keys } from '../support/accessibility.js';
import { checkout, order, readyCheckout, shop, upgrade } from '../support/checkout.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { disordered, drawnOrder } from '../support/drawn-order.js';
import { holdTime } from '../support/held-time.js';
import { invoiceList } from '../support/invoice-pages.js';
import { mount, parts, press, settled, shownIn } from '../support/mount.js';
import { openDialog, planUsage } from '../support/plan-usage.js';
import { speak, standingOut } from '../support/right-to-left.js';
import { serving } from '../support/serving.js';
import { openDialog as openSupport, supportPlan } from '../support/support-plan.js';
import { chartOf } from '../support/usage-chart.js';

const found = (el: Element, selector: string): Element => {
  const element = el.shadowRoot?.querySelector(selector);
  if (!element) throw new Error(`<${el.localName}> has no ${selector}.`);
  return element;
};
const left = (element: Element | undefined) => element?.getBoundingClientRect().left ?? NaN;
const right = (element: Element | undefined) => element?.getBoundingClientRect().right ?? NaN;

const consoleOf = async () => {
  const el = await mount<BillingConsoleElement>(
    html`<billing-console .client=${serving({}, 'past-due')}></billing-console>`,
  );
  // The code of a page may still be on its way.
  await waitUntil(() => !shownIn(el).includes('Loading'), 'the page');
  return el;
};

const openInvoices = async () => {
  const el = await invoiceList(serving({}, 'past-due'));
  press(el, 'details');
  await settled(el);
  return el;
};

const elements = {
  'plan-usage': () => planUsage(serving({}, 'past-due')),
  'usage-chart': () => chartOf(serving(), { range: '1w' }),
  'the table of usage-chart': () => chartOf(serving(), { range: '6m', view: 'table' }),
  'support-plan': () => supportPlan(serving()),
  'invoice-list': openInvoices,
  'billing-checkout': () => checkout(shop().client, upgrade),
  'billing-console': consoleOf,
} as const;

describe('From right to left', () => {
  beforeEach(async () => {
    setClock(storyTime);
    await setViewport({ width: 1024, height: 768 });
  });
  afterEach(() => {
    restoreClock();
    document.documentElement.removeAttribute('dir');
  });

  for (const [name, mounted] of Object.entries(elements)) {
    for (const tag of ['ar', 'he'] as const) {
      it(`${name} fits a narrow page in ${tag}`, async () => {
        await setViewport({ width: 320, height: 768 });
        const el = await speak(await mounted(), tag);
        expect(standingOut(el)).to.eql([]);
        const { clientWidth, scrollWidth } = document.documentElement;
        expect(scrollWidth).to.equal(clientWidth);
      });
    }
  }

  describe('in English, where nobody speaks the language of the page,', () => {
    const views = {
      ...elements,
      'plan-usage with credits': () => planUsage(serving()),
      'plan-usage that the support team manages': () => planUsage(serving({}, 'enterprise')),
      reload: async () => {
        const el = await planUsage(serving());
        await openDialog(el, 'reload');
        el.shadowRoot?.querySelector<HTMLInputElement>('dialog [type="checkbox"]')?.click();
        await settled(el);
        return el;
      },
      'cancel support': async () => {
        const el = await supportPlan(serving());
        await openSupport(el, 'cancel');
        return el;
      },
    };
    for (const [name, mounted] of Object.entries(views)) {
      it(`${name} keeps the order of every text`, async () => {
        document.documentElement.dir = 'rtl';
        expect(disordered(await mounted())).to.eql([]);
      });
    }
  });

  describe('plan-usage', () => {
    it('keeps a minus and a currency on the left of their number', async () => {
      const el = await planUsage(serving({}, 'past-due'));
      const amount = () => drawnOrder(found(el, '[part~="exhausted"]:last-child .figure'));
      document.documentElement.dir = 'rtl';
      await settled(el);
      expect(amount()).to.equal('-$3.40');
      await speak(el, 'ar');
      expect(amount()).to.equal('US$ -3.40');
      await speak(el, 'he');
      expect(amount()).to.equal('$ -3.40');
    });

    it('begins a sentence on the right with a name, and ends it on the left with its full stop', async () => {
      const el = await speak(await planUsage(serving({}, 'past-due')), 'ar');
      const notices = parts(el, 'notice').map(drawnOrder);
      expect(notices.find((notice) => notice.includes('Credits'))).to.match(/^\..+ :Credits$/);
    });

    it('fills a meter from the right', async () => {
      const el = await speak(await planUsage(serving()), 'he');
      expect(getComputedStyle(found(el, 'meter')).direction).to.equal('rtl');
    });
  });

  describe('support-plan', () => {
    it('has the plan on the right, its price on the left', async () => {
      const el = await speak(await supportPlan(serving()), 'ar');
      const price = parts(el, 'price')[0];
      expect(left(price)).to.be.lessThan(left(found(el, '.name')));
      expect(drawnOrder(found(el, '[part~="price"] strong'))).to.equal('US$ 1,000.00');
    });
  });

  describe('invoice-list', () => {
    it('has its columns from the right, and numbers of invoices as they are', async () => {
      const el = await speak(await openInvoices(), 'he');
      const [row] = parts(el, 'invoice');
      const cells = [...(row?.children ?? [])].map(left).filter((x) => x !== 0);
      expect(cells).to.eql([...cells].sort((a, b) => b - a));
      expect(drawnOrder(found(el, '[part~="details"] bdi'))).to.match(/^INV-2026-\d+$/);
    });

    it('points to what is folded away on the left', async () => {
      const el = await speak(await openInvoices(), 'ar');
      const folded = parts(el, 'details').find((one) => one.ariaExpanded === 'false');
      const sign = folded?.querySelector('svg');
      const turned = sign ? getComputedStyle(sign) : undefined;
      expect(`${turned?.rotate} ${turned?.scale} ${turned?.transform}`).to.contain('-1');
      expect(left(sign ?? undefined)).to.be.greaterThan(
        left(folded?.querySelector('bdi') ?? undefined),
      );
    });
  });

  describe('billing-checkout', () => {
    it('keeps what is agreed to in order: the amount, and the card by its own', async () => {
      const el = await speak(await checkout(shop().client, upgrade), 'ar');
      const drawn = drawnOrder(found(el, '[part~="consent"] bdi'));
      expect(drawn).to.contain('US$ 122.21').and.to.contain('Visa •••• 4242');
      expect(drawn.indexOf('Visa')).to.be.lessThan(drawn.indexOf('US$'));
    });

    it('has names of ways to pay above their hints', async () => {
      const el = await speak(await checkout(shop().client, upgrade), 'he');
      const range = document.createRange();
      for (const way of parts(el, 'way')) {
        const [name, hint] = [...way.querySelectorAll('bdi')].map((each) => {
          range.selectNodeContents(each);
          return range.getBoundingClientRect().right;
        });
        expect(name).to.be.closeTo(hint ?? NaN, 1);
      }
    });

    it('says what an outcome was about, name and amount in order', async () => {
      const time = holdTime(storyTime);
      const el = await speak(await readyCheckout(time, shop().client, upgrade), 'ar');
      await order(el);
      time.release();
      expect(drawnOrder(found(el, '.receipt'))).to.equal('Essential · US$ 122.21');
    });
  });

  describe('usage-chart', () => {
    const drawn = async (tag: 'ar' | 'he') => {
      const el = await speak(await chartOf(serving(), { range: '1w' }), tag);
      await waitUntil(() => labels(el).length > 0, 'the chart');
      return el;
    };
    const labels = (el: Element) => [...(el.shadowRoot?.querySelectorAll('svg text') ?? [])];

    it('has its time from the right, and its scale there', async () => {
      const el = await drawn('ar');
      const days = labels(el).filter(({ textContent }) => /\p{sc=Arabic}/u.test(textContent));
      const scale = labels(el).filter(({ textContent }) => /^[\d,]+$/.test(textContent));
      expect(days.length).to.be.greaterThan(1);
      expect(left(days[0])).to.be.greaterThan(left(days.at(-1)));
      for (const tick of scale) expect(right(tick)).to.be.greaterThan(right(days[0]));
      // A day stands on the right of its month.
      expect(drawnOrder(days[0] ?? el)).to.match(/\D\d+$/);
    });

    it('moves by sight, and the tip stays with the cursor', async () => {
      const el = await drawn('ar');
      parts(el, 'chart')[0]?.focus();
      const tip = () => labels(el).find(({ textContent }) => /\d{4}/.test(textContent));
      const at = () => parts(el, 'cursor')[0]?.textContent ?? '';
      await keys('Home', 'ArrowLeft');
      await waitUntil(() => at().includes('13'), 'the second day');
      await keys('ArrowRight');
      await waitUntil(() => at().includes('12'), 'the first day');
      await settled(el);
      expect(drawnOrder(tip() ?? el)).to.equal('2026/03/12');
    });
  });

  describe('billing-console', () => {
    it('has its tabs from the right, and goes on to the left', async () => {
      const el = await speak(await consoleOf(), 'he');
      const tabs = parts(el, 'tab');
      expect(tabs.map(left)).to.eql(tabs.map(left).sort((a, b) => b - a));
      tabs[0]?.focus();
      await keys('ArrowLeft');
      expect(el.shadowRoot?.activeElement).to.equal(tabs[1]);
    });
  });
});
