/** https://www.w3.org/WAI/ARIA/apg/patterns/disclosure/: lines of an invoice, parts of a balance, kinds of export. */
import { expect } from '@open-wc/testing';

import type { InvoiceListElement } from '../../src/elements/invoice-list/invoice-list.js';
import type { PlanUsageElement } from '../../src/elements/plan-usage/plan-usage.js';
import type { UsageChartElement } from '../../src/elements/usage-chart/usage-chart.js';
import {
  focusedNode,
  focusedPart,
  focusedText,
  keys,
  namesOf,
  nodeOf,
  nodesOf,
  saidIn,
  tabTo,
} from '../support/accessibility.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { invoiceList } from '../support/invoice-pages.js';
import { parts, press, settled, texts } from '../support/mount.js';
import { planUsage } from '../support/plan-usage.js';
import { failing, held, serving } from '../support/serving.js';
import { chartOf } from '../support/usage-chart.js';

const linesOf = (el: Element): HTMLElement[] => parts(el, 'lines');

/** The list with the focus on the button of its first invoice, and a key pressed there. */
async function atFirst(...pressed: string[]): Promise<InvoiceListElement> {
  const el = await invoiceList(serving());
  parts(el, 'details')[0]?.focus();
  await keys(...pressed);
  await settled(el);
  return el;
}

const firstButton = () => nodeOf('button', 'Details of invoice INV-2026-0009');

/** The balances with the focus on what their first one is made of. */
async function atGrants(...pressed: string[]): Promise<PlanUsageElement> {
  const el = await planUsage(serving());
  await tabTo((active) => active.localName === 'summary');
  await keys(...pressed);
  return el;
}

const areGrantsOpen = (el: PlanUsageElement): boolean =>
  parts<HTMLDetailsElement>(el, 'grants')[0]?.open ?? false;

/** The chart with the focus on "Export CSV". */
async function atExport(...pressed: string[]): Promise<UsageChartElement> {
  const el = await chartOf(serving(), { view: 'table' });
  parts(el, 'export')[0]?.focus();
  await keys(...pressed);
  await settled(el);
  return el;
}

