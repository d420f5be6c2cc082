import { areaOf } from './areas.js';

const { name, mutate, tables = false } = areaOf(process.env);

/**
 * Breaks the code of one area in every way that Stryker knows, one at a time, and runs the tests that
 * reach it: what no test notices is a test that is missing.
 */
export default {
  mutate,
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  // Their value is there before a test begins: each needs a run of its own of every test.
  ignoreStatic: !tables,
  ignorePatterns: [
    'coverage',
    'dist',
    'examples',
    'storybook-static',
    'test-results',
    'test/looks',
  ],
  tempDirName: `test-results/mutation/${name}-sandbox`,
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: `test-results/mutation/${name}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
  concurrency: Number(process.env['MUTATION_CONCURRENCY'] ?? 2),
};
