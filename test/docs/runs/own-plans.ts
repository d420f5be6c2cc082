import { expect } from 'chai';

import { within } from '../bench.js';
import type { Run } from '../runs.js';

/** The block leads to a page of the host's own in place of the dialog. */
export const check: Run = async ({ page: open }) => {
  const { page, close } = await open(within('<plan-usage></plan-usage>'), {
    answer: ({ url }) => (new URL(url).pathname === '/plans' ? new Response('Plans') : undefined),
  });
  await page.getByRole('button', { name: 'Change plan' }).click();
  await page.waitForURL('**/plans?from=plan_*');
  expect(await page.textContent('body')).to.equal('Plans');
  await close();
};
