/** Takes the pictures of the README, docs/images/console-*.png, from the demo: npm run docs:pictures */
import { mkdirSync } from 'node:fs';

import { chromium } from 'playwright-core';
import { createServer } from 'vite';

import { chromiumArgs, findProgram } from './programs.js';

const folder = new URL('../../docs/images/', import.meta.url).pathname;
const size = { width: 1280, height: 1010 };
// Elements beside each other, as a host may put them, without the demo's own switches.
const layout = `
  .switches, .crumbs { display: none !important; }
  main { max-inline-size: none !important; }
  .pair { display: grid; grid-template-columns: 27rem 1fr; gap: 2rem; align-items: start; }
  usage-chart { --usage-chart-height: 28rem; }
`;
const elements = ['plan-usage', 'usage-chart'];

const demo = await createServer({
  configFile: 'vite.demo.config.ts',
  server: { port: 0, strictPort: false, watch: null },
  logLevel: 'error',
});
await demo.listen();
const browser = await chromium.launch({
  executablePath: findProgram('chromium'),
  args: chromiumArgs,
});

mkdirSync(folder, { recursive: true });
for (const colorScheme of ['light', 'dark']) {
  const context = await browser.newContext({
    colorScheme,
    viewport: size,
    locale: 'en-US',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(demo.resolvedUrls.local[0]);
  await page.addStyleTag({ content: layout });
  await page.locator('main > billing-provider').evaluate((provider, tags) => {
    const pair = document.createElement('div');
    pair.className = 'pair';
    pair.append(...tags.map((tag) => document.createElement(tag)));
    pair.querySelector('usage-chart').range = '4w';
    provider.replaceChildren(pair);
  }, elements);
  for (const tag of elements) await page.locator(`${tag}:state(ready)`).waitFor();
  await page.locator('usage-chart .plot svg').waitFor();
  const path = `${folder}console-${colorScheme}.png`;
  const { length } = await page.screenshot({ path, animations: 'disabled' });
  console.log(`${path}: ${Math.ceil(length / 1000)} kB`);
  await context.close();
}

await browser.close();
await demo.close();
