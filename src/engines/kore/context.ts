import { systemClock } from '../../api/clock.js';
import type { Clock } from '../../api/clock.js';
import { createEngineClient } from '../shared/client.js';
import type { EngineClient } from '../shared/client.js';
import type { KoreOptions } from './options.js';

/** What the parts of the engine share. */
export interface KoreContext {
  readonly client: EngineClient;
  readonly options: KoreOptions;
  readonly clock: Clock;
  /** The beginning of every path: of the bot's own API, or of the admin console's. */
  readonly root: readonly string[];
}

export function koreContext(options: KoreOptions): KoreContext {
  const { baseUrl = 'https://platform.kore.ai', bot, clock = systemClock, token } = options;
  const secrets = typeof token === 'string' ? [token] : [];
  const client = createEngineClient({
    engine: 'Kore.ai',
    fetch: options.fetch,
    timeout: options.timeout,
    clock,
    baseUrl,
    headers: {},
    secrets,
  });
  return {
    client: async (call) => {
      const auth = typeof token === 'string' ? token : await token();
      // One that is signed anew is kept out of logs as well; the last one is enough.
      secrets[0] = auth;
      return client({ ...call, headers: { ...call.headers, auth } });
    },
    options,
    clock,
    root: ['api', 'public', ...(options.scope === 'admin' ? ['bots'] : ['bot', bot])],
  };
}
