import { mkdirSync, writeFileSync } from 'node:fs';

import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { build } from 'vite';

import { root } from '../support/source.js';
import { launch, openPage } from './browser.js';
import { startForeignServer } from './foreign-server.js';

const folder = `${root}test-results/host`;

/** A page's code as Vite bundles it, by the path that each of its files has on the server. */
async function bundle(code: string): Promise<Map<string, string>> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/host.js`, code);
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    // By its name, as an installed package has it.
    resolve: { alias: { 'billing-elements': `${root}dist` } },
    build: {
      write: false,
      rolldownOptions: {
        input: `${folder}/host.js`,
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  return new Map(
    outputs.flatMap((file) =>
      file.type === 'chunk' ? [[`/${file.fileName}`, file.code] as const] : [],
    ),
  );
}

describe('a page bundled by its host', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });

  afterAll(() => browser.close());

  it('draws the chart, of which no part was dropped as unused', async () => {
    const files = await bundle(`import 'billing-elements/usage-chart.js';`);
    const server = await startForeignServer({
      head: '<script type="module" src="/host.js"></script>',
      page: '<usage-chart api-base="/billing/acme"></usage-chart>',
      files: (path) => files.get(path),
    });
    const { page, complaints } = await openPage(browser);
    await page.goto(server.origin);
    const bars = page.locator('usage-chart .plot svg path');
    await bars.nth(6).waitFor({ state: 'attached' });
    await server.close();
    expect(complaints.errors).to.eql([]);
  });
});
