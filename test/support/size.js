/**
 * What a page fetches before it needs anything more: an entry of `dist/` with all it imports
 * statically, packages included, minified and gzipped. Lazy chunks are not counted.
 *
 * Fails where one is over its budget.
 */
import { gzipSync } from 'node:zlib';

import { build } from 'esbuild';

import { heavyPackages } from '../../eslint.layers.js';

const budgets = [
  { entry: 'dist/plan-usage.js', limit: 18_000 },
  { entry: 'dist/invoice-list.js', limit: 18_000 },
  { entry: 'dist/support-plan.js', limit: 18_000 },
  { entry: 'dist/usage-chart.js', limit: 20_000 },
  { entry: 'dist/billing-checkout.js', limit: 20_000 },
  { entry: 'dist/all.js', limit: 45_000 },
  // What it asks for on a page that has no element yet, it asks for at once.
  { entry: 'dist/cdn/billing-elements.js', limit: 45_000, isLoader: true },
];

const sizes = await Promise.all(budgets.map(initialSize));
const rows = budgets.map(({ entry, limit }, index) => ({ entry, limit, size: sizes[index] }));

console.log('first load, minified and gzipped');
for (const { entry, limit, size } of rows) {
  console.log(
    `${entry.padEnd(30)}${inKb(size)} of ${inKb(limit)}${size > limit ? '  too big' : ''}`,
  );
}
process.exitCode = rows.some(({ limit, size }) => size > limit) ? 1 : 0;

async function initialSize({ entry, isLoader = false }) {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    conditions: ['production'],
    // Left where they are: brought in, those that are CommonJS would add the bundler's own means for
    // that to every first load. That none of them is needed from the start is looked at below.
    external: heavyPackages.flatMap((name) => [name, `${name}/*`]),
    outdir: 'unwritten',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const paths = Object.keys(metafile.outputs);
  const first = paths.find((path) => metafile.outputs[path].entryPoint === entry);
  const needed = staticImports(first, metafile.outputs);
  if (isLoader) {
    for (const { path } of metafile.outputs[first].imports) {
      staticImports(path, metafile.outputs, needed);
    }
  }
  return [...needed]
    .map((path) => outputFiles[paths.indexOf(path)].contents)
    .reduce((sum, contents) => sum + gzipSync(contents, { level: 9 }).length, 0);
}

function staticImports(path, outputs, seen = new Set()) {
  seen.add(path);
  for (const { path: next, kind, external } of outputs[path].imports) {
    if (kind !== 'import-statement' || seen.has(next)) continue;
    if (external) throw new Error(`${next} is needed from the start.`);
    staticImports(next, outputs, seen);
  }
  return seen;
}

function inKb(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
}
