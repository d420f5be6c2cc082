import { BillingError } from '../src/api/billing-error.js';
import { createBillingHandler } from '../src/server/index.js';
import type { BillingFailure, BillingHandler } from '../src/server/index.js';
import { createMemoryEngine } from './memory-engine.js';
import type { MemoryEngine, WorldName } from './memory-engine.js';
import { isWorldName } from './worlds/index.js';

export interface MockBackendOptions {
  /** Where it is served; left out, `/api/billing/accounts/{account}`. */
  readonly basePath?: string;
  /** The world of the account `acc_1`; left out, the standard one. Others are named like their world. */
  readonly world?: WorldName;
  /** The current time in milliseconds; left out, the real one, so that a page's today is the worlds'. */
  readonly now?: () => number;
  /** The provider's page where an operation of an account is paid. */
  readonly paymentPage?: (
    account: string,
    operationId: string,
    returnUrl: string | undefined,
  ) => string;
  /** Hears of what a mock must not do. */
  readonly onFailure?: (failure: BillingFailure) => void;
}

/** A whole backend with an account for every world, kept in memory as long as this object. */
export interface MockBackend {
  readonly handle: BillingHandler;
  /** What stands behind an account, for looking at it from the other side. */
  readonly engine: (account: string) => MemoryEngine;
  /** Lets every account begin anew. */
  readonly startOver: () => void;
}

export function createMockBackend({
  basePath = '/api/billing/accounts/{account}',
  world = 'standard',
  now = Date.now,
  paymentPage,
  onFailure,
}: MockBackendOptions = {}): MockBackend {
  const engines = new Map<string, MemoryEngine>();

  const engine = (account: string): MemoryEngine => {
    const known = engines.get(account);
    if (known) return known;
    const played = account === 'acc_1' ? world : account;
    if (!isWorldName(played)) throw new BillingError('not_found', { status: 404 });
    const made = createMemoryEngine({
      world: played,
      id: account,
      now,
      ...(paymentPage && {
        paymentPage: (operationId, returnUrl) => paymentPage(account, operationId, returnUrl),
      }),
    });
    engines.set(account, made);
    return made;
  };

  const handle = createBillingHandler({
    basePath,
    // Everybody may see the made-up accounts. A real host asks its session or token instead.
    authorize: (_request, claimed) => (claimed === undefined ? null : { account: claimed }),
    engine: ({ account }) => engine(account),
    ...(onFailure && { onFailure }),
  });

  const startOver = () => {
    engines.clear();
  };

  return { handle, engine, startOver };
}
