import { defineConfig } from 'vitest/config';

import { countsOfVitest } from './test/support/reporters.js';

const collectsCoverage = Boolean(process.env['COVERAGE']);

/** What needs no DOM, and what looks at the source as text. Elements run in a browser instead. */
export default defineConfig({
  test: {
    globals: true,
    include: ['test/{api,billing,conformance,engines,export,mocks,package,server}/**/*.test.ts'],
    exclude: ['test/package/built/**'],
    // The first typed lint, and exports of 100,000 records, take a while on a busy machine.
    testTimeout: 30_000,
    reporters: ['default', countsOfVitest('unit')],
    coverage: {
      enabled: collectsCoverage,
      include: ['src/**/*.ts'],
      exclude: ['src/contract/**', 'src/**/*.vendor.ts'],
      reporter: ['json'],
      reportsDirectory: 'coverage/unit',
    },
  },
});
