import type { Run } from '../runs.js';
import { within } from '../bench.js';

/** The block leads to the host's own document in place of a file. */
export const check: Run = async ({ page: open }) => {
  const { page, close } = await open(within('<invoice-list></invoice-list>'), {
    answer: ({ url }) => (url.includes('/documents/') ? new Response('Document') : undefined),
  });
  await page
    .getByRole('button', { name: /Download/ })
    .first()
    .click();
  await page.waitForURL('**/documents/*');
  await close();
};
