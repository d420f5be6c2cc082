/** What is wrong with what was filled in: days of a range, an amount, a way to pay, a consent. */
import { expect, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';

import { BillingError } from '../../src/api/billing-error.js';
import type { BillingCheckoutElement } from '../../src/elements/billing-checkout/billing-checkout.js';
import type { PlanUsageElement } from '../../src/elements/plan-usage/plan-usage.js';
import type { UsageChartElement } from '../../src/elements/usage-chart/usage-chart.js';
import {
  focused,
  focusedNode,
  focusedPart,
  keys,
  nodeOf,
  nodesOf,
  saidIn,
  tabTo,
} from '../support/accessibility.js';
import { choose, order, readyCheckout, reload, shop } from '../support/checkout.js';
import { storyTime } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { invoiceList } from '../support/invoice-pages.js';
import { parts, settled, texts } from '../support/mount.js';
import { openDialog, planUsage, type } from '../support/plan-usage.js';
import { serving } from '../support/serving.js';
import { chartOf, dateField, fill } from '../support/usage-chart.js';

/** A range that ends before it begins. */
const wrongRange = (): Promise<UsageChartElement> =>
  chartOf(serving(), { range: 'custom', from: '2026-03-10', to: '2026-03-09', view: 'table' });

/** The dialog to reload, with an amount typed, and "Continue" pressed by keyboard. */
async function reloadOf(amount: string): Promise<PlanUsageElement> {
  const el = await planUsage(serving());
  await openDialog(el, 'reload');
  el.shadowRoot?.querySelector<HTMLInputElement>('[value="other"]')?.click();
  await settled(el);
  await type(el, 'free-amount', amount);
  await goOn(el);
  return el;
}

async function goOn(el: LitElement): Promise<void> {
  await tabTo((active) => active.part.contains('continue'));
  await keys('Enter');
  await settled(el);
}

const amountField = () => nodeOf('textbox', 'Other amount');

const alerts = async (): Promise<string> => (await saidIn('alert')).join(' ');

describe('Form errors', () => {
  let time: HeldTime;
  beforeEach(() => {
    localStorage.clear();
    time = holdTime(storyTime);
  });
  afterEach(() => {
    time.release();
    localStorage.clear();
  });

  /** The payment page after its button was pressed by keyboard, with nothing agreed to. */
  async function tried(answers = {}): Promise<BillingCheckoutElement> {
    const el = await readyCheckout(time, shop(answers).client, reload);
    await tabTo((active) => active.part.contains('confirm'));
    await keys('Enter');
    await settled(el);
    return el;
  }

  it('Form errors (WCAG 3.3.1): a range that ends too early is said to at the day that is wrong', async () => {
    const el = await wrongRange();
    expect(texts(el, 'problem')).to.eql(['', 'The end is before the start.']);
  });

  it('Form errors (WCAG 4.1.2): a day that is wrong says so itself, and the other does not', async () => {
    await wrongRange();
    const fields = [await nodeOf('Date', 'From'), await nodeOf('Date', 'To')];
    expect(fields.map(({ invalid }) => invalid === 'true')).to.eql([false, true]);
  });

  it('Form errors (WCAG 1.3.1): what is wrong with a day is the description of its field', async () => {
    await wrongRange();
    expect((await nodeOf('Date', 'To')).description).to.equal('The end is before the start.');
  });

  it('Form errors (WCAG 4.1.3): what is wrong with a day is said at once', async () => {
    const el = await chartOf(serving(), { range: 'custom', from: '2026-03-01', to: '2026-03-10' });
    expect(await alerts()).not.to.contain('The end');
    await fill(el, 'to', '2026-02-01');
    expect(await alerts()).to.contain('The end is before the start.');
  });

  it('Form errors (WCAG 3.3.3): what is wrong with a day says which days can be chosen', async () => {
    const el = await chartOf(serving(), { range: 'custom', from: '2026-03-10', to: '2026-03-19' });
    expect(texts(el, 'problem')[1]).to.equal('Choose Mar 18, 2026 or an earlier day.');
  });

  it('Form errors (WCAG 3.3.1): what is wrong with a day goes once it is right', async () => {
    const el = await wrongRange();
    await fill(el, 'to', '2026-03-12');
    expect(texts(el, 'problem')).to.eql(['', '']);
    expect((await nodeOf('Date', 'To')).invalid ?? 'false').to.equal('false');
  });

  it('Form errors (WCAG 3.2.2): while a day is wrong the focus and what was shown stay', async () => {
    const el = await chartOf(serving(), { range: 'custom', from: '2026-03-01', to: '2026-03-10' });
    const [total] = texts(el, 'total');
    dateField(el, 'to').focus();
    await fill(el, 'to', '2026-02-01');
    expect(focused() === dateField(el, 'to')).to.equal(true);
    expect(texts(el, 'total')).to.eql([total]);
  });

  it('Form errors (WCAG 3.3.2): the fields of the range are labelled in words', async () => {
    await wrongRange();
    expect((await nodesOf('Date')).map(({ name }) => name)).to.eql(['From', 'To']);
  });

  it('Form errors (WCAG 3.3.1): an amount that is too small is said to be, at its field', async () => {
    const el = await reloadOf('5');
    expect(texts(el, 'problem').filter(Boolean)).to.eql(['Enter $100.00 or more.']);
    expect((await amountField()).invalid).to.equal('true');
  });

  it('Form errors (WCAG 3.3.3): what is no number is answered with an example of one', async () => {
    const el = await reloadOf('a lot');
    expect(texts(el, 'problem').filter(Boolean)).to.eql(['Enter an amount such as 100.00.']);
  });

  it('Form errors (WCAG 2.4.3): going on with a wrong amount leads to its field', async () => {
    await reloadOf('5');
    expect((await focusedNode())?.name).to.equal('Other amount');
  });

  it('Form errors (WCAG 1.3.1): the field of the amount is described by its currency, its limits and its fault', async () => {
    await reloadOf('5');
    const { description = '' } = await amountField();
    expect(description)
      .to.contain('USD')
      .and.contain('$100.00 to $20,000.00')
      .and.contain('Enter $100.00 or more.');
  });

  it('Form errors (WCAG 3.3.2): the limits of an amount are told before anything is wrong', async () => {
    const el = await planUsage(serving());
    await openDialog(el, 'reload');
    el.shadowRoot?.querySelector<HTMLInputElement>('[value="other"]')?.click();
    await settled(el);
    expect((await amountField()).description).to.contain('$100.00 to $20,000.00');
    expect(texts(el, 'problem').filter(Boolean)).to.eql([]);
  });

  it('Form errors (WCAG 3.3.1): nothing is said to be wrong before "Continue" is pressed', async () => {
    const el = await planUsage(serving());
    await openDialog(el, 'reload');
    el.shadowRoot?.querySelector<HTMLInputElement>('[value="other"]')?.click();
    await settled(el);
    await type(el, 'free-amount', '5');
    expect(texts(el, 'problem').filter(Boolean)).to.eql([]);
  });

  it('Form errors (WCAG 3.3.1): a wrong amount is no longer said to be once it is right', async () => {
    const el = await reloadOf('5');
    await type(el, 'free-amount', '500');
    expect(texts(el, 'problem').filter(Boolean)).to.eql([]);
    expect((await amountField()).invalid ?? 'false').to.equal('false');
  });

  it('Form errors (WCAG 3.3.7): what was typed stays in its field', async () => {
    await reloadOf('a lot');
    expect((await amountField()).value).to.equal('a lot');
  });

  it('Form errors (WCAG 3.3.1): a wrong condition of automatic reload is said to be, at its field', async () => {
    const el = await planUsage(serving());
    await openDialog(el, 'reload');
    el.shadowRoot?.querySelector<HTMLInputElement>('[type="checkbox"]')?.click();
    await settled(el);
    await type(el, 'threshold', 'never');
    await goOn(el);
    const node = await focusedNode();
    expect([node?.name, node?.invalid]).to.eql(['When the balance drops below', 'true']);
    expect(node?.description).to.match(/Enter/);
  });

  it('Form errors (WCAG 3.3.1): paying without consent says at the top that something is missing', async () => {
    const el = await tried();
    expect(texts(el, 'notice')).to.eql(['Something is missing: Agree to what is charged.']);
    expect(await alerts()).to.contain('Something is missing:');
  });

  it('Form errors (WCAG 2.4.3): the focus goes to what is missing, and from there to its field', async () => {
    await tried();
    const first = focusedPart();
    await keys('Tab');
    const second = focusedPart();
    await keys('Enter');
    const node = await focusedNode();
    expect([first, second, node?.role]).to.eql(['notice', 'go-to-field', 'checkbox']);
  });

  it('Form errors (WCAG 1.3.1): the box of the consent says that it is wrong, and why', async () => {
    await tried();
    const box = await nodeOf('checkbox', /^I agree/);
    expect([box.invalid, box.description]).to.eql(['true', 'Agree to what is charged.']);
  });

  it('Form errors (WCAG 3.3.1): where no way to pay is chosen, the group says that one is missing', async () => {
    const unchosen = async () => {
      const { items } = await shop().client.paymentOptions({ purpose: 'top_up' });
      return { items: items.map((item) => ({ ...item, default: false })) };
    };
    const el = await tried({ paymentOptions: unchosen });
    expect(texts(el, 'problem')).to.include('Choose a way to pay.');
    expect((await nodeOf('group', 'Way to pay')).description).to.equal('Choose a way to pay.');
  });

  it('Form errors (WCAG 3.3.1): what was missing is no longer said to be once it is there', async () => {
    const el = await tried();
    parts(el, 'consent')[0]?.querySelector('input')?.click();
    await settled(el);
    expect(texts(el, 'problem')).to.eql([]);
    expect(texts(el, 'notice')).to.eql(['']);
  });

  it('Form errors (WCAG 3.3.4): nothing is bought before its figures were shown and agreed to', async () => {
    const made = shop();
    const el = await readyCheckout(time, made.client, reload);
    expect(texts(el, 'due').join()).to.contain('$100.00');
    await tabTo((active) => active.part.contains('confirm'));
    await keys('Enter');
    await settled(el);
    expect(made.received).to.eql([]);
    expect((await nodeOf('checkbox', /^I agree/)).checked).to.equal(false);
  });

  it('Form errors (WCAG 3.3.1): what the server refuses is said at the top, and takes the focus', async () => {
    const refused = () => Promise.reject(new BillingError('conflict', { status: 409 }));
    const el = await readyCheckout(time, shop({ topUp: refused }).client, reload);
    await order(el);
    await settled(el);
    expect(focusedPart()).to.equal('notice');
    expect(texts(el, 'notice')[0]).to.contain('This changed in the meantime.');
  });

  it('Form errors (WCAG 3.3.7): another way to pay is chosen without filling anything in again', async () => {
    const el = await tried();
    await choose(el, 'PayPal');
    expect((await nodeOf('radio', /PayPal/)).checked).to.equal(true);
    expect((await nodeOf('checkbox', /^I agree/)).name).to.contain('PayPal');
  });

  it('Form errors (WCAG 1.4.1): a field that is wrong is told by its words, not by its colour alone', async () => {
    const el = await reloadOf('5');
    const fault = parts(el, 'problem').find(({ hidden }) => !hidden);
    await waitUntil(() => fault?.checkVisibility());
    expect(fault?.textContent.trim()).to.equal('Enter $100.00 or more.');
    expect(fault?.closest('.field')?.querySelector('input') === focused()).to.equal(true);
  });

  it('Form errors (WCAG 3.3.1): days of invoices in the wrong order are said to be, at both fields', async () => {
    const el = await invoiceList(serving());
    Object.assign(el, { from: '2026-03-10', to: '2026-03-01' });
    await settled(el);
    const fields = (await nodesOf('Date')).map(({ description, invalid }) => [
      description,
      invalid,
    ]);
    const fault = 'The first day comes after the last one.';
    expect(fields).to.eql([
      [fault, 'true'],
      [fault, 'true'],
    ]);
    expect(await alerts()).to.contain(fault);
  });
});
