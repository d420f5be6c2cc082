/** The bars of `usage-chart` without a mouse and without sight: one stop, a cursor, a summary, a table. */
import { expect, waitUntil } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';

import type { BillingApi } from '../../src/api/billing-api.js';
import '../../src/elements/usage-chart/echarts.vendor.js';
import type { UsageChartElement } from '../../src/elements/usage-chart/usage-chart.js';
import {
  below,
  focused,
  focusedNode,
  focusedPart,
  keys,
  namesOf,
  nodeOf,
  nodesOf,
  pageButton,
  tabTo,
} from '../support/accessibility.js';
import { accessibleNodes, emulate } from '../support/browser-commands.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { parts, press, settled, texts } from '../support/mount.js';
import { serving } from '../support/serving.js';
import type { Attributes } from '../support/usage-chart.js';
import { chartOf, tableOf, withSeries } from '../support/usage-chart.js';

const words = (el: UsageChartElement): string[] =>
  [...(el.shadowRoot?.querySelectorAll('.plot svg text') ?? [])].map(({ textContent }) =>
    textContent.replaceAll(/[\u2003\u2068\u2069]/gu, ''),
  );

async function drawn(attributes: Attributes = { range: '6m' }, client: BillingApi = serving()) {
  const el = await chartOf(client, attributes);
  await waitUntil(() => words(el).length > 0, 'a chart');
  return el;
}

const said = (el: UsageChartElement): string => parts(el, 'cursor')[0]?.textContent.trim() ?? '';

/** What the cursor says once it has come to rest; a held key is said at its end. */
async function says(el: UsageChartElement, expected: string): Promise<void> {
  await waitUntil(() => said(el) === expected, `"${expected}", not "${said(el)}"`);
}

/** The chart with the focus, and keys pressed there. */
async function atChart(el: UsageChartElement, ...pressed: string[]): Promise<UsageChartElement> {
  parts(el, 'chart')[0]?.focus();
  await keys(...pressed);
  await settled(el);
  return el;
}