describe('Disclosures', () => {
  beforeEach(() => {
    setClock(storyTime);
  });
  afterEach(restoreClock);

  it('Disclosure (APG, keyboard): Enter shows the lines of an invoice', async () => {
    expect(linesOf(await atFirst('Enter'))).to.have.length(1);
  });

  it('Disclosure (APG, keyboard): Space shows the lines of an invoice', async () => {
    expect(linesOf(await atFirst('Space'))).to.have.length(1);
  });

  it('Disclosure (APG, keyboard): the same key hides them again', async () => {
    const el = await atFirst('Enter');
    await keys('Enter');
    await settled(el);
    expect(linesOf(el)).to.eql([]);
  });

  it('Disclosure (APG, states): the button says that it is closed, and that it is open', async () => {
    const el = await atFirst();
    expect((await firstButton()).expanded).to.equal(false);
    await keys('Enter');
    await settled(el);
    expect((await firstButton()).expanded).to.equal(true);
  });

  it('Disclosure (APG, properties): the open button refers to what it shows, the closed one to nothing', async () => {
    const el = await atFirst();
    const [button] = parts(el, 'details');
    expect(button?.getAttribute('aria-controls')).to.equal(null);
    await keys('Enter');
    await settled(el);
    const shown = el.shadowRoot?.getElementById(button?.getAttribute('aria-controls') ?? '');
    expect(shown?.contains(linesOf(el)[0] ?? null)).to.equal(true);
  });

  it('Disclosure (WCAG 2.4.3): the focus stays on the button', async () => {
    await atFirst('Enter');
    expect([focusedPart(), focusedText()]).to.eql(['details', 'INV-2026-0009']);
  });

  it('Disclosure (WCAG 4.1.2): the button has the same name whether it is open or closed', async () => {
    const el = await atFirst();
    const closed = (await focusedNode())?.name;
    await keys('Enter');
    await settled(el);
    expect((await focusedNode())?.name).to.equal(closed);
  });

  it('Disclosure (WCAG 2.5.3): the name of the button has the number that is on it', async () => {
    await atFirst();
    expect((await focusedNode())?.name).to.contain(focusedText());
  });

  it('Disclosure (WCAG 1.3.2): what is shown comes right after the row that it belongs to', async () => {
    const el = await atFirst('Enter');
    const [row] = parts(el, 'invoice');
    expect(row?.nextElementSibling?.contains(linesOf(el)[0] ?? null)).to.equal(true);
  });

  it('Disclosure (WCAG 2.4.3): opening another invoice closes the first, and leaves the focus there', async () => {
    const el = await atFirst('Enter');
    parts(el, 'details')[1]?.focus();
    await keys('Enter');
    await settled(el);
    expect(linesOf(el)).to.have.length(1);
    expect((await focusedNode())?.name).to.equal('Details of invoice INV-2026-0008');
  });

  it('Disclosure (WCAG 4.1.3): that lines are on their way is said politely', async () => {
    const el = await invoiceList(
      serving({
        invoice: (id) => (id === 'upcoming' ? failing('not_found')() : held<never>().promise),
      }),
    );
    press(el, 'details');
    await settled(el);
    expect(await saidIn('status')).to.include('Loading…');
  });

  it('Disclosure (WCAG 2.4.3): "Try again" in it hands the focus back to the button', async () => {
    const el = await invoiceList(serving({ invoice: failing('upstream_unavailable') }));
    press(el, 'details');
    await settled(el);
    await tabTo((active) => active.part.contains('retry'));
    await keys('Enter');
    await settled(el);
    expect([focusedPart(), focusedText()]).to.eql(['details', 'INV-2026-0009']);
  });

  it('Disclosure (WCAG 1.4.1): an arrow shows whether it is open, by where it points', async () => {
    const el = await atFirst();
    const arrow = () => parts(el, 'details')[0]?.querySelector('svg') ?? el;
    const closed = getComputedStyle(arrow()).transform;
    await keys('Enter');
    await settled(el);
    expect(getComputedStyle(arrow()).transform).not.to.equal(closed);
  });

  it('Disclosure (APG, keyboard): Enter shows what a balance is made of', async () => {
    expect(areGrantsOpen(await atGrants('Enter'))).to.equal(true);
  });

  it('Disclosure (APG, keyboard): Space shows and hides what a balance is made of', async () => {
    const el = await atGrants('Space');
    const isShown = areGrantsOpen(el);
    await keys('Space');
    expect([isShown, areGrantsOpen(el)]).to.eql([true, false]);
  });

  it('Disclosure (WCAG 4.1.2): the parts of a balance are named by their count, and say if they are open', async () => {
    await atGrants();
    const closed = await focusedNode();
    await keys('Enter');
    const open = await focusedNode();
    expect(closed?.name).to.equal('Made up of 2 parts, used in this order');
    expect([closed?.expanded, open?.expanded]).to.eql([false, true]);
  });

  it('Disclosure (WCAG 1.3.1): parts of a balance that are not shown are not read', async () => {
    await atGrants();
    const closed = await namesOf('listitem');
    const read = async () => (await nodesOf('StaticText')).map(({ name }) => name);
    expect(await read()).not.to.include('Free credits');
    await keys('Enter');
    expect(await read()).to.include('Free credits');
    expect((await namesOf('listitem')).length).to.equal(closed.length + 2);
  });

  it('Disclosure (APG, keyboard): Enter on "Export CSV" shows what can be exported', async () => {
    await atExport('Enter');
    expect((await focusedNode())?.expanded).to.equal(true);
    expect(await namesOf('button'))
      .to.include('Summary')
      .and.include('All records');
  });

  it('Disclosure (WCAG 2.1.1): Tab leads from the button into what can be exported', async () => {
    await atExport('Enter', 'Tab');
    expect(focusedText()).to.equal('Summary');
  });

  it('Disclosure (APG, keyboard): Escape closes what can be exported, and the focus is on the button', async () => {
    await atExport('Enter', 'Tab', 'Escape');
    const node = await focusedNode();
    expect([node?.name, node?.expanded]).to.eql(['Export CSV', false]);
  });

  it('Disclosure (WCAG 2.4.11): what can be exported closes once the focus has left it', async () => {
    const el = await atExport('Enter', 'Tab', 'Tab', 'Tab');
    await settled(el);
    expect((await nodeOf('button', 'Export CSV')).expanded).to.equal(false);
    expect(focusedPart()).not.to.equal('page');
  });

  it('Disclosure (WCAG 1.3.1): what can be exported is not read while it is closed', async () => {
    await atExport();
    expect(await namesOf('button')).to.not.include('All records');
  });

  it('Disclosure (WCAG 2.4.3): choosing what to export hands the focus back to the button', async () => {
    const el = await atExport();
    el.addEventListener('csv-export', (event) => {
      event.preventDefault();
    });
    await keys('Enter', 'Tab', 'Enter');
    await settled(el);
    expect(focusedPart()).to.equal('export');
    expect(texts(el, 'export')).to.eql(['Export CSV']);
  });
});
