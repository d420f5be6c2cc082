/** What is left of elements that have left the page. */
import { heldBy, mountAndLeave, mounted } from '../support/mounts.js';
import { launch, openPage } from './browser.js';
import { apiBase, openSite } from './site.js';

const warmUp = 200;
const count = 1_000;

export const mounts = {
  name: 'mounts',
  title: 'A thousand mounts of each element',
  about: `
Each is put on the page, waits until its answers are drawn, and is taken away: ${warmUp} times to warm up, then
1,000 times. What is counted is held after the garbage was collected, more than before the thousand: Chromium's autofill
holds on to the form fields that it looked at last, whosever they are. One run, as this is no time. A node or a listener
left would be a fault, and a test fails on it.
`,

  async measure({ rounds }) {
    // Fewer rounds than usual are for trying.
    const times = rounds < 9 ? 100 * rounds : count;
    const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mounts</title>
      <script type="module" src="/dist/cdn/billing-elements.js"></script></head><body></body></html>`;
    const site = await openSite({ '/': html });
    const browser = await launch();
    try {
      const rows = [];
      let left = 0;
      for (const [tag, properties] of Object.entries(mounted)) {
        const { page, cdp, close } = await openPage(browser);
        await page.goto(site.origin);
        await page.waitForFunction((name) => customElements.get(name), tag);
        await cdp.send('Performance.enable');
        const mount = (so) => page.evaluate(mountAndLeave, { tag, count: so, properties, apiBase });
        await mount(warmUp);
        const before = await heldBy(cdp, tag);
        const begin = performance.now();
        await mount(times);
        const took = performance.now() - begin;
        const after = await heldBy(cdp, tag);
        await close();
        const grown = (key) => after[key] - before[key];
        left += Math.max(0, grown('nodes')) + Math.max(0, grown('listeners'));
        left += Math.max(0, grown('elements'));
        rows.push([
          `\`${tag}\``,
          grown('elements'),
          grown('nodes'),
          grown('listeners'),
          (grown('heap') / times).toFixed(0),
          (took / times).toFixed(1),
        ]);
      }
      return {
        columns: [
          'element',
          'elements left',
          'nodes',
          'listeners',
          'heap, bytes a mount',
          'ms a mount',
        ],
        rows,
        goals: [
          {
            says: 'Elements, nodes and listeners left after 1,000 mounts of each',
            value: left,
            atMost: 0,
            why: 'Something holds on to elements that have left.',
          },
        ],
      };
    } finally {
      await browser.close();
      await site.close();
    }
  },
};
