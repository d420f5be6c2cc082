import { expect } from 'chai';

import { within } from '../bench.js';
import type { Run } from '../runs.js';

/** The block sends the wish for a file to the host's server, and takes over. */
export const check: Run = async ({ page: open }) => {
  let wish: unknown;
  const { page, complaints, close } = await open(
    within('<usage-chart range="custom" from="2026-03-02" to="2026-03-03"></usage-chart>'),
    {
      // Not whether a file comes: it would come some time later.
      script: `addEventListener('csv-export', (event) => {
        globalThis.isTakenOver = event.defaultPrevented;
      });`,
      answer: async (request) => {
        if (new URL(request.url).pathname !== '/exports') return undefined;
        wish = await request.json();
        return new Response(null, { status: 204 });
      },
    },
  );
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const sent = page.waitForResponse(/\/exports$/);
  await page.getByText('Summary').click();
  await sent;
  expect(wish).to.include({ content: 'summary', from: '2026-03-02', to: '2026-03-03' });
  expect(await page.evaluate(() => Reflect.get(globalThis, 'isTakenOver') as unknown)).to.equal(
    true,
  );
  expect(complaints).to.eql({ errors: [], violations: [] });
  await close();
};
