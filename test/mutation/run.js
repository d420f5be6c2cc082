/** `npm run test:mutation [-- area …]`: breaks the code of each area, and says what no test noticed. */
import { spawnSync } from 'node:child_process';

import { areas, areaOf } from './areas.js';

const asked = process.argv.slice(2);

for (const name of asked.length > 0 ? asked : Object.keys(areas)) {
  console.log(`\n== ${areaOf({ MUTATION_AREA: name }).name}`);
  const { status } = spawnSync('stryker', ['run', 'test/mutation/stryker.config.js'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, MUTATION_AREA: name },
  });
  // An area that falls short does not keep the others from being looked at.
  if (status !== 0) process.exitCode = 1;
}
