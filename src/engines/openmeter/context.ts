import type { CallOptions } from '../../api/billing-api.js';
import { fields, text, token } from '../../api/read.js';
import { systemClock } from '../../api/clock.js';
import type { Clock } from '../../api/clock.js';
import type { EngineClient } from '../shared/client.js';
import { createEngineClient } from '../shared/client.js';
import { currencyCode, readAnswer } from '../shared/read.js';
import type { OpenMeterOptions } from './options.js';

const customer = fields({ id: token }, { name: text }, { currency: currencyCode });

type Customer = NonNullable<ReturnType<typeof customer>>;

/** What the parts of the engine share. */
export interface OpenMeterContext {
  readonly client: EngineClient;
  readonly options: OpenMeterOptions;
  readonly clock: Clock;
  readonly timeZone: string;
  /** The customer as it stands. */
  customer(call?: CallOptions): Promise<Customer>;
  /** The customer's id, which its key never changes. Lists are asked for by it alone. */
  customerId(call?: CallOptions): Promise<string>;
}

export function openMeterContext(options: OpenMeterOptions): OpenMeterContext {
  const {
    apiKey,
    baseUrl = 'https://openmeter.cloud',
    clock = systemClock,
    timeZone = 'UTC',
  } = options;
  const client = createEngineClient({
    engine: 'OpenMeter',
    fetch: options.fetch,
    timeout: options.timeout,
    clock,
    baseUrl,
    headers: { Authorization: `Bearer ${apiKey}` },
    secrets: [apiKey],
  });
  let known: string | undefined;
  const ask = async (call?: CallOptions): Promise<Customer> => {
    const answer = await client({
      path: ['api', 'v1', 'customers', options.customer],
      options: call,
    });
    const found = readAnswer(customer, answer, 'The customer');
    known = found.id;
    return found;
  };
  return {
    client,
    options,
    clock,
    timeZone,
    customer: ask,
    customerId: async (call) => known ?? (await ask(call)).id,
  };
}
