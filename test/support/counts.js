/**
 * How many tests passed, over all runners. Each runner leaves its figures in a file of its own, so
 * that one closing line can sum them up: `25 passed, 0 failed`.
 *
 * `node test/support/counts.js` prints that line.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../test-results/counts/', import.meta.url));

export function forgetCounts() {
  rmSync(folder, { recursive: true, force: true });
}

/** Keeps a runner's figures; `outcomes` is one of 'passed', 'failed', 'skipped' for each test. */
export function recordOutcomes(runner, outcomes) {
  const count = (kind) => outcomes.filter((outcome) => outcome === kind).length;
  const figures = {
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${runner}.json`), JSON.stringify(figures));
}

export function closingLine() {
  const all = recordedFigures();
  const sum = (kind) => all.reduce((total, figures) => total + figures[kind], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

function recordedFigures() {
  try {
    const files = readdirSync(folder);
    return files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
  } catch {
    return [];
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`\n${closingLine()}`);
