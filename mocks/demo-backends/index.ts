import type { DemoBackend, DemoSurroundings } from './demo-backend.js';
import { describedBackend } from './described-backend.js';
import { koreAccount } from './kore.js';
import { lagoAccount } from './lago.js';
import { memoryBackend } from './memory.js';
import { openmeterAccount } from './openmeter.js';
import { postgresBackend } from './postgres.js';
import { stripeAccount } from './stripe.js';
import { vendorBackend } from './vendor-backend.js';

type Open = (surroundings: DemoSurroundings) => DemoBackend | Promise<DemoBackend>;

const backends = {
  memory: memoryBackend,
  postgres: postgresBackend,
  stripe: (place) => vendorBackend(stripeAccount, place),
  lago: (place) => vendorBackend(lagoAccount, place),
  openmeter: (place) => vendorBackend(openmeterAccount, place),
  kore: (place) => vendorBackend(koreAccount, place),
  'stripe-spec': (place) => describedBackend('stripe', 'plan_advanced', stripeAccount, place),
  'lago-spec': (place) => describedBackend('lago', 'essential', lagoAccount, place),
  'openmeter-spec': (place) => describedBackend('openmeter', 'essential', openmeterAccount, place),
} satisfies Readonly<Record<string, Open>>;

export type DemoEngineName = keyof typeof backends;
/** Those over a mock of what the vendor publishes. */
export type DescribedEngineName = Extract<DemoEngineName, `${string}-spec`>;

/** What the demo may stand on, by the words that `BILLING_ENGINE` takes. */
const demoEngines = Object.keys(backends) as readonly DemoEngineName[];

/**
 * How a backend is opened.
 * @throws {Error} for a word that names none, with those that do
 */
export function demoEngineNamed(word: string): Open {
  const name = demoEngines.find((each) => each === word);
  if (name) return backends[name];
  throw new Error(`BILLING_ENGINE=${word}: the demo knows ${demoEngines.join(', ')}.`);
}
