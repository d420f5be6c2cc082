import { defineConfig } from 'vitest/config';

import { lanes } from './test/faults/lanes.js';
import { countsOfVitest } from './test/support/reporters.js';

/** Every fault of a backend on every element, over the built package. */
export default defineConfig({
  test: {
    globals: true,
    include: ['test/faults/**/*.test.ts'],
    maxConcurrency: lanes,
    testTimeout: 250_000,
    hookTimeout: 250_000,
    reporters: ['default', countsOfVitest('faults')],
  },
});
