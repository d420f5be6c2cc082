import { expect } from 'chai';

import { within } from '../bench.js';
import type { Run } from '../runs.js';

/** The block has a button say "Top up". */
export const check: Run = async ({ page: open }) => {
  const { page, complaints, close } = await open(within('<plan-usage></plan-usage>'));
  await page.getByRole('button', { name: 'Top up' }).waitFor();
  expect(complaints).to.eql({ errors: [], violations: [] });
  await close();
};
