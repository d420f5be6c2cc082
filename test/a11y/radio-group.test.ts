/** https://www.w3.org/WAI/ARIA/apg/patterns/radio/, as native radios: filters, ways to pay, amounts, reasons. */
import { expect } from '@open-wc/testing';

import type { BillingCheckoutElement } from '../../src/elements/billing-checkout/billing-checkout.js';
import type { UsageChartElement } from '../../src/elements/usage-chart/usage-chart.js';
import {
  below,
  focused,
  focusedNode,
  focusedText,
  keys,
  nodeOf,
  nodesOf,
  pageButton,
  tabTo,
} from '../support/accessibility.js';
import type { AccessibleNode } from '../support/browser-commands.js';
import { emulate } from '../support/browser-commands.js';
import { readyCheckout, reload, shop } from '../support/checkout.js';
import { storyTime } from '../support/clock.js';
import { backgroundOf, colourOf, contrastOf } from '../support/colours.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { parts, settled } from '../support/mount.js';
import { openDialog, planUsage } from '../support/plan-usage.js';
import { serving } from '../support/serving.js';
import { openDialog as openSupportDialog, supportPlan } from '../support/support-plan.js';
import { chartOf } from '../support/usage-chart.js';

const filters = (range = '2w'): Promise<UsageChartElement> => chartOf(serving(), { range });

const radioIn = (el: Element, value: string): HTMLInputElement => {
  const radio = el.shadowRoot?.querySelector<HTMLInputElement>(`[type="radio"][value="${value}"]`);
  if (!radio) throw new Error(`There is no ${value}.`);
  return radio;
};

/** From a filter, by keys, to where they lead. */
async function walk(range: string, ...pressed: string[]): Promise<string> {
  const el = await filters(range);
  radioIn(el, range).focus();
  await keys(...pressed);
  await settled(el);
  return `${focusedText()}, range ${el.range ?? ''}`;
}

/** The groups of radios, each with the names that are in it. */
async function groups(): Promise<Record<string, string[]>> {
  const found = (await nodesOf('group')).map((group) => [group.name ?? '', radiosIn(group)]);
  return Object.fromEntries(found) as Record<string, string[]>;
}

const radiosIn = (group: AccessibleNode): string[] =>
  below(group)
    .filter(({ role }) => role === 'radio')
    .map(({ name = '' }) => name);

