/**
 * Tries every fault of a backend on every element: `npm run test:faults`, over what `npm run build`
 * made. `--engine firefox` names browsers, with commas between; `--fault reset` the faults with that
 * in their names. What came out stands in `test-results/faults.md`.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: process.env.ENGINES ?? 'chromium,firefox,webkit' },
    fault: { type: 'string', default: '' },
  },
});

const withWebKit = fileURLToPath(new URL('../support/with-webkit.sh', import.meta.url));
const needsWebKit = values.engine.split(',').includes('webkit');
const [program, ...args] = [
  ...(needsWebKit ? [withWebKit] : []),
  ...['npx', 'vitest', 'run', '--config', 'vitest.faults.config.ts'],
];
const { status } = spawnSync(program, args, {
  stdio: 'inherit',
  env: { ...process.env, ENGINES: values.engine, FAULT: values.fault },
});
process.exitCode = status ?? 1;
