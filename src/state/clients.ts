import type { BillingApi } from '../api/billing-api.js';
import { createHttpClient } from '../api/http-client.js';
import { shareReads } from '../api/share-reads.js';
import type { BillingSettings } from './settings.js';

const ofToken = new WeakMap<object, Map<string, BillingApi>>();
const ofPage = new WeakMap<BillingApi, BillingApi>();
const withoutToken = {};

/**
 * The client that settings ask for. Elements with the same settings get the same one, so their
 * equal requests are one; another base or token provider is another client, and nothing that was
 * held for one is ever shown for the other.
 */
export function clientOf(settings: BillingSettings): BillingApi | undefined {
  const { apiBase, client, credentials, getToken } = settings;
  if (client) return known(ofPage, client, () => shareReads(client));
  if (!apiBase) return undefined;
  const url = new URL(apiBase, document.baseURI).href;
  const clients = known(ofToken, getToken ?? withoutToken, () => new Map<string, BillingApi>());
  return known(clients, `${credentials ?? ''} ${url}`, () =>
    shareReads(createHttpClient({ apiBase: url, credentials, getToken })),
  );
}

interface Registry<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

function known<Key, Value>(registry: Registry<Key, Value>, key: Key, make: () => Value): Value {
  const there = registry.get(key);
  if (there !== undefined) return there;
  const made = make();
  registry.set(key, made);
  return made;
}
