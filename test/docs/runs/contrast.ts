import { expect } from 'chai';

import { within } from '../bench.js';
import type { Run } from '../runs.js';

/** The block finds the pairs of colours that are too close to each other: of the plain theme none. */
export const check: Run = async ({ page: open }) => {
  const { page, complaints, close } = await open(within('<plan-usage></plan-usage>'));
  await page.locator('plan-usage:state(ready)').waitFor();
  // As text: what is imported here would be imported by the test's own bundler.
  const found = await page.evaluate(
    `import('/page.js').then(({ tooLow }) => tooLow(document.querySelector('plan-usage')))`,
  );
  expect(found).to.eql([]);
  expect(complaints).to.eql({ errors: [], violations: [] });
  await close();
};
