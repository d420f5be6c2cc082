import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { vi } from 'vitest';

import { demoEngines } from '../../mocks/demo-backends/index.js';
import type { DemoEngineName } from '../../mocks/demo-backends/index.js';
import { loadContract } from '../support/contract.js';
import { countRequests, launch, openPage } from './browser.js';
import type { Complaints } from './browser.js';
import { startDemo } from './demo.js';
import type { Demo } from './demo.js';

const notOffered = 'This is not offered here.';

/** What an element shows: text of the engine's own, or that the engine has no such thing. */
type Shown = readonly RegExp[] | 'not offered';

interface Expected {
  readonly 'plan-usage': Shown;
  readonly 'usage-chart': Shown;
  readonly 'support-plan': Shown;
  readonly 'invoice-list': Shown;
}

const sessions = [/Billing sessions/, /Total\s+\d{2,}/];

const expected: Readonly<Record<DemoEngineName, Expected>> = {
  memory: {
    'plan-usage': [/Standard/, /\$184\.60 left/],
    'usage-chart': sessions,
    'support-plan': [/Standard Support/, /\$1,000\.00/],
    'invoice-list': [/INV-\d{4}-\d{4}/, /\$500\.00/],
  },
  postgres: {
    'plan-usage': [/Standard/, /\$184\.60 left/],
    'usage-chart': [/Letters/, /Total\s+\d{2,}/],
    'support-plan': [/Hotline/, /\$150\.00/],
    'invoice-list': [/Next invoice\s+\$150\.00/, /ACC_LIG-101/, /\$273\.70/],
  },
  stripe: {
    'plan-usage': [/Essential/, /\$250\.00/, /\$184\.60 left/, /Visa •••• 4242/],
    'usage-chart': sessions,
    'support-plan': [/Standard Support/, /\$1,000\.00/, /First answer: 24 hours/],
    'invoice-list': [/Next invoice\s+\$250\.00/, /INV-\d{4}-\d{4}/, /Refunded/],
  },
  lago: {
    'plan-usage': [/Essential/, /\$0\.18 each/, /\$184\.60 left/],
    'usage-chart': sessions,
    'support-plan': [/Standard Support/, /\$1,000\.00/],
    'invoice-list': [/Next invoice\s+\$250\.00/, /INV-\d{4}-\d{4}/, /Void/],
  },
  openmeter: {
    'plan-usage': [/Essential/, /1,500 included/, /of 1,500 used/],
    'usage-chart': sessions,
    'support-plan': [/Standard Support/, /\$1,000\.00/],
    'invoice-list': [/Next invoice\s+\$1,250\.00/, /INV-\d{4}-\d{4}/],
  },
  kore: {
    'plan-usage': 'not offered',
    'usage-chart': sessions,
    'support-plan': 'not offered',
    'invoice-list': 'not offered',
  },
};

const contract = loadContract();

for (const engine of demoEngines)
  describe(`the demo on ${engine}`, () => {
    let browser: Browser;
    let demo: Demo;
    let page: Page;
    let complaints: Complaints;
    let untilQuiet: () => Promise<void>;
    const opened: { readonly close: () => Promise<void> }[] = [];
    let faults: string[];
    let hosts: Set<string>;
    let asked: Set<string>;

    beforeAll(async () => {
      browser = await launch();
      opened.push(browser);
      demo = await startDemo(engine);
      opened.push(demo);
    });

    afterAll(async () => {
      for (const one of opened) await one.close();
    });

    const visit = async (query: string): Promise<void> => {
      [faults, hosts, asked] = [[], new Set(), new Set()];
      ({ page, complaints } = await openPage(browser));
      untilQuiet = countRequests(page);
      page.on('request', (request) => hosts.add(new URL(request.url()).hostname));
      page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (!pathname.startsWith('/api/')) return;
        asked.add(response.url());
        // What an engine has not is refused; everything else that is asked for here is there.
        const status = response.status();
        if (status >= 400 && status !== 501) faults.push(`${pathname}: ${status}`);
      });
      await page.goto(`${demo.origin}/${query}`);
    };

    const looksAt = async (tag: keyof Expected): Promise<void> => {
      const element = page.locator(tag);
      const shown = expected[engine][tag];
      if (shown === 'not offered') {
        await element.getByText(notOffered).waitFor();
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
    };

    const nothingWentWrong = async (): Promise<void> => {
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
    };

    it('shows what the engine has, and says what it has not', async () => {
      const { 'invoice-list': invoices } = expected[engine];
      await visit('?account=standard');
      await looksAt('plan-usage');
      await looksAt('usage-chart');
      if (invoices === 'not offered') {
        // The console has no tab for it; a page may still hold the element.
        await page.evaluate(() => {
          document
            .querySelector('billing-console')
            ?.replaceWith(
              ...['support-plan', 'invoice-list'].map((tag) => document.createElement(tag)),
            );
        });
        await looksAt('support-plan');
        await looksAt('invoice-list');
      } else {
        await page.getByRole('tab', { name: 'Support' }).click();
        await looksAt('support-plan');
        await page.getByRole('tab', { name: 'Invoices' }).click();
        await looksAt('invoice-list');
      }
      await nothingWentWrong();
    });
  });
