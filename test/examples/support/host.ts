/** What every example shows of an element in a page: it is given objects, is heard, and leaves. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from 'chai';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { vi } from 'vitest';

import { createMockBackend } from '../../../mocks/mock-backend.js';
import { nodeListener } from '../../../mocks/node-listener.js';
import { launch, openPage } from '../../e2e/browser.js';
import type { Complaints } from '../../e2e/browser.js';
import { serveFolder } from '../../support/static-server.js';
import { install } from './example.js';
import type { Example, Running } from './example.js';

/** Serves files of a built example and, on the same origin, a billing API over the memory engine. */
export async function serveBuilt(folder: string): Promise<Running> {
  const { address, close } = await serveFolder(folder, nodeListener(createMockBackend().handle));
  return { origin: address, close };
}

export interface OpenExample {
  readonly example: Example;
  readonly browser: Browser;
  readonly origin: string;
  readonly page: Page;
  readonly complaints: Complaints;
  /** Every address below `/api/` that the page has asked, in order. */
  readonly calls: readonly string[];
}

export interface HostOptions {
  /** What is done to an installed example before anybody sees it. */
  readonly serve: (example: Example) => Promise<Running>;
  /** The files with the elements, where the types of its framework check them when it is built. */
  readonly typed?: readonly string[];
  /** More tests of the same page. */
  readonly more?: (open: () => OpenExample) => void;
}

/** Listeners that anything on the page still has, once what nobody holds is collected. */
async function listenersOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'JSEventListeners')?.value ?? Number.NaN;
}

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

const shown = (page: Page): Promise<void> =>
  page.locator('plan-usage').getByText('$184.60 left').first().waitFor();

const gone = (page: Page): Promise<void> =>
  page.locator('billing-provider').waitFor({ state: 'detached' });

/** Tests that an example is installed, built and served, and that its page does all that. */
export function describeHost(name: string, { serve, typed, more }: HostOptions): void {
  describe(`The example ${name}`, () => {
    let opened: OpenExample | undefined;
    const undo: (() => unknown)[] = [];
    const calls: string[] = [];
    const open = (): OpenExample => {
      if (!opened) throw new Error('The example was not opened.');
      return opened;
    };

    beforeAll(async () => {
      const example = await install(name);
      undo.push(example.remove);
      const server = await serve(example);
      undo.push(server.close);
      const browser = await launch();
      undo.push(() => browser.close());
      const { page, complaints } = await openPage(browser);
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (pathname.startsWith('/api/')) calls.push(pathname);
      });
      opened = { example, browser, origin: server.origin, page, complaints, calls };
      await page.goto(server.origin);
    });

    afterAll(async () => {
      for (const act of undo.reverse()) await act();
    });

    afterEach(() => {
      expect(open().complaints).to.eql({ errors: [], violations: [] });
    });

    it('shows the account, under the heading that the page gave as an object', async () => {
      const { page } = open();
      await shown(page);
      await page.getByRole('heading', { name: 'Your subscription', exact: true }).waitFor();
    });

    it('hears what is asked for, and does it in place of the element', async () => {
      const { page } = open();
      await press(page, 'Change plan');
      await page
        .getByRole('status')
        .getByText('You asked for another plan than plan_standard.')
        .waitFor();
      expect(await page.locator('plan-usage dialog[open]').count()).to.equal(0);
    });

    it('takes the element off the page, and nothing is left of it', async () => {
      const { page } = open();
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      const cycle = async (): Promise<void> => {
        await press(page, 'Open billing');
        await shown(page);
        // A framework may still hold what it removed last: let that be the same each time.
        await page.locator('usage-chart .plot svg').waitFor();
        await press(page, 'Close billing');
        await gone(page);
      };
      await press(page, 'Close billing');
      await gone(page);
      await cycle();
      const before = { calls: calls.length, listeners: await listenersOf(session) };
      expect(before.calls).to.be.above(0);
      for (const event of ['online', 'pageshow', 'visibilitychange', 'focus']) {
        await page.evaluate((type) => {
          document.dispatchEvent(new Event(type, { bubbles: true }));
        }, event);
      }
      await page.waitForLoadState('networkidle');
      expect(calls).to.have.length(before.calls);
      for (let turn = 0; turn < 5; turn += 1) await cycle();
      // What was on its way when the page let go of an element ends a little later.
      await vi.waitFor(
        async () => expect(await listenersOf(session)).to.be.at.most(before.listeners),
        { timeout: 10_000 },
      );
    });

    more?.(open);

    // Last: what is served may be what is built here anew.
    if (typed !== undefined) {
      it('is not built with a text or a field of an event that there is not', async () => {
        const { folder, run } = open().example;
        for (const name of typed) {
          const file = join(folder, name);
          const source = readFileSync(file, 'utf8');
          const wrong = source
            .replace('planAndUsage:', 'headline:')
            .replace('event.planId', 'event.plan');
          expect(wrong).not.to.equal(source);
          writeFileSync(file, wrong);
        }
        const said = await run('build').catch(String);
        expect(said).to.match(/'headline' does not exist|\{ headline: string; \}/);
        expect(said).to.contain("Property 'plan' does not exist");
      });
    }
  });
}
