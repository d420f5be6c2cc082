import { expect } from 'chai';

import type { BillingHandler } from '../../../src/server/index.js';
import { within } from '../bench.js';
import type { Run } from '../runs.js';

/** The block serves enough for a `<plan-usage>`. */
export const check: Run = async ({ bench, module }) => {
  const { handle } = (await module()) as { handle: BillingHandler };
  const { page, complaints, close } = await bench.open(within('<plan-usage></plan-usage>'), {
    answer: (request) =>
      new URL(request.url).pathname.startsWith('/api/') ? handle(request) : undefined,
  });
  await page.locator('plan-usage:state(ready)').getByText('Team').waitFor();
  expect(complaints).to.eql({ errors: [], violations: [] });
  await close();
};
