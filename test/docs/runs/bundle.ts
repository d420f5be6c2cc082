import { expect } from 'chai';

import type { Run } from '../runs.js';

/** The block is all code of a page with a `<plan-usage>` and a `<usage-chart>`. */
export const check: Run = async ({ page: open }) => {
  const { page, complaints, close } = await open(
    '<plan-usage></plan-usage><usage-chart></usage-chart>',
    { hasTag: false },
  );
  await page.locator('plan-usage:state(ready)').waitFor();
  await page.locator('usage-chart:state(ready)').waitFor();
  expect(complaints).to.eql({ errors: [], violations: [] });
  await close();
};
