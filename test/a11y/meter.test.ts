/** https://www.w3.org/WAI/ARIA/apg/patterns/meter/, as native meters of `plan-usage`: text first, then a bar. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';

import type { Balance } from '../../src/billing/types.js';
import type { PlanUsageElement } from '../../src/elements/plan-usage/plan-usage.js';
import { keys, nodesOf } from '../support/accessibility.js';
import type { AccessibleNode } from '../support/browser-commands.js';
import { emulate } from '../support/browser-commands.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { coloursAt, contrastOf } from '../support/colours.js';
import { parts, texts } from '../support/mount.js';
import { planUsage } from '../support/plan-usage.js';
import { serving } from '../support/serving.js';

const plain: Balance = {
  id: 'calls',
  name: 'Calls',
  kind: 'allowance',
  meter: 'sessions',
  remaining: '750',
  granted: '1000',
  used: '250',
  status: 'ok',
};

/** Balances that differ from a plain one. */
function balances(...changes: readonly Partial<Balance>[]): Promise<PlanUsageElement> {
  const items = changes.map((change, at): Balance => ({ ...plain, id: `b${at}`, ...change }));
  return planUsage(serving({ balances: () => Promise.resolve({ items }) }));
}

async function meter(change: Partial<Balance> = {}): Promise<AccessibleNode> {
  await balances(change);
  const [node] = await nodesOf('meter');
  if (!node) throw new Error('There is no meter.');
  return node;
}

/** Each condition of a balance that has a colour of its own. */
const conditions: readonly Partial<Balance>[] = [
  { name: 'Enough', status: 'ok' },
  { name: 'Little', status: 'low' },
  { name: 'Late', status: 'expired' },
];

function meterBox(el: PlanUsageElement): DOMRect {
  const [one] = parts(el, 'meter');
  if (!one) throw new Error('There is no meter.');
  return one.getBoundingClientRect();
}

/** How far the bar of each meter stands apart from its groove, in what is really drawn. */
async function contrasts(el: PlanUsageElement): Promise<number[]> {
  await setViewport({ width: 1280, height: 1000 });
  const boxes = parts(el, 'meter').map((one) => one.getBoundingClientRect());
  const points = boxes.flatMap(({ left, top, width, height }) =>
    [0.1, 0.9].map((share) => [left + width * share, top + height / 2] as const),
  );
  const seen = await coloursAt(points);
  return boxes.map((_, at) => {
    const [fill, groove] = seen.slice(at * 2, at * 2 + 2);
    return fill && groove ? contrastOf(fill, groove) : 0;
  });
}

