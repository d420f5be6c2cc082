import { readFileSync } from 'node:fs';

import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';

import type { RunningServer } from '../../mocks/node-server.js';
import { root } from '../support/source.js';
import { countRequests, launch, openPage } from './browser.js';
import type { Complaints } from './browser.js';
import { look, strayAddresses } from './hostile/looked.js';
import { names } from './hostile/payloads.js';
import { startMockSite } from './mock-site.js';

interface Declared {
  readonly tagName?: string;
  readonly attributes?: readonly { readonly name: string }[];
  readonly cssProperties?: readonly { readonly name: string }[];
}

const manifest = JSON.parse(readFileSync(`${root}dist/custom-elements.json`, 'utf8')) as {
  modules: { declarations?: Declared[] }[];
};
const declared = manifest.modules.flatMap(({ declarations }) => declarations ?? []);
const elements = declared.filter(({ tagName }) => tagName && tagName !== 'billing-provider');
const tokens = [
  ...new Set(declared.flatMap(({ cssProperties }) => cssProperties ?? []).map(({ name }) => name)),
];

const evil = '//evil.example/x';
const values = [
  `url(${evil})`,
  `image-set("${evil}" 1x)`,
  'expression(globalThis.pwned=1)',
  '9'.repeat(400),
];
const attributes = [
  ...names,
  'javascript:globalThis.pwned=1',
  '"><img src=x onerror=globalThis.pwned=1>',
  '\u202E',
  '',
];

const raw = /.{0,80}(?:native code|=>|\[object|\bundefined\b|\bNaN\b|Invalid Date).*/u;

describe('A page that is careless, or has an enemy beside it', () => {
  let browser: Browser;
  let server: RunningServer;
  let page: Page;
  let complaints: Complaints;
  let asked: string[];
  let untilQuiet: () => Promise<void>;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launch(), startMockSite()]);
  });

  afterAll(() => Promise.all([browser.close(), server.close()]));

  const open = async (tag: string): Promise<void> => {
    ({ page, complaints } = await openPage(browser));
    untilQuiet = countRequests(page);
    await page.addInitScript(() => {
      const { addEventListener } = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (name, ...rest) {
        if (name === 'message' && this === window) Reflect.set(globalThis, 'listened', true);
        addEventListener.call(this, name, ...rest);
      };
    });
    await page.goto(
      `${server.origin}/${tag}?purpose=plan&plan-id=plan_advanced&api-base=/api/billing/accounts/acc_1`,
    );
    await settled(tag);
    asked = [];
    page.on('request', (request) => asked.push(request.url()));
  };

  /** Until nothing is asked for any more. */
  const settled = async (tag: string): Promise<void> => {
    await untilQuiet();
    await page
      .locator(`${tag}:is(:state(ready), :state(partial), :state(empty), :state(error))`)
      .waitFor();
  };

  afterEach(async () => {
    const ran = await page.evaluate(() => Reflect.get(globalThis, 'pwned') as unknown);
    const polluted = await page.evaluate(() => Object.keys(Object.prototype));
    await page.context().close();
    // An operation of a made-up name is asked for, and is not there.
    const errors = complaints.errors.filter((text) => !text.includes('status of 404'));
    const { violations } = complaints;
    expect({ ran, polluted, errors, violations }).to.eql({
      ran: undefined,
      polluted: [],
      errors: [],
      violations: [],
    });
  });

  for (const { attributes: known = [], tagName: tag = '' } of elements) {
    it(`leads <${tag}> nowhere by its attributes`, async () => {
      await open(tag);
      const own = known.map(({ name }) => name).filter((name) => name !== 'api-base');
      for (const value of attributes) {
        await page.evaluate(
          ([selector, attributeNames, text]) => {
            for (const name of attributeNames)
              document.querySelector(selector)?.setAttribute(name, text);
          },
          [tag, own, value] as const,
        );
        await settled(tag);
        const { addresses, text } = await page.evaluate(look);
        expect(raw.exec(text)?.[0], value).to.equal(undefined);
        expect(strayAddresses(addresses), value).to.eql([]);
      }
      expect(asked.filter((url) => !url.startsWith(server.origin))).to.eql([]);
    });
  }

  for (const tag of ['plan-usage', 'usage-chart', 'invoice-list']) {
    it(`loads nothing into <${tag}> by its theme`, async () => {
      await open(tag);
      for (const value of values) {
        const unset = await page.evaluate(
          ([list, text]) => {
            const { style } = document.documentElement;
            for (const name of list) style.setProperty(name, text);
            return list.filter((name) => style.getPropertyValue(name) !== text);
          },
          [tokens, value] as const,
        );
        expect(unset, `not set to ${value}`).to.eql([]);
        // What style sheets ask for is asked for when it is drawn.
        await page.screenshot();
      }
      expect(tokens).not.to.eql([]);
      expect(asked.filter((url) => !url.startsWith(server.origin))).to.eql([]);
    });
  }

  it('tells <billing-console> nothing by messages', async () => {
    await open('billing-console');
    const before = (await page.evaluate(look)).text;
    await page.evaluate(async () => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const forged = [
        { type: 'checkout-completed', operationId: 'op_1', status: 'completed' },
        { type: 'billing-error', code: 'unauthenticated' },
        { source: 'billing-elements', apiBase: 'https://evil.example' },
        '{"event":"payment.succeeded"}',
      ];
      for (let count = 0; count < 500; count += 1) {
        const view = count % 2 === 0 ? window : frame.contentWindow;
        view?.parent.postMessage(forged[count % forged.length], '*');
      }
      await new Promise((done) => {
        addEventListener('message', ({ data }) => {
          if (data === 'last') done(undefined);
        });
        postMessage('last');
      });
      frame.remove();
    });
    expect((await page.evaluate(look)).text).to.equal(before);
    expect(asked).to.eql([]);
  });

  it('listens to no messages', async () => {
    await open('billing-console');
    expect(await page.evaluate(() => 'listened' in globalThis)).to.equal(false);
  });
});