describe('Radio groups', () => {
  let time: HeldTime;
  beforeEach(() => {
    localStorage.clear();
    time = holdTime(storyTime);
  });
  afterEach(async () => {
    time.release();
    localStorage.clear();
    document.documentElement.removeAttribute('dir');
    await emulate({});
  });

  const checkout = (): Promise<BillingCheckoutElement> =>
    readyCheckout(time, shop().client, reload);

  it('Radio group (APG, keyboard): Tab leads to the filter that is chosen', async () => {
    const el = await filters('4w');
    await tabTo((active) => active instanceof HTMLInputElement);
    expect(focusedText()).to.equal('4 weeks');
    expect(focused() === radioIn(el, '4w')).to.equal(true);
  });

  it('Radio group (APG, keyboard): Tab leads out of the filters in one step', async () => {
    const el = await filters('1w');
    radioIn(el, '1w').focus();
    await keys('Tab');
    expect(focused()?.localName, 'the choice of groups').to.equal('select');
  });

  it('Radio group (APG, keyboard): Shift+Tab leads back to the filter that is chosen', async () => {
    const el = await filters('2w');
    radioIn(el, '2w').focus();
    await keys('Tab', 'Shift+Tab');
    expect(focusedText()).to.equal('2 weeks');
  });

  it('Radio group (APG, keyboard): Right Arrow moves to the next filter and chooses it', async () => {
    expect(await walk('1w', 'ArrowRight')).to.equal('2 weeks, range 2w');
  });

  it('Radio group (APG, keyboard): Down Arrow moves to the next filter and chooses it', async () => {
    expect(await walk('2w', 'ArrowDown')).to.equal('4 weeks, range 4w');
  });

  it('Radio group (APG, keyboard): Left Arrow moves to the filter before and chooses it', async () => {
    expect(await walk('2w', 'ArrowLeft')).to.equal('1 week, range 1w');
  });

  it('Radio group (APG, keyboard): Up Arrow moves to the filter before and chooses it', async () => {
    expect(await walk('2m', 'ArrowUp')).to.equal('1 month, range 1m');
  });

  it('Radio group (APG, keyboard): the arrows lead from days on to months: it is one choice', async () => {
    expect(await walk('4w', 'ArrowRight')).to.equal('1 month, range 1m');
  });

  it('Radio group (APG, keyboard): Right Arrow on the last filter leads to the first', async () => {
    expect(await walk('custom', 'ArrowRight')).to.equal('1 week, range 1w');
  });

  it('Radio group (APG, keyboard): Space chooses a way to pay where none is chosen', async () => {
    const unchosen = async () => {
      const { items } = await shop().client.paymentOptions({ purpose: 'top_up' });
      return { items: items.map((item) => ({ ...item, default: false })) };
    };
    const el = await readyCheckout(time, shop({ paymentOptions: unchosen }).client, reload);
    expect(radioIn(el, 'paypal').checked || radioIn(el, 'pm_visa_4242').checked).to.equal(false);
    await tabTo((active) => active === radioIn(el, 'pm_visa_4242'));
    await keys('Space');
    expect((await focusedNode())?.checked).to.equal(true);
  });

  it('Radio group (APG, keyboard): the arrows pass a way to pay that cannot be used', async () => {
    const autoTopUp = {
      enabled: true,
      threshold: '50.00',
      amount: { amount: '100.00', currency: 'USD' },
    };
    const el = await readyCheckout(time, shop().client, { ...reload, autoTopUp });
    expect(radioIn(el, 'card').disabled).to.equal(true);
    radioIn(el, 'paypal').focus();
    await keys('ArrowDown');
    expect(focusedText()).to.contain('Visa');
  });

  it('Radio group (WCAG 4.1.2): each radio is named by its words, and one says that it is chosen', async () => {
    await filters('2w');
    const radios = await nodesOf('radio');
    expect(radios.map(({ name }) => name)).to.eql([
      '1 week',
      '2 weeks',
      '4 weeks',
      '1 month',
      '2 months',
      '3 months',
      '6 months',
      'Custom',
    ]);
    expect(radios.filter(({ checked }) => checked).map(({ name }) => name)).to.eql(['2 weeks']);
  });

  it('Radio group (WCAG 1.3.1): the filters stand in groups that say what they choose', async () => {
    await filters();
    expect(await groups()).to.include.keys('Date', 'Month', 'Custom');
    expect((await groups())['Date']).to.eql(['1 week', '2 weeks', '4 weeks']);
  });

  it('Radio group (WCAG 1.3.1): the ways to pay stand in a group that says so', async () => {
    await checkout();
    const { 'Way to pay': ways = [] } = await groups();
    expect(ways).to.have.length(4);
    expect(ways[0]).to.contain('Visa •••• 4242');
  });

  it('Radio group (WCAG 1.3.1): the amounts of a reload stand in a group that says so', async () => {
    await openDialog(await planUsage(serving()), 'reload');
    expect((await groups())['Amount']).to.have.length(5);
  });

  it('Radio group (WCAG 1.3.1): when a support plan ends, and why, are two groups that say so', async () => {
    await openSupportDialog(await supportPlan(serving()), 'cancel');
    await time.pass(500);
    const found = await groups();
    expect(found['When should it end?']).to.have.length(2);
    expect(found['Why are you leaving? (optional)']).to.have.length(6);
  });

  it('Radio group (WCAG 3.3.2): what follows from a way to pay is its description', async () => {
    await checkout();
    const wire = await nodeOf('radio', /Wire transfer/);
    expect(wire.description).to.contain('Takes 4 to 8 business days');
  });

  it('Radio group (WCAG 4.1.2): a way to pay that cannot be used says so, and why', async () => {
    const autoTopUp = {
      enabled: true,
      threshold: '50.00',
      amount: { amount: '100.00', currency: 'USD' },
    };
    await readyCheckout(time, shop().client, { ...reload, autoTopUp });
    const card = await nodeOf('radio', /Credit or debit card/);
    expect(card.disabled).to.equal(true);
    expect(card.description).to.contain('Cannot be used for automatic reload');
  });

  it('Radio group (WCAG 3.2.2): choosing a filter moves the focus nowhere else', async () => {
    const el = await filters('1w');
    radioIn(el, '1w').focus();
    await keys('ArrowRight');
    await settled(el);
    expect(focused() === radioIn(el, '2w')).to.equal(true);
  });

  it('Radio group (WCAG 2.1.1): a reason that was given can be taken back by keys alone', async () => {
    const el = await supportPlan(serving());
    await openSupportDialog(el, 'cancel');
    radioIn(el, '').focus();
    await keys('ArrowDown', 'ArrowUp');
    await settled(el);
    expect((await nodeOf('radio', 'Rather not say')).checked).to.equal(true);
  });

  it('Radio group (WCAG 1.4.11): the chosen filter is told from the others at 3:1, in light and dark', async () => {
    const el = await filters();
    const ringContrast = (): number => {
      const chosen = parts(el, 'range').find((label) => label.querySelector(':checked'));
      const text = chosen?.querySelector('bdi');
      if (!text) throw new Error('No filter is chosen.');
      const [ring = 'transparent'] = /^\S+\([^)]*\)/.exec(getComputedStyle(text).boxShadow) ?? [];
      return contrastOf(colourOf(ring), backgroundOf(text));
    };
    await emulate({ colorScheme: 'light', reducedMotion: 'reduce' });
    expect(ringContrast(), 'light').to.be.at.least(3);
    await emulate({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(ringContrast(), 'dark').to.be.at.least(3);
  });

  it('Radio group (WCAG 2.1.2): the keyboard gets through the filters and out again', async () => {
    const el = await filters();
    pageButton('before', el).focus();
    const after = pageButton('after', el);
    await tabTo((active) => active === after);
    expect(focusedText()).to.equal('after the element');
  });
});