describe('Meters', () => {
  beforeEach(() => {
    setClock(storyTime);
  });
  afterEach(async () => {
    restoreClock();
    document.documentElement.removeAttribute('dir');
    await emulate({});
    await setViewport({ width: 1024, height: 768 });
  });

  it('Meter (APG, roles): what is left of a balance is a meter', async () => {
    await balances({}, { name: 'Credits', kind: 'money', currency: 'USD' });
    expect(await nodesOf('meter')).to.have.length(2);
  });

  it('Meter (WCAG 4.1.2): each meter is named by its balance', async () => {
    await balances({}, { name: 'Credits' });
    expect((await nodesOf('meter')).map(({ name }) => name)).to.eql(['Calls', 'Credits']);
  });

  it('Meter (APG, properties): its value is what is left', async () => {
    expect(Number((await meter()).value)).to.equal(750);
  });

  it('Meter (APG, properties): it goes from nothing to what was granted', async () => {
    const { valuemax, valuemin } = await meter();
    expect([valuemin, valuemax]).to.eql([0, 1000]);
  });

  it('Meter (WCAG 1.1.1): it is described by the amount in words', async () => {
    expect((await meter()).description).to.equal('750 left');
  });

  it('Meter (WCAG 1.1.1): what it shows stands beside it as text: left, used and granted', async () => {
    const el = await balances({});
    expect(texts(el, 'balance')[0]).to.contain('750 left').and.to.contain('250 of 1,000 used');
  });

  it('Meter (WCAG 1.3.2): the words come before the bar', async () => {
    const [card] = parts(await balances({}), 'balance');
    const [words, bar] = [card?.querySelector('.figure'), card?.querySelector('meter')];
    const follows = words?.compareDocumentPosition(bar ?? document) ?? 0;
    expect(follows & Node.DOCUMENT_POSITION_FOLLOWING).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('Meter (APG, properties): below zero it stands at nothing, and the words tell how far below', async () => {
    const node = await meter({ remaining: '-25', used: '1025', status: 'exhausted' });
    expect(Number(node.value)).to.equal(0);
    expect(node.description).to.match(/^[-−]25$/);
  });

  it('Meter (APG, properties): above what was granted it stands at its end', async () => {
    expect(Number((await meter({ remaining: '1200', used: '0' })).value)).to.equal(1000);
  });

  it('Meter (WCAG 1.1.1): what has no limit has no meter, but says so', async () => {
    const el = await balances({ remaining: null });
    expect(await nodesOf('meter')).to.eql([]);
    expect(texts(el, 'balance')[0]).to.contain('Unlimited');
  });

  it('Meter (APG, properties): where nothing was granted there is no meter to divide by it', async () => {
    await balances({ granted: '0', remaining: '0' });
    expect(await nodesOf('meter')).to.eql([]);
  });

  it('Meter (WCAG 1.4.1): that little is left is said beside it, not by its colour alone', async () => {
    const el = await balances(...conditions);
    expect(texts(el, 'badge')).to.eql(['Running low', 'Expired']);
  });

  it('Meter (WCAG 1.3.1): that little is left is said again above the plan, for who reads from the top', async () => {
    const el = await balances({ status: 'low' });
    expect(texts(el, 'notice')).to.eql(['Calls: running low.']);
  });

  it('Meter (WCAG 2.4.3): it is no stop for Tab: there is nothing to do with it', async () => {
    const el = await balances({});
    const stops: (string | undefined)[] = [];
    for (let stop = 0; stop < 6; stop += 1) {
      await keys('Tab');
      stops.push(el.shadowRoot?.activeElement?.localName);
    }
    expect(stops).to.include('button').and.not.include('meter');
  });

  it('Meter (WCAG 1.4.11): its bar stands out from its groove at 3:1, in light', async () => {
    const all = await contrasts(await balances(...conditions));
    expect(all).to.have.length(3);
    expect(Math.min(...all), all.join()).to.be.at.least(3);
  });

  it('Meter (WCAG 1.4.11): its bar stands out from its groove at 3:1, in dark', async () => {
    await emulate({ colorScheme: 'dark' });
    const all = await contrasts(await balances(...conditions));
    expect(Math.min(...all), all.join()).to.be.at.least(3);
  });

  it('Meter (WCAG 1.4.11): its bar stands out from its groove in forced colours', async () => {
    await emulate({ forcedColors: 'active' });
    const all = await contrasts(await balances(...conditions));
    expect(Math.min(...all), all.join()).to.be.at.least(7);
  });

  it('Meter (WCAG 1.4.11): in forced colours an empty meter has an edge', async () => {
    await emulate({ forcedColors: 'active' });
    const { left, top, width } = meterBox(await balances({ remaining: '0', used: '1000' }));
    const [edge, page] = await coloursAt([
      [left + width / 2, top],
      [left + width / 2, top - 3],
    ]);
    expect(edge && page && contrastOf(edge, page)).to.be.at.least(7);
  });

  it('Meter (WCAG 1.3.2): in a right-to-left page its bar grows from the right', async () => {
    const el = await balances({});
    const { left, right, top } = meterBox(el);
    const ends = [left + 8, right - 8].map((x) => [x, top + 4] as const);
    const [start, end] = await coloursAt(ends);
    document.documentElement.dir = 'rtl';
    const [mirroredEnd, mirroredStart] = await coloursAt(ends);
    expect([mirroredStart, mirroredEnd]).to.eql([start, end]);
    expect(start).not.to.eql(end);
  });
});
