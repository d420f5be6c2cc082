/**
 * Measures the elements, and what people would pick instead, in one run.
 *
 * `npm run bench` measures all of it and writes docs/performance.md; `npm run bench -- csv` one part,
 * and prints it. `--rounds 3` measures less often, to try something; then nothing is written either,
 * unless `--write` asks for it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { buckets } from './buckets.js';
import { bytes } from './bytes.js';
import { crowd } from './crowd.js';
import { csv } from './csv.js';
import { firstView } from './first-view.js';
import { handler } from './handler.js';
import { invoices } from './invoices.js';
import { mounts } from './mounts.js';
import { rivalsFolder, root } from './places.js';
import { documentOf, partOf } from './report.js';

const all = [bytes, firstView, buckets, crowd, csv, handler, invoices, mounts];
const usualRounds = 9;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, write: { type: 'boolean', default: false } },
});
const rounds = Number(values.rounds ?? usualRounds);
const parts = all.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const isWritten = parts.length === all.length && (rounds >= usualRounds || values.write);

if (parts.length === 0 || !(rounds >= 1)) {
  console.error(`npm run bench -- [${all.map(({ name }) => name).join('] [')}] [--rounds n]`);
  process.exit(1);
}
if (!existsSync(join(root, 'dist/cdn/billing-elements.js'))) {
  console.error('There is no dist/: npm run build');
  process.exit(1);
}

const needsRivals = parts.some((part) => part === bytes || part === firstView);
if (needsRivals) await installRivals();

const begin = performance.now();
const texts = [];
for (const part of parts) {
  const started = performance.now();
  const text = await measured(part);
  console.log(`${text}\n(${((performance.now() - started) / 1000).toFixed(0)} s)\n`);
  texts.push(text);
}
const minutes = (performance.now() - begin) / 60_000;
console.log(`${minutes.toFixed(1)} minutes`);

if (isWritten) {
  await writeFile(join(root, 'docs/performance.md'), await documentOf(texts, { rounds, minutes }));
  spawnSync('npx', ['prettier', '--write', 'docs/performance.md'], { cwd: root });
  console.log('docs/performance.md');
}

/** One part that fails does not take the others with it. */
async function measured(part) {
  try {
    return partOf(part, await part.measure({ rounds }));
  } catch (error) {
    process.exitCode = 1;
    console.error(error);
    return `## ${part.title}\n\n**Not measured:** ${String(error.message).split('\n')[0]}\n`;
  }
}

/** What the elements are measured beside, from its own lock file; once for each of that file's states. */
async function installRivals() {
  const lock = await readFile(join(rivalsFolder, 'package-lock.json'), 'utf8');
  const note = join(rivalsFolder, 'node_modules/.installed');
  if (existsSync(note) && (await readFile(note, 'utf8')) === lock) return;
  const { status } = spawnSync(
    'npm',
    // They ask for versions of React that do not go together.
    ['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: rivalsFolder, stdio: ['ignore', 'inherit', 'inherit'], timeout: 300_000 },
  );
  if (status === 0) await writeFile(note, lock);
  else console.warn('Not all could be installed that the elements are measured beside.');
}
