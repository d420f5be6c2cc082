/** Visits to the unchanged demo page on an engine, with all that goes wrong during them. */
import { expect } from 'chai';
import type { Browser, Page, Response as Answer } from 'playwright-core';
import { vi } from 'vitest';

import type { DemoEngineName } from '../../mocks/demo-backends/index.js';
import { absentFrom } from '../engines/support/evidence.js';
import { loadContract } from '../support/contract.js';
import { countRequests, launch, openPage } from './browser.js';
import { startDemo } from './demo.js';
import type { Demo } from './demo.js';

/** How an empty element says why. */
const told = {
  'nothing there': /^(There is no|No usage)/,
  'not offered': 'This is not offered here.',
};

/** What an element shows: text of the engine's own, that there is nothing, or no such thing. */
type Shown = readonly RegExp[] | 'nothing there' | 'not offered';

export interface Expected {
  readonly 'plan-usage': Shown;
  readonly 'usage-chart': Shown;
  readonly 'support-plan': Shown;
  readonly 'invoice-list': Shown;
}

interface DemoOnEngine {
  readonly origin: () => string;
  /** Opens the page, looks at every element on it, and fails with whatever went wrong. */
  readonly showsAll: (expected: Expected) => Promise<void>;
}

const contract = loadContract();

/** What the table says that an engine has not. Our own hosts have all that the page asks for. */
const lackedBy = (engine: DemoEngineName): readonly string[] =>
  engine === 'memory' || engine === 'postgres' ? [] : absentFrom(engine.replace('-spec', ''));

/** What an engine lacks is refused; everything else that is asked for here is there. */
function isAsExpected(response: Answer, lacked: readonly string[]): boolean {
  const { pathname } = new URL(response.url());
  const operation = contract.operationAt(response.request().method(), pathname) ?? '';
  return response.status() < 400 || (response.status() === 501 && lacked.includes(operation));
}

/** For one suite: starts the demo before its tests, and stops it after them. */
export function demoOnEngine(engine: DemoEngineName): DemoOnEngine {
  let browser: Browser;
  let demo: Demo;
  const lacked = lackedBy(engine);
  const opened: { readonly close: () => Promise<void> }[] = [];

  beforeAll(async () => {
    browser = await launch();
    opened.push(browser);
    demo = await startDemo(engine);
    opened.push(demo);
  });

  afterAll(async () => {
    for (const one of opened) await one.close();
  });

  return {
    origin: () => demo.origin,
    showsAll: async (expected) => {
      const faults: string[] = [];
      const hosts = new Set<string>();
      const asked = new Set<string>();
      const { page, complaints } = await openPage(browser);
      const untilQuiet = countRequests(page);
      page.on('request', (request) => hosts.add(new URL(request.url()).hostname));
      page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (!pathname.startsWith('/api/')) return;
        asked.add(response.url());
        if (!isAsExpected(response, lacked)) faults.push(`${pathname}: ${response.status()}`);
      });
      await page.goto(`${demo.origin}/?account=standard`);
      await looksAtAll(page, expected);
      await untilQuiet();
      await page.context().close();
      for (const url of asked) {
        const { pathname } = new URL(url);
        faults.push(...(await contract.faultsOfResponse('GET', pathname, await fetch(url))));
      }
      expect(faults).to.eql([]);
      expect([...hosts]).to.eql([new URL(demo.origin).hostname]);
      // The browser itself notes each refusal.
      expect(complaints.errors.filter((text) => !/\b501\b/.test(text))).to.eql([]);
      expect(complaints.violations).to.eql([]);
    },
  };
}

async function looksAtAll(page: Page, expected: Expected): Promise<void> {
  await looksAt(page, expected, 'plan-usage');
  await looksAt(page, expected, 'usage-chart');
  if (expected['invoice-list'] === 'not offered') {
    // The console has no tab for it; a page may still hold the element.
    await page.evaluate(() => {
      document
        .querySelector('billing-console')
        ?.replaceWith(
          ...['support-plan', 'invoice-list'].map((tag) => document.createElement(tag)),
        );
    });
    await looksAt(page, expected, 'support-plan');
    await looksAt(page, expected, 'invoice-list');
  } else {
    await page.getByRole('tab', { name: 'Support' }).click();
    await looksAt(page, expected, 'support-plan');
    await page.getByRole('tab', { name: 'Invoices' }).click();
    await looksAt(page, expected, 'invoice-list');
  }
}

async function looksAt(page: Page, expected: Expected, tag: keyof Expected): Promise<void> {
  const element = page.locator(tag);
  const shown = expected[tag];
  if (typeof shown === 'string') {
    await element.getByText(told[shown]).waitFor();
    expect(await element.evaluate((one) => one.matches(':state(empty)'))).to.equal(true);
    return;
  }
  await vi.waitFor(
    async () => {
      const { isReady, text } = await element.evaluate((one) => ({
        isReady: one.matches(':state(ready)'),
        text: [...(one.shadowRoot?.children ?? [])]
          .map((part) => (part instanceof HTMLElement ? part.innerText : ''))
          .join(' '),
      }));
      expect(isReady, `${tag} is ready`).to.equal(true);
      for (const wanted of shown) expect(text).to.match(wanted);
    },
    { timeout: 30_000 },
  );
}
