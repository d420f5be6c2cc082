/**
 * Opens every story of `storybook-static/` in Chromium and fails on what is wrong with it: a story
 * that throws, a `play` that fails, an uncaught error, or what axe finds in any of the twelve ways
 * in which people may see it.
 *
 * `node test/support/stories/visit.js [part of an id]`
 *
 * What was found also stands in `test-results/stories.md`.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { recordOutcomes } from '../counts.js';
import { chromiumArgs, findProgram } from '../programs.js';
import { serveFolder } from '../static-server.js';
import { axeFindings, combinations } from './axe-matrix.js';
import { openStory } from './open-story.js';
import { writeReport } from './report.js';

const AT_ONCE = 2;

const folder = fileURLToPath(new URL('../../../storybook-static/', import.meta.url));
const wanted = process.argv[2] ?? '';
const began = Date.now();

const { entries } = JSON.parse(readFileSync(`${folder}index.json`, 'utf8'));
const ids = Object.values(entries)
  .filter(({ type, id }) => type === 'story' && id.includes(wanted))
  .map(({ id }) => id);

const server = await serveFolder(folder);
const browser = await chromium.launch({
  executablePath: findProgram('chromium'),
  args: chromiumArgs,
});
const visits = [];
try {
  const waiting = [...ids];
  await Promise.all(Array.from({ length: AT_ONCE }, () => visitAll(waiting)));
} finally {
  await browser.close();
  await server.close();
}

const failed = visits.filter(({ faults }) => faults.length > 0).length;
recordOutcomes(
  'stories',
  visits.map(({ faults }) => (faults.length > 0 ? 'failed' : 'passed')),
);
writeReport(visits, combinations);
console.log(
  `\n${ids.length} stories, each in ${combinations.length} ways, ` +
    `in ${Math.round((Date.now() - began) / 1000)} s: ${failed} failed`,
);
process.exitCode = failed > 0 || ids.length === 0 ? 1 : 0;

async function visitAll(waiting) {
  for (let id = waiting.shift(); id; id = waiting.shift()) {
    const visit = { id, faults: [], explained: [], ...(await visitOf(id)) };
    visits.push(visit);
    const { faults } = visit;
    console.log(faults.length > 0 ? `✗ ${id}\n    ${faults.join('\n    ')}` : `✓ ${id}`);
  }
}

async function visitOf(id) {
  const story = await openStory(browser, server.address, id);
  try {
    const findings = story.faults.length > 0 ? {} : await axeFindings(story.page);
    const { faults = [], explained = [] } = findings;
    return { faults: [...story.faults, ...faults, ...story.uncaught], explained };
  } catch (error) {
    return { faults: [...story.faults, error.message, ...story.uncaught] };
  } finally {
    await story.close();
  }
}
