/**
 * Comes before everything else in a test file: in an engine that lacks what a test needs, the tests
 * that `left-out.ts` names are not defined.
 */
import { leftOut } from './left-out.js';
import type { OtherEngine } from './left-out.js';

type Define = (name: string, define: () => void) => unknown;

const { userAgent } = navigator;
const engine: OtherEngine | undefined = userAgent.includes('Firefox')
  ? 'Firefox'
  : userAgent.includes('Chrom')
    ? undefined
    : 'WebKit';

/** Below `test`. */
const file = new URL(import.meta.url).searchParams.get('for');
const found = leftOut
  .filter(({ engines }) => engine && engines.includes(engine))
  .flatMap(({ tests }) => Object.entries(tests))
  .filter(([path]) => path === file)
  .flatMap(([, tests]) => tests);
const names = new Set(found);

if (names.size > 0) {
  const around: string[] = [];
  const real = { describe: describe as Define, it: it as Define };
  Object.assign(window, {
    describe: (name: string, define: () => void) =>
      real.describe(name, () => {
        around.push(name);
        define();
        around.pop();
      }),
    it: (name: string, define: () => void) => {
      const isLeftOut = names.delete([...around, name].join(' > '));
      // A test may be told its time: one that is not there has none.
      return isLeftOut ? { timeout: () => undefined } : real.it(name, define);
    },
  });
  after(() => {
    if (names.size > 0) throw new Error(`Left out, but not there: ${[...names].join(' | ')}`);
  });
}