describe('The cursor of the chart', () => {
  beforeEach(async () => {
    setClock(storyTime);
    await emulate({ reducedMotion: 'reduce' });
  });
  afterEach(async () => {
    restoreClock();
    await emulate({});
  });

  it('Chart cursor (WCAG 2.1.1): Tab leads to the chart', async () => {
    await drawn();
    await tabTo((active) => active.part.contains('chart'));
    expect((await focusedNode())?.role).to.equal('application');
  });

  it('Chart cursor (WCAG 2.4.3): the chart is one stop, however many bars it has', async () => {
    const el = await drawn({ range: '4w' });
    const after = pageButton('after', el);
    await atChart(el, 'Tab');
    expect(focused() === after).to.equal(true);
  });

  it('Chart cursor (WCAG 2.1.2): Tab leads out of the chart while the cursor is on a bar', async () => {
    const el = await drawn();
    pageButton('after', el);
    await atChart(el, 'ArrowRight', 'ArrowRight', 'Tab');
    expect(focusedPart()).not.to.equal('chart');
  });

  it('Chart cursor (WCAG 1.1.1): the chart is named by what it shows, over which days, and how much that is', async () => {
    await drawn();
    expect(await namesOf('application')).to.eql([
      'Billing sessions, Oct 1, 2025 – Mar 31, 2026, 4,577 in total, 795.2 on average',
    ]);
  });

  it('Chart cursor (WCAG 3.3.2): the chart says which keys it takes', async () => {
    await drawn();
    const [chart] = await nodesOf('application');
    expect(chart?.description).to.equal('Left and right arrow keys move over the bars.');
  });

  it('Chart cursor (APG, keyboard): Right Arrow from outside the bars leads to the first', async () => {
    await says(await atChart(await drawn(), 'ArrowRight'), 'October 2025: 722');
  });

  it('Chart cursor (APG, keyboard): Left Arrow from outside the bars leads to the last', async () => {
    await says(await atChart(await drawn(), 'ArrowLeft'), 'March 2026 (so far): 601');
  });

  it('Chart cursor (APG, keyboard): Right Arrow leads to the next bar', async () => {
    await says(await atChart(await drawn(), 'Home', 'ArrowRight'), 'November 2025: 761');
  });

  it('Chart cursor (APG, keyboard): Left Arrow leads to the bar before', async () => {
    await says(await atChart(await drawn(), 'End', 'ArrowLeft'), 'February 2026: 871');
  });

  it('Chart cursor (APG, keyboard): Home leads to the first bar', async () => {
    await says(await atChart(await drawn(), 'End', 'Home'), 'October 2025: 722');
  });

  it('Chart cursor (APG, keyboard): End leads to the last bar', async () => {
    await says(await atChart(await drawn(), 'End'), 'March 2026 (so far): 601');
  });

  it('Chart cursor (APG, keyboard): Right Arrow on the last bar stays there', async () => {
    await says(await atChart(await drawn(), 'End', 'ArrowRight'), 'March 2026 (so far): 601');
  });

  it('Chart cursor (APG, keyboard): Page Down goes a week of days at a time', async () => {
    const el = await atChart(await drawn({ range: '4w' }), 'Home', 'PageDown');
    await waitUntil(() => said(el).startsWith('Feb 26, 2026'), said(el));
    expect(said(el)).to.match(/^Feb 26, 2026: [\d,]+$/);
  });

  it('Chart cursor (APG, keyboard): Page Up goes a quarter of months at a time', async () => {
    await says(await atChart(await drawn(), 'End', 'PageUp'), 'December 2025: 760');
  });

  it('Chart cursor (APG, keyboard): Escape takes the cursor away and leaves the focus on the chart', async () => {
    const el = await atChart(await drawn(), 'Home', 'Escape');
    await says(el, '');
    expect(focusedPart()).to.equal('chart');
  });

  it('Chart cursor (WCAG 1.4.13): Escape takes the tip of a bar away', async () => {
    const el = await atChart(await drawn(), 'Home');
    await waitUntil(() => words(el).includes('October 2025'), 'the tip');
    await keys('Escape');
    await waitUntil(() => !words(el).includes('October 2025'), 'no tip');
    expect(words(el).length, 'the axis is still there').to.be.above(5);
  });

  it('Chart cursor (APG, keyboard): in a right-to-left page the arrows go the way that they point', async () => {
    const el = await drawn();
    el.dir = 'rtl';
    el.locale = 'he';
    await settled(el);
    await atChart(el, 'Home', 'ArrowLeft');
    await waitUntil(() => said(el).includes('761'), `the second bar, not ${said(el)}`);
    expect(said(el)).not.to.contain('722');
  });

  it('Chart cursor (WCAG 2.1.4): keys with Control, Alt or Meta stay the browser’s own', async () => {
    const el = await drawn();
    const [chart] = parts(el, 'chart');
    const isTaken = (['ctrlKey', 'altKey', 'metaKey'] as const).map((modifier) => {
      const init = { key: 'ArrowRight', bubbles: true, cancelable: true, [modifier]: true };
      return chart?.dispatchEvent(new KeyboardEvent('keydown', init)) === false;
    });
    expect(isTaken).to.eql([false, false, false]);
    expect(said(el)).to.equal('');
  });

  it('Chart cursor (WCAG 4.1.3): what the cursor is on is said in one polite region', async () => {
    const el = await atChart(await drawn(), 'End');
    await says(el, 'March 2026 (so far): 601');
    const regions = (await nodesOf('status')).filter(({ children = [] }) =>
      children.some(({ name }) => name === said(el)),
    );
    expect(regions.map(({ live }) => live)).to.eql(['polite']);
  });

  it('Chart cursor (WCAG 1.3.1): the cursor says the share of every group of a bar', async () => {
    const el = await atChart(await drawn({ range: '6m', 'group-by': 'channel' }), 'Home');
    await waitUntil(() => said(el) !== '', 'words');
    const names = texts(el, 'legend')[0] ?? '';
    for (const part of said(el).split('. ').slice(1)) {
      expect(names).to.contain(part.split(': ')[0]);
    }
    expect(said(el).split('. ').length).to.be.above(5);
  });

  it('Chart cursor (WCAG 1.3.1): a gap is said as a gap, not as zero', async () => {
    const client = withSeries((series) => ({ ...series, buckets: series.buckets.slice(1) }));
    const el = await atChart(await drawn({ range: '1w' }, client), 'Home');
    await says(el, 'Mar 12, 2026: No data');
  });

  it('Chart cursor (WCAG 1.1.1): every bar is reached, with the date and the number of the table', async () => {
    const el = await drawn({ range: '1w' });
    const rows = tableOf(el).slice(1, -1);
    const heard: string[] = [];
    for (const [date = '', value = ''] of rows) {
      await atChart(el, 'ArrowRight');
      await says(el, `${date}: ${value}`);
      heard.push(said(el));
    }
    expect(new Set(heard).size).to.equal(7);
  });

  it('Chart cursor (WCAG 1.3.1): the table with the same numbers is read beside the chart', async () => {
    await drawn();
    const table = await nodeOf('table', 'Billing sessions, Oct 1, 2025 – Mar 31, 2026');
    const read = below(table).map(({ name }) => name);
    expect(read).to.include.members(['October 2025', '722', 'March 2026 (so far)', '601', '4,577']);
  });

  it('Chart cursor (WCAG 1.3.2): the drawing itself is not read: the table says it better', async () => {
    const el = await drawn({ range: '1w' });
    const names = (await accessibleNodes()).map(({ name }) => name);
    expect(words(el)).to.include('Mar 12');
    expect(names).not.to.include('Mar 12');
  });

  it('Chart cursor (WCAG 4.1.2): the button that shows the table says in its words what it will do', async () => {
    const el = await drawn();
    parts(el, 'view')[0]?.focus();
    const before = (await focusedNode())?.name;
    await keys('Enter');
    await settled(el);
    expect([before, (await focusedNode())?.name]).to.eql(['Show as table', 'Show as chart']);
  });

  it('Chart cursor (WCAG 2.4.3): showing the table leaves the focus on the button', async () => {
    const el = await drawn();
    press(el, 'view');
    await settled(el);
    expect(focusedPart()).to.equal('view');
  });

  it('Chart cursor (WCAG 2.5.1): a bar shows its number where the pointer rests, without a gesture', async () => {
    const el = await drawn();
    const box = parts(el, 'chart')[0]?.getBoundingClientRect() ?? new DOMRect();
    await sendMouse({ type: 'move', position: [Math.round(box.x + 90), Math.round(box.y + 100)] });
    await waitUntil(() => words(el).includes('October 2025'), 'the tip');
    expect(words(el)).to.include('722');
    await sendMouse({ type: 'move', position: [1, 1] });
  });
});
