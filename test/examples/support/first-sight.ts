/** What a person sees of a page before the elements are there, on a slow machine and a slow network. */
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';

import { openPage } from '../../e2e/browser.js';
import type { OpenExample } from './host.js';

interface FirstSight {
  /** The sum of all layout shifts. */
  readonly shift: number;
  /** When and from where to where something was pushed: top and bottom, in pixels. */
  readonly moves: readonly string[];
  /** What stood in the place of `<plan-usage>`, one after the other; looked at in every frame. */
  readonly faces: readonly string[];
}

/** On the page, before all else: keeps what {@link FirstSight} tells. */
const watcher = `
  globalThis.firstSight = { shift: 0, moves: [], faces: [] };
  const edges = ({ top, bottom }) => Math.round(top) + '-' + Math.round(bottom);
  new PerformanceObserver((list) => {
    for (const { value, sources, startTime } of list.getEntries()) {
      firstSight.shift += value;
      for (const { previousRect, currentRect } of sources) {
        const way = edges(previousRect) + ' to ' + edges(currentRect);
        firstSight.moves.push(Math.round(startTime) + ' ms: ' + way);
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
  const faceOf = (plan) => {
    const inside = document.createRange();
    inside.selectNodeContents(plan);
    if (inside.getBoundingClientRect().height > 0) return 'what is inside';
    const shadow = plan.shadowRoot;
    if (!shadow?.querySelector('h2')?.checkVisibility()) return 'nothing';
    return shadow.querySelector('[part~=skeleton]') ? 'skeleton' : 'content';
  };
  const look = () => {
    const plan = document.querySelector('plan-usage');
    const face = plan && faceOf(plan);
    if (face && face !== firstSight.faces.at(-1)) firstSight.faces.push(face);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

/** A quarter of this machine's speed, and the network that Lighthouse takes for a slow 4G. */
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_638_400 / 8,
    uploadThroughput: 768_000 / 8,
  });
}

async function firstSight(
  browser: Browser,
  origin: string,
  width: number,
  locale: string,
): Promise<FirstSight> {
  const { page } = await openPage(browser, { viewport: { width, height: 800 } });
  await slowDown(page);
  await page.addInitScript(watcher);
  await page.addInitScript(`
    new MutationObserver((_records, observer) => {
      document.documentElement.lang = '${locale}';
      observer.disconnect();
    }).observe(document, { childList: true });
  `);
  await page.goto(origin);
  await page.locator('usage-chart .plot svg').waitFor();
  await page
    .locator('plan-usage')
    .getByText(/184[.,]60/)
    .first()
    .waitFor();
  await page.waitForLoadState('networkidle');
  const seen = await page.evaluate(() => Reflect.get(globalThis, 'firstSight') as FirstSight);
  await page.context().close();
  return seen;
}

/** Tests that a page whose elements hold a text shows it first, and does not jump when they come. */
export function itComesQuietly(open: () => OpenExample, fallback: string): void {
  it('shows what the page put inside where scripts are blocked', async () => {
    const { browser, origin } = open();
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(origin);
    await page.getByText(fallback).waitFor();
    await page.context().close();
  });

  for (const [width, locale] of [
    [390, 'en'],
    [1280, 'en'],
    [1280, 'de'],
  ] as const) {
    it(`shows that first, then the elements, without a jump or a gap, ${locale} at ${width} px`, async () => {
      const { browser, origin } = open();
      const { shift, moves, faces } = await firstSight(browser, origin, width, locale);
      expect(faces).to.eql(['what is inside', 'skeleton', 'content']);
      expect(shift, moves.join(', ')).to.be.below(0.02);
    });
  }
}
