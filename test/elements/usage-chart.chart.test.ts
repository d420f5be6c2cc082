import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';

import type { BillingApi } from '../../src/api/billing-api.js';
import '../../src/elements/usage-chart/echarts.vendor.js';
import type { UsageChartElement } from '../../src/elements/usage-chart/usage-chart.js';
import { accessibleNodes, emulate } from '../support/browser-commands.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { parts, press, settled, shownIn, texts } from '../support/mount.js';
import { contrastOf } from '../../src/ui/contrast.js';
import { rgbOf } from '../../src/ui/rgb.js';
import { serving } from '../support/serving.js';
import type { Attributes } from '../support/usage-chart.js';
import { chartOf, choose, withSeries } from '../support/usage-chart.js';

const svg = (el: UsageChartElement) => el.shadowRoot?.querySelector('.plot svg') ?? null;
const marks = (el: UsageChartElement, fill: RegExp) =>
  [...(svg(el)?.querySelectorAll('path') ?? [])].filter((path) =>
    fill.test(path.getAttribute('fill') ?? ''),
  );
const words = (el: UsageChartElement) =>
  [...(svg(el)?.querySelectorAll('text') ?? [])].map(({ textContent }) =>
    textContent.replaceAll(/[\u2003\u2068\u2069]/gu, ''),
  );
const accent = /^rgb\(52, 82, 217\)$/;

async function drawn(attributes: Attributes = {}, client: BillingApi = serving()) {
  const el = await chartOf(client, attributes);
  await waitUntil(() => words(el).length > 0, 'a chart');
  return el;
}

async function keys(el: UsageChartElement, ...pressed: string[]): Promise<void> {
  parts(el, 'chart')[0]?.focus();
  for (const key of pressed) await sendKeys({ press: key });
  await settled(el);
}

/** Where the cursor is, once it has come to rest. */
async function spoken(el: UsageChartElement, expected: string): Promise<void> {
  const text = () => parts(el, 'cursor')[0]?.textContent.trim();
  await waitUntil(() => text() === expected, `"${expected}", not "${text() ?? ''}"`);
}

