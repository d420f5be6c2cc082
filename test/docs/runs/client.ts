import { expect } from 'chai';

import type { Run } from '../runs.js';

/** The block gives the elements a client of its own, which asks the page's server. */
export const check: Run = async ({ page: open }) => {
  const asked: string[] = [];
  const { page, complaints, close } = await open('<plan-usage></plan-usage>', {
    answer: ({ url }) => {
      asked.push(new URL(url).pathname);
      return undefined;
    },
  });
  await page.locator('plan-usage:state(ready)').waitFor();
  expect(complaints).to.eql({ errors: [], violations: [] });
  expect(asked).to.include('/api/billing/accounts/acc_1/account');
  await close();
};
