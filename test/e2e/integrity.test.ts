import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';

import { root } from '../support/source.js';
import { launch, openPage } from './browser.js';
import type { Complaints } from './browser.js';
import { startForeignServer } from './foreign-server.js';
import { strictPolicy } from '../support/strict-policy.js';

const folder = `${root}dist/cdn/`;
const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
const published = readFileSync(`${folder}import-map.json`, 'utf8');
const { integrity } = JSON.parse(published) as { integrity: Record<string, string> };

const hashOf = (algorithm: string, text: string | Buffer): string =>
  `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;

/** The chunk of this name, whatever its hash. */
const chunk = (name: string): string =>
  files.find((file) => file.replace(/-[\w-]{8}\.js$/, '') === name) ?? `no ${name}`;

/** As docs/embed.md says: the map with the address of the files, then the tag with the hash of its own. */
const map = published.replaceAll('"./', '"/dist/cdn/');
const entry = 'billing-elements.js';
const tag = (hash?: string): string =>
  `<script type="module" src="/dist/cdn/${entry}"${hash ? ` integrity="${hash}"` : ''}></script>`;
const guarded = `<script type="importmap">${map}</script>${tag(integrity[`./${entry}`])}`;

describe('The import map', () => {
  it('has the hash of every module beside it, and of nothing else', () => {
    const hashes = files.map((name) => [
      `./${name}`,
      hashOf('sha384', readFileSync(folder + name)),
    ]);
    expect(files).to.include(entry);
    expect(integrity).to.eql(Object.fromEntries(hashes));
  });
});

describe('A page that names the hashes', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });

  afterAll(() => browser.close());

  interface Opened {
    readonly page: Page;
    readonly complaints: Complaints;
    readonly close: () => Promise<void>;
  }

  /** A page to which one file comes with something added that it can be known by. */
  const open = async (altered: string | undefined, head = guarded): Promise<Opened> => {
    const server = await startForeignServer({
      page: `<billing-provider api-base="/billing/acme">
        <plan-usage>Your plan: see the post.</plan-usage><usage-chart></usage-chart>
      </billing-provider>`,
      head,
      policy: strictPolicy.replace("script-src 'self'", `$& '${hashOf('sha256', map)}'`),
      files: (path) =>
        altered && path === `/dist/cdn/${altered}`
          ? `globalThis.hasRun = true;${readFileSync(folder + altered, 'utf8')}`
          : undefined,
    });
    const { page, complaints } = await openPage(browser);
    await page.goto(server.origin);
    const close = async (): Promise<void> => {
      await page.context().close();
      await server.close();
    };
    return { page, complaints, close };
  };

  const hasRun = (page: Page): Promise<boolean> => page.evaluate(() => 'hasRun' in globalThis);

  it('shows everything when nothing was altered', async () => {
    const { page, complaints, close } = await open(undefined);
    await page.getByText('Team of acme').waitFor();
    await page.locator('usage-chart .plot svg').waitFor();
    expect(complaints).to.eql({ errors: [], violations: [] });
    await close();
  });

  it('never runs a chunk that was altered; its element says so, and the others stand', async () => {
    const { page, complaints, close } = await open(chunk('plan-usage.content'));
    await page.locator('plan-usage').getByRole('button', { name: 'Try again' }).waitFor();
    await page.locator('usage-chart .plot svg').waitFor();
    expect(await hasRun(page)).to.equal(false);
    expect(complaints.errors.join()).to.match(/integrity/i);
    await close();
  });

  for (const name of [entry, 'elements', 'api']) {
    it(`never runs ${name} when it was altered, and keeps the words in the tag`, async () => {
      const { page, complaints, close } = await open(name === entry ? name : chunk(name));
      await page.waitForLoadState('networkidle');
      expect(await page.getByText('Your plan: see the post.').isVisible()).to.equal(true);
      expect(await hasRun(page)).to.equal(false);
      expect(complaints.errors.join()).to.match(/integrity/i);
      await close();
    });
  }

  it('is needed for that: without hashes the same chunk runs', async () => {
    const { page, close } = await open(chunk('plan-usage.content'), tag());
    await page.getByText('Team of acme').waitFor();
    expect(await hasRun(page)).to.equal(true);
    await close();
  });
});
