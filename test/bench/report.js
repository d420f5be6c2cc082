/** What was measured, as people read it. */
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';

import { findProgram } from '../support/programs.js';
import { root } from './places.js';

/** A part with its table, and which of its goals are reached. */
export function partOf({ title, about }, { columns, rows, goals }) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const table = [columns, columns.map(() => '---'), ...rows].map(line).join('\n');
  const reached = goals.map(goalOf).join('\n');
  return `## ${title}\n\n${about.trim()}\n\n${table}\n${reached && `\n${reached}\n`}`;
}

function goalOf({ says, value, atMost, atLeast, why }) {
  const isReached = atMost === undefined ? value >= atLeast : value <= atMost;
  const goal = atMost === undefined ? `at least ${atLeast}` : `at most ${atMost}`;
  const measured = Number.isInteger(value) ? value : value.toFixed(2);
  return `- ${says}: ${measured}; ${goal} was the goal. ${isReached ? 'Reached.' : `**Not reached.** ${why}`}`;
}

/** The page of docs. */
export async function documentOf(texts, { rounds, minutes }) {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const chromium = execFileSync(findProgram('chromium'), ['--version'], {
    encoding: 'utf8',
  }).trim();
  const [{ model }, ...others] = cpus();
  const packages = await Promise.all(
    ['lit', 'echarts', 'papaparse', 'vite', 'esbuild'].map(withVersion),
  );
  return `# Performance

Written by \`npm run bench\`, which measures all of it in one run: medians of ${rounds} ${rounds === 1 ? 'round' : 'rounds'}, in which each variant has its turn
before any has its next, after one round that does not count. Compare rows of one table and trust the ratios; the times
are those of one machine.

- ${new Date().toISOString().slice(0, 10)}, ${minutes.toFixed(0)} minutes, billing-elements ${version}
- ${model.trim()}, ${others.length + 1} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release().split('-')[0]}, Node ${process.version.slice(1)}, ${chromium}
- ${packages.join(', ')}

${texts.join('\n')}
## What is done for it

- What an element draws with is fetched beside its first request, in three files at most; the files of the script tag come with
  all that they import, and ECharts beside the first request.
- A chart that is more than a screen away is not fetched and not drawn before it comes near; one observer looks after all of them.
- Style sheets are made once for each class and shared by its instances. Formatters of numbers and dates are made once for
  each language. Listeners of the page's life and of its language are one for all elements; a timer runs only where somebody waits.
- Equal requests on their way are one.
`;
}

async function withVersion(name) {
  const file = join(root, 'node_modules', name, 'package.json');
  return `${name} ${JSON.parse(await readFile(file, 'utf8')).version}`;
}
