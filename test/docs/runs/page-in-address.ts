import { expect } from 'chai';

import { within } from '../bench.js';
import type { Run } from '../runs.js';

/** The block writes the console's page into the address, and reads it from there. */
export const check: Run = async ({ page: open }) => {
  const { page, complaints, close } = await open(within('<billing-console></billing-console>'));
  await page.getByRole('tab', { name: 'Invoices' }).click();
  await page.waitForURL('**/page?page=invoices');
  await page.reload();
  await page
    .locator('billing-console')
    .getByRole('tab', { name: 'Invoices', selected: true })
    .waitFor();
  expect(complaints).to.eql({ errors: [], violations: [] });
  await close();
};
