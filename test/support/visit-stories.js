/**
 * Opens every story of `storybook-static/` in Chromium and fails on what is wrong with it: a story
 * that throws, a `play` that fails, an uncaught error, something that axe finds.
 *
 * `node test/support/visit-stories.js [part of an id]`
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { chromiumArgs, findProgram } from './programs.js';
import { recordOutcomes } from './counts.js';
import { serveFolder } from './static-server.js';

const LATEST = 20_000;
const SETTLED = 3_000;
const AT_ONCE = 2;

const folder = fileURLToPath(new URL('../../storybook-static/', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wanted = process.argv[2] ?? '';

const { entries } = JSON.parse(readFileSync(`${folder}index.json`, 'utf8'));
const ids = Object.values(entries)
  .filter(({ type, id }) => type === 'story' && id.includes(wanted))
  .map(({ id }) => id);

const server = await serveFolder(folder);
const browser = await chromium.launch({
  executablePath: findProgram('chromium'),
  args: chromiumArgs,
});
const outcomes = [];
try {
  const waiting = [...ids];
  await Promise.all(Array.from({ length: AT_ONCE }, () => visitAll(waiting)));
} finally {
  await browser.close();
  await server.close();
}
recordOutcomes('stories', outcomes);
const failed = outcomes.filter((outcome) => outcome === 'failed').length;
console.log(`\n${ids.length} stories, ${failed} failed`);
process.exitCode = failed > 0 || ids.length === 0 ? 1 : 0;

async function visitAll(waiting) {
  for (let id = waiting.shift(); id; id = waiting.shift()) {
    const faults = await faultsOf(id);
    outcomes.push(faults.length > 0 ? 'failed' : 'passed');
    console.log(faults.length > 0 ? `✗ ${id}\n    ${faults.join('\n    ')}` : `✓ ${id}`);
  }
}

/** A context of its own for each story: nothing that one has stored reaches the next. */
async function faultsOf(id) {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
  const page = await context.newPage();
  const uncaught = [];
  page.on('pageerror', (error) => uncaught.push(`uncaught: ${error.message}`));
  try {
    await page.addInitScript(watchStory);
    await page.goto(`${server.address}/iframe.html?id=${id}&viewMode=story`);
    const end = await within(LATEST, page.evaluate('window.storyEnd'));
    // Faults are looked for in what the answers became; a story whose answers never come, as it is.
    await page.waitForLoadState('networkidle', { timeout: SETTLED }).catch(() => undefined);
    const ended = end === 'success' ? [] : [`ended with: ${end}`];
    return [...ended, ...(await axeFaults(page)), ...uncaught];
  } catch (error) {
    return [error.message, ...uncaught];
  } finally {
    await context.close();
  }
}

async function axeFaults(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate("window.axe.run('#storybook-root')");
  return violations.map(
    ({ id, nodes }) => `axe ${id}: ${nodes.map(({ target }) => target).join()}`,
  );
}

function within(milliseconds, promise) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds, 'nothing: it never finished');
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Runs in the page before anything else does: Storybook tells its channel how a story ended. */
function watchStory() {
  window.storyEnd = new Promise((end) => {
    const timer = setInterval(() => {
      const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
      if (!channel) return;
      clearInterval(timer);
      // 'error' also when the accessibility addon found something.
      channel.on('storyFinished', ({ status }) => end(status));
      for (const event of ['playFunctionThrewException', 'storyThrewException', 'storyErrored']) {
        channel.on(event, ({ message, description }) => end(message ?? description));
      }
    }, 5);
  });
}
