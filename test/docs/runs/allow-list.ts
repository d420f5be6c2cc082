import { expect } from 'chai';

import { within } from '../bench.js';
import type { RunnableBlock, Run } from '../runs.js';

/** Codes of failures, and where the contact leads, on a page whose API names this contact. */
async function contactOf({ bench, page: open }: RunnableBlock, contact: string): Promise<unknown> {
  const { page, close } = await open(within('<plan-usage></plan-usage>'), {
    script: `globalThis.codes = [];
      document.addEventListener('billing-error', ({ code }) => globalThis.codes.push(code));`,
    answer: async (request) => {
      if (!request.url.endsWith('/account')) return undefined;
      const account = (await (await bench.handle(request)).json()) as object;
      const changePlan = { allowed: false, reason: 'contact_sales' };
      return Response.json({ ...account, can: { changePlan }, contact: { url: contact } });
    },
  });
  await page.locator('plan-usage:state(ready)').waitFor();
  const [codes, href] = [
    await page.evaluate(() => Reflect.get(globalThis, 'codes') as unknown),
    await page.locator('[part~="contact"]').getAttribute('href'),
  ];
  await close();
  return { codes, href };
}

/** The block allows links to `help.example.com`, and to no other place that could be a contact. */
export const check: Run = async (block) => {
  expect(await contactOf(block, 'https://help.example.com/us')).to.eql({
    codes: [],
    href: 'https://help.example.com/us',
  });
  expect(await contactOf(block, 'https://elsewhere.example.com/us')).to.eql({
    codes: ['unsafe_url'],
    href: null,
  });
};
