/**
 * Runs npm scripts one after the other, stops at the first that fails, and closes with one line
 * that sums up every test runner among them.
 *
 * `node test/support/in-turn.js lint types test:unit`
 */
import { spawnSync } from 'node:child_process';

import { closingLine, forgetCounts } from './counts.js';

forgetCounts();
const failed = process.argv.slice(2).find((script) => !passes(script));
if (failed) console.error(`\nnpm run ${failed} failed.`);
console.log(`\n${closingLine()}`);
process.exitCode = failed ? 1 : 0;

function passes(script) {
  const started = Date.now();
  console.log(`\n> ${script}`);
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  console.log(`  ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return status === 0;
}
