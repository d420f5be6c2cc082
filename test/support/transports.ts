/** Every way to reach a billing backend: what holds for one must hold for all. */
import { createMockBackend } from '../../mocks/mock-backend.js';
import type { MockBackend } from '../../mocks/mock-backend.js';
import { listen } from '../../mocks/node-server.js';
import type { BillingApi } from '../../src/api/billing-api.js';
import { BillingError } from '../../src/api/billing-error.js';
import { createHttpClient } from '../../src/api/http-client.js';
import { loadContract } from './contract.js';

export const contract = loadContract();
const now = () => Date.parse('2026-03-18T15:30:00Z');

/** A way to a fresh backend. */
export interface Transport {
  readonly api: (account: string) => BillingApi;
  readonly backend: MockBackend;
  /** Where it seems to be, for addresses to come back to. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** What the wire carried that the contract does not know. */
export const violations: string[] = [];

const watched =
  (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  async (input, init) => {
    const request = new Request(input, init);
    const response = await fetch(input, init);
    const { pathname } = new URL(request.url);
    const found = await contract.faultsOfResponse(request.method, pathname, response);
    violations.push(...found.map((fault) => `${request.method} ${pathname}: ${fault}`));
    return response;
  };

/** The ways to reach a billing backend; each call opens a fresh one. */
export const transports: Readonly<Record<string, () => Promise<Transport>>> = {
  'the engine itself': async () => {
    const backend = createMockBackend({ now });
    return {
      backend,
      origin: 'http://billing.test',
      api: backend.engine,
      close: async () => undefined,
    };
  },
  'client and handler': async () => {
    const backend = createMockBackend({ now });
    const fetch = watched((input, init) => backend.handle(new Request(input, init)));
    return {
      backend,
      origin: 'https://billing.test',
      api: (account) =>
        createHttpClient({
          apiBase: `https://billing.test/api/billing/accounts/${account}`,
          fetch,
        }),
      close: async () => undefined,
    };
  },
  'client, node:http and handler': async () => {
    const backend = createMockBackend({ now });
    const server = await listen(backend.handle);
    return {
      backend,
      origin: server.origin,
      api: (account) =>
        createHttpClient({
          apiBase: `${server.origin}/api/billing/accounts/${account}`,
          fetch: watched(globalThis.fetch),
        }),
      close: server.close,
    };
  },
};

/** What a call fails with; it fails itself where the call does not. */
export async function failureOf(act: Promise<unknown>): Promise<BillingError> {
  try {
    await act;
  } catch (error) {
    if (error instanceof BillingError) return error;
    throw error;
  }
  throw new Error('It did not fail.');
}

/** The parameter or field that a problem names. */
export const issueOf = ({ problem }: BillingError): string | undefined =>
  problem?.errors?.[0]?.parameter ?? problem?.errors?.[0]?.pointer;
