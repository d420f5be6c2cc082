import { defineConfig } from 'vitest/config';

import { areaOf } from './areas.js';

/** The tests of one area, and no others: each runs once for each mutant that it reaches. */
export default defineConfig({
  test: { globals: true, include: areaOf(process.env).tests, testTimeout: 30_000 },
});
