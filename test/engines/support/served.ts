/** An engine as a page reaches it: client, wire and handler, each answer held against the contract. */
import type { BillingApi } from '../../../src/api/billing-api.js';
import { systemClock } from '../../../src/api/clock.js';
import type { Clock } from '../../../src/api/clock.js';
import { createHttpClient } from '../../../src/api/http-client.js';
import { createBillingHandler } from '../../../src/server/index.js';
import { loadContract } from '../../support/contract.js';
import type { VendorMock } from '../../../mocks/vendors/described-vendor.js';

const contract = loadContract();

export interface ServedEngine {
  readonly api: BillingApi;
  /** What answers lacked to be the contract's. */
  readonly faults: readonly string[];
  /** What failed on the server's side, and why. */
  readonly failures: readonly unknown[];
}

export function servedOver(engine: BillingApi): ServedEngine {
  const faults: string[] = [];
  const failures: unknown[] = [];
  const handler = createBillingHandler({
    basePath: '/accounts/{account}',
    authorize: () => ({ account: 'acc_a' }),
    engine: () => engine,
    onFailure: ({ error }) => failures.push(error),
  });
  const api = createHttpClient({
    apiBase: 'http://host.test/accounts/acc_a',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { method, url } = request;
      const response = await handler(request);
      const { pathname } = new URL(url);
      const found = await contract.faultsOfResponse(method, pathname, response);
      faults.push(...found.map((fault) => `${method} ${pathname}: ${fault}`));
      return response;
    },
  });
  return { api, faults, failures };
}

/** Lets a vendor's description judge each request, and answers it from a stand-in with state. */
export function judgedBy(
  mock: VendorMock,
  answer: typeof globalThis.fetch,
): typeof globalThis.fetch {
  return async (input, init) => {
    await mock.fetch(input, init);
    return answer(input, init);
  };
}

/** A clock that stands, or is moved by the test. */
export function clockAt(instant: string): Clock & { moveTo(next: string): void } {
  let now = Date.parse(instant);
  return {
    ...systemClock,
    now: () => now,
    moveTo: (next) => {
      now = Date.parse(next);
    },
  };
}

let confirmations = 0;

/** The key of a confirmation of its own. */
export function confirmed(): { idempotencyKey: string } {
  confirmations += 1;
  return { idempotencyKey: `confirmation-${String(confirmations).padStart(8, '0')}` };
}
