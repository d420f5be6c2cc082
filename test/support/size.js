/**
 * What a page fetches before it needs anything more: an entry of `dist/` with all it imports
 * statically, packages included, minified and gzipped. Lazy chunks are not counted.
 *
 * Fails where one is over its budget.
 */
import { heavyPackages } from '../../eslint.layers.js';
import { firstLoad } from './first-load.js';

const budgets = [
  { entry: 'dist/plan-usage.js', limit: 18_000 },
  { entry: 'dist/invoice-list.js', limit: 18_000 },
  { entry: 'dist/support-plan.js', limit: 18_000 },
  { entry: 'dist/usage-chart.js', limit: 20_000 },
  { entry: 'dist/billing-checkout.js', limit: 20_000 },
  { entry: 'dist/all.js', limit: 45_000 },
  // What it asks for on a page that has no element yet, it asks for at once.
  { entry: 'dist/cdn/billing-elements.js', limit: 45_000, followLazy: true },
];

// Left where they are: brought in, those that are CommonJS would add the bundler's own means for
// that to every first load. That none of them is needed from the start is looked at on the way.
const external = heavyPackages.flatMap((name) => [name, `${name}/*`]);

const rows = await Promise.all(
  budgets.map(async ({ entry, limit, followLazy }) => {
    const { zipped } = await firstLoad(entry, { external, followLazy });
    return { entry, limit, size: zipped };
  }),
);

console.log('first load, minified and gzipped');
for (const { entry, limit, size } of rows) {
  console.log(
    `${entry.padEnd(30)}${inKb(size)} of ${inKb(limit)}${size > limit ? '  too big' : ''}`,
  );
}
process.exitCode = rows.some(({ limit, size }) => size > limit) ? 1 : 0;

function inKb(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
}
