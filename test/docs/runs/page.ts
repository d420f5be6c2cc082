import { expect } from 'chai';

import { everything } from '../bench.js';
import type { Run } from '../runs.js';

/** The block runs on a page with every element, and nothing goes wrong on it. */
export const check: Run = async ({ page: open }) => {
  const { page, complaints, close } = await open(everything);
  for (const tag of ['plan-usage', 'usage-chart', 'support-plan', 'invoice-list']) {
    await page.locator(`${tag}:state(ready)`).waitFor();
  }
  expect(complaints).to.eql({ errors: [], violations: [] });
  await close();
};