describe('the chart of <usage-chart>', () => {
  beforeEach(async () => {
    setClock(storyTime);
    await emulate({ reducedMotion: 'reduce' });
  });
  afterEach(async () => {
    restoreClock();
    await emulate({});
  });

  it('has a bar for each day, the running one striped', async () => {
    const el = await drawn({ range: '1w' });
    expect(marks(el, accent)).to.have.length(7);
    expect(marks(el, /^url\(/)).to.have.length(1);
    expect(words(el)).to.include('Mar 12').and.to.include('Mar 18');
  });

  it('has a month over its year', async () => {
    const el = await drawn({ range: '2m' });
    expect(words(el)).to.include('Feb').and.to.include('2026');
  });

  it('draws other bars for another range, and follows its size', async () => {
    const el = await drawn({ range: '1w' });
    await choose(el, '2 weeks');
    await waitUntil(() => marks(el, accent).length === 14, '14 bars');
    el.style.inlineSize = '20rem';
    await waitUntil(() => (svg(el)?.getBoundingClientRect().width ?? 0) < 320, 'narrow');
    el.style.removeProperty('inline-size');
  });

  it('marks a gap, which a zero does not', async () => {
    const buckets = ([first, second, ...others]: { value: string }[]) =>
      [first, { ...second, value: '0' }, ...others.slice(1)] as never;
    const el = await drawn(
      { range: '1w' },
      withSeries((series) => ({ ...series, buckets: buckets(series.buckets) })),
    );
    // Stripes for the running day and for the one that is missing, none for the zero.
    expect(marks(el, /^url\(/)).to.have.length(2);
    await keys(el, 'Home', 'ArrowRight');
    await spoken(el, 'Mar 13, 2026: 0');
    await keys(el, 'ArrowRight');
    await spoken(el, 'Mar 14, 2026: No data');
    await waitUntil(() => words(el).includes('No data'), 'a tip');
  });

  it('comes back after the table was shown, and after the element was away', async () => {
    const el = await drawn({ range: '1w' });
    press(el, 'view');
    await settled(el);
    expect(svg(el)).to.equal(null);
    press(el, 'view');
    await waitUntil(() => marks(el, accent).length === 7, 'after the table');
    const parent = el.parentElement;
    el.remove();
    await settled(el);
    expect(svg(el), 'away').to.equal(null);
    parent?.append(el);
    await waitUntil(() => marks(el, accent).length === 7, 'back');
  });

  it('stays as it is when the element is moved', async () => {
    const el = await drawn({ range: '1w' });
    const before = svg(el);
    const elsewhere = document.createElement('section');
    el.after(elsewhere);
    elsewhere.append(el);
    await settled(el);
    expect(svg(el) === before).to.equal(true);
  });

  it('shows the value of the bar under the pointer', async () => {
    const el = await drawn({ range: '6m' });
    const box = svg(el)?.getBoundingClientRect();
    await sendMouse({
      type: 'move',
      position: [Math.round((box?.x ?? 0) + 80), Math.round((box?.y ?? 0) + 100)],
    });
    await waitUntil(() => words(el).includes('722'), 'the tip');
    expect(words(el)).to.include('October 2025').and.to.include('Billing sessions');
    await sendMouse({ type: 'move', position: [1, 1] });
  });

  describe('by keyboard', () => {
    it('is one tab stop, an application named by its summary', async () => {
      const el = await drawn({ range: '6m' });
      const stops = parts(el, 'figure')[0]?.querySelectorAll('[tabindex="0"]') ?? [];
      expect(stops).to.have.length(1);
      const node = (await accessibleNodes()).find(({ role }) => role === 'application');
      expect(node?.name).to.equal(
        'Billing sessions, Oct 1, 2025 – Mar 31, 2026, 4,577 in total, 795.2 on average',
      );
      expect(node?.description).to.equal('Left and right arrow keys move over the bars.');
    });

    it('keeps its drawing out of the accessibility tree', async () => {
      await drawn({ range: '1w' });
      const names = (await accessibleNodes()).map(({ name }) => name);
      expect(names).not.to.include('Mar 12');
    });

    it('moves bar by bar and to both ends, and says date and value', async () => {
      const el = await drawn({ range: '6m' });
      await keys(el, 'ArrowRight');
      await spoken(el, 'October 2025: 722');
      await waitUntil(() => words(el).includes('October 2025'), 'the tip');
      await keys(el, 'ArrowRight');
      await spoken(el, 'November 2025: 761');
      await keys(el, 'End');
      await spoken(el, 'March 2026 (so far): 601');
      await keys(el, 'ArrowRight');
      await spoken(el, 'March 2026 (so far): 601');
      await keys(el, 'ArrowLeft');
      await spoken(el, 'February 2026: 871');
      await keys(el, 'Home');
      await spoken(el, 'October 2025: 722');
    });

    it('goes a week at a time with the Page keys', async () => {
      const el = await drawn({ range: '4w' });
      await keys(el, 'End', 'PageUp');
      const at = () => parts(el, 'cursor')[0]?.textContent ?? '';
      await waitUntil(() => at().startsWith('Mar 11, 2026'), 'a week before the 18th');
      await keys(el, 'PageDown');
      await waitUntil(() => at().startsWith('Mar 18, 2026 (so far)'), 'back');
    });

    it('goes by sight where the language runs from right to left', async () => {
      document.documentElement.dir = 'rtl';
      try {
        const el = await drawn({ range: '6m' });
        await keys(el, 'Home', 'ArrowLeft');
        await spoken(el, 'November 2025: 761');
        await keys(el, 'ArrowRight');
        await spoken(el, 'October 2025: 722');
        const [first, last] = ['Oct', 'Mar'].map(
          (month) =>
            [...(svg(el)?.querySelectorAll('text') ?? [])]
              .find(({ textContent }) => textContent === month)
              ?.getBoundingClientRect().x ?? 0,
        );
        expect(first).to.be.greaterThan(last ?? Infinity);
      } finally {
        document.documentElement.removeAttribute('dir');
      }
    });

    it('says the groups of a bar, too', async () => {
      const el = await drawn({ range: '6m', 'group-by': 'channel' });
      await keys(el, 'Home');
      const at = () => parts(el, 'cursor')[0]?.textContent ?? '';
      await waitUntil(() => at() !== '', 'words');
      expect(at()).to.match(/^October 2025: 722\. Web and mobile client: \d+\. IVR: \d+\. /);
    });

    it('does not flood the speech while a key is held', async () => {
      const el = await drawn({ range: '4w' });
      const heard = new Set<string>();
      const region = parts(el, 'cursor')[0];
      const observer = new MutationObserver(() => heard.add(region?.textContent ?? ''));
      if (region) observer.observe(region, { subtree: true, childList: true, characterData: true });
      const chart = parts(el, 'chart')[0];
      chart?.focus();
      for (let count = 0; count < 20; count += 1) {
        chart?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      }
      await waitUntil(() => [...heard].some((text) => text.startsWith('Mar 10, 2026')), 'the last');
      observer.disconnect();
      expect([...heard].filter(Boolean)).to.have.length(2);
    });

    it('is left by Esc, which then belongs to the page', async () => {
      const el = await drawn({ range: '6m' });
      const escapes: boolean[] = [];
      const listen = (event: KeyboardEvent) => escapes.push(event.defaultPrevented);
      document.addEventListener('keydown', listen);
      await keys(el, 'Home');
      await spoken(el, 'October 2025: 722');
      escapes.length = 0;
      await keys(el, 'Escape');
      await spoken(el, '');
      expect(escapes, 'the first one').to.eql([]);
      await keys(el, 'Escape');
      expect(escapes, 'the second one').to.eql([false]);
      document.removeEventListener('keydown', listen);
    });

    it('forgets where it was when other bars come', async () => {
      const el = await drawn({ range: '6m' });
      await keys(el, 'Home');
      await spoken(el, 'October 2025: 722');
      await choose(el, '3 months');
      await spoken(el, '');
      await keys(el, 'ArrowRight');
      await spoken(el, 'January 2026: 862');
    });

    it('leaves keys with modifiers to the browser', async () => {
      const el = await drawn({ range: '6m' });
      const event = new KeyboardEvent('keydown', {
        key: 'ArrowLeft',
        altKey: true,
        cancelable: true,
      });
      parts(el, 'chart')[0]?.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(false);
    });
  });

  describe('colours', () => {
    it('are those of the page', async () => {
      const el = await drawn({ range: '1w' });
      document.documentElement.style.setProperty('--billing-accent', 'rgb(1, 100, 50)');
      try {
        await waitUntil(() => marks(el, /^rgb\(1, 100, 50\)$/).length === 7, 'the new accent');
        // Too faint for a bar on white, and in a space that ECharts does not know.
        document.documentElement.style.setProperty('--billing-accent', 'oklch(0.9 0.1 100)');
        await waitUntil(() => marks(el, /^rgb\(1, 100, 50\)$/).length === 0, 'a fainter one');
        const [bar] = marks(el, /^rgb\(\d+, \d+, \d+\)$/);
        const fill = rgbOf(bar?.getAttribute('fill') ?? '') ?? [255, 255, 255];
        expect(contrastOf(fill, [255, 255, 255])).to.be.within(3, 4);
      } finally {
        document.documentElement.style.removeProperty('--billing-accent');
      }
    });

    it('follow the colour scheme of the person and of the page', async () => {
      document.documentElement.style.colorScheme = 'light dark';
      try {
        await emulate({ colorScheme: 'dark', reducedMotion: 'reduce' });
        const el = await drawn({ range: '1w' });
        expect(marks(el, /^rgb\(157, 177, 255\)$/)).to.have.length(7);
        document.documentElement.style.colorScheme = 'light';
        await waitUntil(() => marks(el, accent).length === 7, 'light');
      } finally {
        document.documentElement.style.removeProperty('color-scheme');
      }
    });

    it('give way as soon as the person changes them', async () => {
      document.documentElement.style.setProperty('--billing-text', 'CanvasText');
      try {
        const el = await drawn({ range: '1w', 'group-by': 'channel' });
        expect(marks(el, /^url\(/).length).to.be.lessThan(9);
        await emulate({ forcedColors: 'active', reducedMotion: 'reduce' });
        await waitUntil(() => marks(el, /^url\(/).length > 20, 'patterns');
      } finally {
        document.documentElement.style.removeProperty('--billing-text');
      }
    });

    it('give way to patterns where the person has few', async () => {
      await emulate({ forcedColors: 'active', reducedMotion: 'reduce' });
      const el = await drawn({ range: '1w', 'group-by': 'channel' });
      const patterns = new Set(marks(el, /^url\(/).map((path) => path.getAttribute('fill')));
      // One for each group but the first, and the stripes of the running day.
      expect(patterns.size).to.equal(8);
      const swatches = [...(parts(el, 'legend')[0]?.querySelectorAll('.swatch') ?? [])];
      const looks = new Set(swatches.map((swatch) => getComputedStyle(swatch).backgroundImage));
      expect(looks.size).to.equal(swatches.length);
      await expect(el).to.be.accessible();
    });
  });

  it('gives its place to the table where it cannot be drawn, until a try succeeds', async () => {
    const original = window.getComputedStyle;
    window.getComputedStyle = (element, pseudo) => {
      if (element.classList.contains('probe')) throw new Error('broken');
      return original(element, pseudo);
    };
    const errors: string[] = [];
    const listen = ({ code }: { readonly code: string }) => errors.push(code);
    document.body.addEventListener('billing-error', listen);
    try {
      const el = await chartOf(serving(), { range: '6m' });
      await waitUntil(() => el.matches(':state(partial)'), 'partial');
      expect(parts(el, 'chart')).to.eql([]);
      expect(parts(el, 'table')[0]?.getBoundingClientRect().height).to.be.greaterThan(100);
      expect(shownIn(el)).to.contain('A part of this page could not be loaded.');
      expect(texts(el, 'view')).to.eql([]);
      expect(errors).to.eql(['module_failed']);
      window.getComputedStyle = original;
      press(el, 'retry');
      await waitUntil(() => marks(el, accent).length === 6, 'the chart');
      expect(el.matches(':state(ready)')).to.equal(true);
    } finally {
      window.getComputedStyle = original;
      document.body.removeEventListener('billing-error', listen);
    }
  });
});
