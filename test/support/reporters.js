/** Reporters that leave each runner's figures for the closing line. */
import { recordOutcomes } from './counts.js';

/** For @web/test-runner. */
export function countsOfTestRunner(name) {
  return {
    onTestRunFinished({ sessions }) {
      recordOutcomes(name, sessions.flatMap(outcomesOfSession));
    },
  };
}

/** For vitest. */
export function countsOfVitest(name) {
  return {
    onTestRunEnd(modules, unhandledErrors) {
      recordOutcomes(name, [
        ...modules.flatMap(outcomesOfModule),
        ...unhandledErrors.map(() => 'failed'),
      ]);
    },
  };
}

function outcomesOfSession(session) {
  const own = outcomesOfSuite(session.testResults);
  // A file that did not load has no tests, and an error outside of them belongs to none.
  return session.passed || own.includes('failed') ? own : [...own, 'failed'];
}

function outcomesOfSuite(suite) {
  return [
    ...(suite?.tests ?? []).map((test) =>
      test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed',
    ),
    ...(suite?.suites ?? []).flatMap(outcomesOfSuite),
  ];
}

function outcomesOfModule(module) {
  const own = [...module.children.allTests()].map((test) => test.result().state);
  return module.state() !== 'failed' || own.includes('failed') ? own : [...own, 'failed'];
}
