import { expect } from 'chai';

import { within } from '../bench.js';
import type { Run } from '../runs.js';

/** The block sends the wish for a file to the host's server, and the element makes none. */
export const check: Run = async ({ page: open }) => {
  let wish: unknown;
  const { page, complaints, close } = await open(
    within('<usage-chart range="custom" from="2026-03-02" to="2026-03-03"></usage-chart>'),
    {
      answer: async (request) => {
        if (new URL(request.url).pathname !== '/exports') return undefined;
        wish = await request.json();
        return new Response(null, { status: 204 });
      },
    },
  );
  let downloads = 0;
  page.on('download', () => {
    downloads += 1;
  });
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const sent = page.waitForResponse(/\/exports$/);
  await page.getByText('Summary').click();
  await sent;
  expect(wish).to.include({ content: 'summary', from: '2026-03-02', to: '2026-03-03' });
  expect(downloads).to.equal(0);
  expect(complaints).to.eql({ errors: [], violations: [] });
  await close();
};
