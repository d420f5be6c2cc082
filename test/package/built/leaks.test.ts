import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { it } from 'vitest';

import { createMockBackend } from '../../../mocks/mock-backend.js';
import { listen } from '../../../mocks/node-server.js';
import type { RunningServer } from '../../../mocks/node-server.js';
import { launch } from '../../e2e/browser.js';
import { builtFile } from '../../support/built-file.js';
import { heldBy, mountAndLeave, mounted } from '../../support/mounts.js';

/** Bytes that may stay of a mount; an element, or what it drew, is more. */
const limit = 100;

const apiBase = '/api/billing/accounts/acc_1';

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mounts</title>
  <script type="module" src="/dist/cdn/billing-elements.js"></script></head><body></body></html>`;

function startServer(): Promise<RunningServer> {
  const { handle } = createMockBackend();
  return listen(async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/api/')) return handle(request);
    if (pathname === '/') return new Response(page, { headers: { 'content-type': 'text/html' } });
    return builtFile(pathname);
  });
}

describe('an element that was on the page a thousand times', () => {
  let browser: Browser;
  let server: RunningServer;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launch(), startServer()]);
  });

  afterAll(() => Promise.all([browser.close(), server.close()]));

  for (const [tag, properties] of Object.entries(mounted)) {
    it(`leaves no node and no listener behind: <${tag}>`, async () => {
      const tab = await browser.newPage({ reducedMotion: 'reduce' });
      const cdp = await tab.context().newCDPSession(tab);
      await tab.goto(server.origin);
      await tab.waitForFunction((name) => customElements.get(name), tag);
      await cdp.send('Performance.enable');
      const mount = (count: number) =>
        tab.evaluate(mountAndLeave, { tag, count, properties, apiBase });
      // What the first ones leave is made once: code, formatters, style sheets.
      await mount(100);
      const before = await heldBy(cdp, tag);
      let after = before;
      let growth = Infinity;
      // Code that has run often is compiled once more, and the heap is that much larger from then on:
      // that is in one block of five hundred, a leak is in each.
      for (let block = 0; block < 2 || (block < 4 && growth >= limit); block += 1) {
        const { heap } = after;
        await mount(500);
        after = await heldBy(cdp, tag);
        // The browser may hold what it looked at last, and frees it when it looks at the next; what
        // leaks only grows with more.
        for (
          let looks = 0;
          looks < 5 && (after.nodes > before.nodes || after.heap > heap + 500 * limit);
          looks += 1
        ) {
          await mount(20);
          after = await heldBy(cdp, tag);
        }
        growth = Math.min(growth, (after.heap - heap) / 500);
      }
      await tab.close();
      const left = (key: 'elements' | 'listeners' | 'nodes') => after[key] - before[key];
      expect(left('elements'), 'elements').to.be.at.most(0);
      expect(left('nodes'), 'nodes').to.be.at.most(0);
      expect(left('listeners'), 'listeners').to.be.at.most(0);
      expect(growth, 'bytes a mount').to.be.below(limit);
    }, 300_000);
  }
});
