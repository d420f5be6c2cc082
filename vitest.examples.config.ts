import { defineConfig } from 'vitest/config';

import { countsOfVitest } from './test/support/reporters.js';

/** The apps of `examples/`: each installs the packed package as a host does, is built, and is driven. */
export default defineConfig({
  test: {
    globals: true,
    include: ['test/examples/*.test.ts'],
    globalSetup: 'test/examples/support/packed.ts',
    // One install, one build and one browser at a time.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    reporters: ['default', countsOfVitest('examples')],
  },
});
