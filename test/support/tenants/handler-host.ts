import { createBillingHandler, memoryIdempotencyStore } from '../../../src/server/index.js';
import type { BillingEngine } from '../../../src/server/index.js';
import type { TwoTenants, Who } from './two-tenants.js';

export const accounts: Readonly<Record<Who, string>> = { ours: 'acc_ours', theirs: 'acc_theirs' };

interface HandlerTenants extends Pick<TwoTenants, 'canaries' | 'days' | 'kept'> {
  readonly engine: (who: Who) => BillingEngine;
  /** What their account is called where the engine stands, if anything. */
  readonly theirNames?: readonly string[];
  /** Left out, nobody is asked but the engine. */
  readonly trespasses?: TwoTenants['trespasses'];
}

/** Our handler with two accounts behind it. Who asks is known by the session alone. */
export function handlerHost({
  engine,
  theirNames = [],
  trespasses = () => [],
  ...rest
}: HandlerTenants): TwoTenants {
  const engines = { ours: engine('ours'), theirs: engine('theirs') };
  const idempotency = memoryIdempotencyStore();
  const opened: string[] = [];
  const handlerFor = (who: Who) =>
    createBillingHandler({
      basePath: '/accounts/{account}',
      authorize: () => ({ account: accounts[who] }),
      idempotency,
      nameRequest: () => 'req_test',
      engine: ({ account }) => {
        if (account === accounts.ours) return engines.ours;
        opened.push(`the engine of ${account} was opened`);
        return engines.theirs;
      },
    });
  const handlers = { ours: handlerFor('ours'), theirs: handlerFor('theirs') };
  const at = (who: Who): string => `https://host.test/accounts/${accounts[who]}`;
  return {
    ...rest,
    base: { ours: at('ours'), theirs: at('theirs') },
    claims: [accounts.theirs, ...theirNames],
    send: (who, request) => handlers[who](request),
    trespasses: (isRefused) => [...opened.splice(0), ...trespasses(isRefused)],
  };
}
