import { fileURLToPath } from 'node:url';

import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';

import { firefoxLauncher } from './test/support/firefox-launcher.js';
import { chromiumArgs, findProgram } from './test/support/programs.js';
import { countsOfTestRunner } from './test/support/reporters.js';
import {
  browserCommands,
  engineGate,
  mockWorker,
  policyGate,
  reportPolicy,
  vendorBundles,
} from './test/support/runner-plugins.js';
import { webkitLauncher } from './test/support/webkit-launcher.js';

const collectsCoverage = Boolean(process.env.COVERAGE);
const { ENGINE: engine = 'chromium' } = process.env;

const launchers = {
  chromium: () =>
    chromeLauncher({
      launchOptions: { executablePath: findProgram('chromium'), args: chromiumArgs },
    }),
  firefox: firefoxLauncher,
  webkit: webkitLauncher,
};

/** Its patterns are about the tree that Chromium alone shows. */
const folders = ['elements', 'i18n', 'state', 'ui', ...(engine === 'chromium' ? ['a11y'] : [])];

/** What needs a document: elements, and what they stand on. The rest runs in vitest. */
export default {
  // A thousand schedules of one purchase take about two minutes on a small machine.
  testsFinishTimeout: process.env.THOROUGH ? 6_000_000 : 600_000,
  files: `test/{${folders.join()}}/**/*.test.ts`,
  nodeResolve: { exportConditions: ['browser', 'development'] },
  middleware: [reportPolicy],
  plugins: [
    mockWorker(),
    vendorBundles(),
    browserCommands(engine),
    policyGate(),
    ...(engine === 'chromium' ? [] : [engineGate()]),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
  ],
  // axe reads whole dialogs: on a busy machine of two cores that takes longer than mocha's 2 s. The
  // other engines draw large charts several times as slowly.
  testFramework: { config: { timeout: engine === 'chromium' ? 10_000 : 30_000 } },
  browsers: [launchers[engine]()],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  coverage: collectsCoverage,
  coverageConfig: {
    include: ['src/**'],
    exclude: ['src/contract/**', 'src/**/*.vendor.ts'],
    reporters: ['json'],
    reportDir: 'coverage/browser',
  },
  reporters: [
    defaultReporter({ reportTestProgress: false }),
    countsOfTestRunner(`browser-${engine}`),
  ],
};
