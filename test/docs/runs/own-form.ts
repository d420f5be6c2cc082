import { expect } from 'chai';

import { within } from '../bench.js';
import type { Run } from '../runs.js';

/** The block opens the host's form for the balance, and the element asks anew after it. */
export const check: Run = async ({ page: open }) => {
  const { page, close } = await open(within('<plan-usage></plan-usage>'), {
    script: 'globalThis.topUpInOurOwnForm = async (id) => { globalThis.toppedUp = id; };',
  });
  await page.locator('plan-usage:state(ready)').waitFor();
  const anew = page.waitForResponse(/\/balances$/);
  await page
    .getByRole('button', { name: /^Reload/ })
    .first()
    .click();
  await page.waitForFunction(() => Reflect.get(globalThis, 'toppedUp') !== undefined);
  await anew;
  expect(await page.getByRole('dialog').count()).to.equal(0);
  await close();
};
