/**
 * One figure from two runners: a line counts as covered when a test in Node or in the browser ran it.
 *
 * vitest names the lines that hold code, also of files that no test loads; the browser's report
 * knows only which lines of a file it ran. Writes `coverage/lcov.info`, prints what is not covered,
 * and fails below the threshold.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const THRESHOLD = 95;

const root = fileURLToPath(new URL('../../', import.meta.url));
const inNode = linesOf('coverage/unit/coverage-final.json');
const inBrowser = linesOf('coverage/browser/coverage-final.json');

const files = [...inNode]
  .map(([file, lines]) => ({ file, lines: merged(lines, inBrowser.get(file)) }))
  .filter(({ lines }) => lines.size > 0)
  .sort((a, b) => a.file.localeCompare(b.file));

writeFileSync(`${root}coverage/lcov.info`, files.map(lcovOf).join(''));

const total = shareOf(files.flatMap(({ lines }) => [...lines.values()]));
for (const { file, lines } of files) {
  const share = shareOf([...lines.values()]);
  if (share < 100) console.log(`${share.toFixed(1).padStart(6)} %  ${file}  ${missed(lines)}`);
}
console.log(`${total.toFixed(1)} % of lines are covered; at least ${THRESHOLD} % should be.`);
process.exitCode = total < THRESHOLD ? 1 : 0;

/** For each file of an istanbul report, how often each line that starts a statement ran. */
function linesOf(report) {
  const found = JSON.parse(readFileSync(root + report, 'utf8'));
  return new Map(
    Object.values(found).map(({ path, statementMap, s }) => {
      const lines = new Map();
      for (const [id, { start }] of Object.entries(statementMap)) {
        lines.set(start.line, Math.max(lines.get(start.line) ?? 0, s[id]));
      }
      return [relative(root, path), lines];
    }),
  );
}

function merged(lines, others = new Map()) {
  return new Map([...lines].map(([line, hits]) => [line, Math.max(hits, others.get(line) ?? 0)]));
}

function shareOf(hits) {
  return hits.length === 0 ? 100 : (100 * hits.filter((count) => count > 0).length) / hits.length;
}

/** The lines that never ran, neighbours as one: `12-14, 30`. */
function missed(lines) {
  const numbers = [...lines].filter(([, hits]) => hits === 0).map(([line]) => line);
  const runs = [];
  for (const line of numbers.sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.to === line - 1) last.to = line;
    else runs.push({ from: line, to: line });
  }
  return runs.map(({ from, to }) => (from === to ? from : `${from}-${to}`)).join(', ');
}

function lcovOf({ file, lines }) {
  const rows = [...lines].map(([line, hits]) => `DA:${line},${hits}`);
  return ['TN:', `SF:${file}`, ...rows, 'end_of_record', ''].join('\n');
}
