import { expect } from 'chai';

import type { BillingHandler } from '../../../src/server/index.js';
import { asHost, askAccount } from '../hosts.js';
import type { Run } from '../runs.js';

interface Asked {
  readonly can: Readonly<Record<string, { readonly allowed: boolean }>>;
}

/** The block lets an admin do everything, and others see invoices. */
export const check: Run = async ({ module }) => {
  asHost();
  const { handle } = (await module()) as { handle: BillingHandler };
  const of = async (isAdmin: boolean): Promise<Asked['can']> => {
    Object.assign(globalThis, { isAdmin: () => Promise.resolve(isAdmin) });
    return ((await (await askAccount(handle, 'acc_1')).json()) as Asked).can;
  };
  const [admin, other] = [await of(true), await of(false)];
  expect(admin['changePlan']?.allowed).to.equal(true);
  expect(other['changePlan']?.allowed).to.equal(false);
  expect(other['viewInvoices']?.allowed).to.equal(true);
};
