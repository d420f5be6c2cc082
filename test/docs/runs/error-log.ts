import { expect } from 'chai';

import type { Run } from '../runs.js';

/** The block tells the host's log of a failure, by code, request and element. */
export const check: Run = async ({ page: open }) => {
  const { page, close } = await open(
    '<invoice-list api-base="/api/403/billing/accounts/acc_1"></invoice-list>',
    {
      script: `globalThis.reports = [];
        globalThis.report = (...entry) => globalThis.reports.push(entry);`,
    },
  );
  await page.locator('invoice-list:state(denied)').waitFor();
  const reports = await page.evaluate(() => Reflect.get(globalThis, 'reports') as unknown);
  expect(reports).to.eql([
    ['billing', { code: 'forbidden', status: 403, requestId: 'req_mock', tag: 'invoice-list' }],
  ]);
  await close();
};
