import { setTimeout as later } from 'node:timers/promises';

import { BillingError } from 'billing-elements/server.js';

const reused = {
  type: 'about:blank',
  status: 422,
  code: 'invalid_request',
  errors: [{ parameter: 'Idempotency-Key', detail: 'Was used for another request.' }],
};

/**
 * Confirmations in Redis, shared by all processes of a server.
 *
 * Redis and your billing are two things, and a process may die between them. Its key is then free
 * again after `runsFor`, and the write may come a second time: pass the key on to your payment
 * provider, which knows it. Where writes end in one database, keep confirmations there instead.
 *
 * @param redis - a connected client
 * @param options - milliseconds: how long an answer is kept, how long a write may run at most, and
 *   how often those who wait for it look again
 */
export function redisIdempotencyStore(
  redis,
  { keepFor = 86_400_000, runsFor = 60_000, looksEvery = 50 } = {},
) {
  return {
    once: async ({ account, key, fingerprint }, act) => {
      const name = `billing:confirmed:${JSON.stringify([account, key])}`;
      for (;;) {
        const running = JSON.stringify({ fingerprint, running: crypto.randomUUID() });
        const isMine = await redis.set(name, running, {
          condition: 'NX',
          expiration: { type: 'PX', value: runsFor },
        });
        if (isMine !== null) return carriedOut(name, running);
        const known = JSON.parse((await redis.get(name)) ?? 'null');
        if (known && known.fingerprint !== fingerprint) {
          throw new BillingError('invalid_request', { status: 422, problem: reused });
        }
        if (known?.answer !== undefined) return known.answer;
        // It runs, or has just failed, and then its key is free again.
        await later(looksEvery);
      }

      async function carriedOut(name, running) {
        try {
          const answer = await act();
          await redis.set(name, JSON.stringify({ fingerprint, answer }), {
            expiration: { type: 'PX', value: keepFor },
          });
          return answer;
        } catch (error) {
          // Only what is still ours: it may have run longer than it may, and another one begun.
          if ((await redis.get(name)) === running) await redis.del(name);
          throw error;
        }
      }
    },
  };
}
