import { expect } from 'chai';

import type { Run } from '../runs.js';

/** The block fetches a token from `/session/token` once, and every request of the elements bears it. */
export const check: Run = async ({ page: open }) => {
  const tokens: (string | null)[] = [];
  let asked = 0;
  const { page, complaints, close } = await open(
    '<plan-usage></plan-usage><invoice-list></invoice-list>',
    {
      answer: ({ headers, url }) => {
        const { pathname } = new URL(url);
        if (pathname.startsWith('/api/')) tokens.push(headers.get('authorization'));
        if (pathname !== '/session/token') return undefined;
        asked += 1;
        return Response.json({ token: 'abc', expiresAt: '2099-01-01T00:00:00Z' });
      },
    },
  );
  await page.locator('plan-usage:state(ready)').waitFor();
  await page.locator('invoice-list:state(ready)').waitFor();
  expect(complaints).to.eql({ errors: [], violations: [] });
  expect(asked).to.equal(1);
  expect(new Set(tokens)).to.eql(new Set(['Bearer abc']));
  await close();
};
