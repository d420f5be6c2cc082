import { expect } from 'chai';

import { within } from '../bench.js';
import type { Run } from '../runs.js';

/** The block adds Dutch, in which an element has a word that English has not. */
export const check: Run = async ({ page: open }) => {
  const { page, complaints, close } = await open(within('<plan-usage lang="nl"></plan-usage>'));
  await page.getByRole('button', { name: 'Opwaarderen' }).waitFor();
  expect(complaints).to.eql({ errors: [], violations: [] });
  await close();
};
