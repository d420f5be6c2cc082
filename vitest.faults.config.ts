import { defineConfig } from 'vitest/config';

import { countsOfVitest } from './test/support/reporters.js';

/** Every fault of a backend on every element, over the built package. */
export default defineConfig({
  test: {
    globals: true,
    include: ['test/faults/**/*.test.ts'],
    testTimeout: 130_000,
    hookTimeout: 60_000,
    reporters: ['default', countsOfVitest('faults')],
  },
});
