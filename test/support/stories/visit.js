/**
 * Opens every story of `storybook-static/` in Chromium and fails on what is wrong with it: a story
 * that throws, a `play` that fails, an uncaught error, what axe finds in any of the twelve ways in
 * which people may see it, a look that is not the one in `test/looks/`.
 *
 *     node test/support/stories/visit.js [part of an id]
 *     node test/support/stories/visit.js --looks [part of an id]     looks alone
 *     node test/support/stories/visit.js --update [part of an id]    takes new pictures
 *
 * What was found also stands in `test-results/stories.md`.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { chromium } from 'playwright-core';

import { recordOutcomes } from '../counts.js';
import { chromiumArgs, findProgram } from '../programs.js';
import { serveFolder } from '../static-server.js';
import { axeFindings, combinations } from './axe-matrix.js';
import { docsFaults } from './docs-pages.js';
import { clearLooks, lookAt, lookCounts, prepareLooks } from './looks.js';
import { openStory } from './open-story.js';
import { writeReport } from './report.js';

/** One more than the cores that it is made for: a story also waits. */
const AT_ONCE = 3;
const nothing = { faults: [], explained: [] };

const folder = fileURLToPath(new URL('../../../storybook-static/', import.meta.url));
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    looks: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
  },
});
const wanted = positionals[0] ?? '';
const isUpdate = values.update;
const isLooksOnly = values.looks || isUpdate;
const began = Date.now();

const { entries } = JSON.parse(readFileSync(`${folder}index.json`, 'utf8'));
const found = Object.values(entries).filter(({ id }) => id.includes(wanted));
const ids = found.filter(({ type }) => type === 'story').map(({ id }) => id);
const docs = isLooksOnly ? [] : found.filter(({ type }) => type === 'docs');

const server = await serveFolder(folder);
const browser = await chromium.launch({
  executablePath: findProgram('chromium'),
  args: chromiumArgs,
});
const visits = [];
try {
  await prepareLooks(browser, { isUpdate, isWhole: wanted === '' });
  const waiting = [
    ...docs.map((entry) => () => visitDocs(entry)),
    ...ids.map((id) => () => visitStory(id)),
  ];
  await Promise.all(Array.from({ length: AT_ONCE }, () => visitAll(waiting)));
} finally {
  await browser.close();
  await server.close();
}

const left = wanted === '' ? clearLooks(ids, { isUpdate }) : [];
if (left.length > 0) tell({ id: 'looks', faults: left });

const failed = visits.filter(({ faults }) => faults.length > 0).length;
if (!isLooksOnly) {
  recordOutcomes(
    'stories',
    visits.map(({ faults }) => (faults.length > 0 ? 'failed' : 'passed')),
  );
  writeReport(visits, combinations);
}
const pictures = Object.entries(lookCounts)
  .filter(([, count]) => count > 0)
  .map(([kind, count]) => `${count} ${kind}`);
console.log(
  `\n${ids.length} stories${isLooksOnly ? '' : `, each in ${combinations.length} ways`}; ` +
    `${docs.length} pages of docs; pictures: ${pictures.join(', ') || 'none'}; ` +
    `${Math.round((Date.now() - began) / 1000)} s; ${failed} failed`,
);
process.exitCode = failed > 0 || ids.length === 0 ? 1 : 0;

async function visitAll(waiting) {
  for (let visit = waiting.shift(); visit; visit = waiting.shift()) tell(await visit());
}

async function visitDocs(entry) {
  return { id: entry.id, faults: await docsFaults(browser, server.address, entry) };
}

async function visitStory(id) {
  return { id, ...(await visitOf(id)) };
}

function tell({ explained = [], faults, id }) {
  visits.push({ id, faults, explained });
  console.log(faults.length > 0 ? `✗ ${id}\n    ${faults.join('\n    ')}` : `✓ ${id}`);
}

async function visitOf(id) {
  const story = await openStory(browser, server.address, id);
  try {
    if (story.faults.length > 0) return { faults: [...story.faults, ...story.uncaught] };
    const looks = await lookAt(story.page, id, { isUpdate });
    const { explained, faults } = isLooksOnly ? nothing : await axeFindings(story.page);
    return { faults: [...looks, ...faults, ...story.uncaught], explained };
  } catch (error) {
    return { faults: [...story.faults, error.message, ...story.uncaught] };
  } finally {
    await story.close();
  }
}
