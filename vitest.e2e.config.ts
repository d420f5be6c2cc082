import { defineConfig } from 'vitest/config';

import { countsOfVitest } from './test/support/reporters.js';

/**
 * What looks at the built package from outside: files of `dist/`, pages that use them, and the code
 * in the documentation.
 */
export default defineConfig({
  test: {
    globals: true,
    include: ['test/{docs,e2e,package/built}/**/*.test.ts'],
    // One browser at a time: what is measured here is measured alone.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', countsOfVitest('e2e')],
  },
});
