import { expect } from 'chai';

import { within } from '../bench.js';
import type { Run } from '../runs.js';

/** The block opens the host's form for the balance, and the element asks anew after it. */
export const check: Run = async ({ page: open }) => {
  const { page, close } = await open(within('<plan-usage></plan-usage>'), {
    // Not whether a dialog opens: it would open some time later.
    script: `globalThis.topUpInOurOwnForm = async (id) => { globalThis.toppedUp = id; };
      addEventListener('reload-request', (event) => {
        globalThis.isTakenOver = event.defaultPrevented;
      });`,
  });
  await page.locator('plan-usage:state(ready)').waitFor();
  const anew = page.waitForResponse(/\/balances$/);
  await page
    .getByRole('button', { name: /^Reload/ })
    .first()
    .click();
  await page.waitForFunction(() => Reflect.get(globalThis, 'toppedUp') !== undefined);
  await anew;
  expect(await page.evaluate(() => Reflect.get(globalThis, 'isTakenOver') as unknown)).to.equal(
    true,
  );
  await close();
};
