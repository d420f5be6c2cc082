/** What blocks leave to their reader, as a host of one account has it: test/docs/placeholders declares it. */
import { createMemoryEngine } from '../../mocks/memory-engine.js';
import type { BillingHandler } from '../../src/server/index.js';

export function asHost(): void {
  Object.assign(globalThis, {
    accountOf: () => Promise.resolve('acc_1'),
    billingOf: (id: string) => createMemoryEngine({ world: 'standard', id }),
  });
}

export function askAccount(handle: BillingHandler, account: string): Promise<Response> {
  return handle(new Request(`https://host.test/api/billing/accounts/${account}/account`));
}
