import type { BillingApi } from '../api/billing-api.js';
import { createHttpClient } from '../api/http-client.js';
import { shareReads } from '../api/share-reads.js';
import { reconsider } from './settings.js';
import type { BillingSettings } from './settings.js';

interface Clients<Key> {
  get(key: Key): BillingApi | undefined;
  set(key: Key, client: BillingApi): unknown;
  delete(key: Key): unknown;
}

/** Clients that the page made, and those made here: for each token provider, by base and credentials. */
const ofPage = new WeakMap<BillingApi, BillingApi>();
const ofToken = new WeakMap<object, Map<string, BillingApi>>();
const withoutToken = {};

/**
 * The client that settings ask for; `undefined` where they name none that can be asked. Elements
 * with the same settings get the same one, so their equal requests are one; another base or token
 * provider is another client, and nothing that was held for one is ever shown for the other.
 */
export function clientOf(settings: BillingSettings): BillingApi | undefined {
  const { apiBase, client, credentials, getToken } = settings;
  if (client) return shared(ofPage, client, () => client);
  if (!apiBase || !URL.canParse(apiBase, document.baseURI)) return undefined;
  const url = new URL(apiBase, document.baseURI).href;
  const clients = ofToken.get(getToken ?? withoutToken) ?? new Map<string, BillingApi>();
  ofToken.set(getToken ?? withoutToken, clients);
  const make = () => createHttpClient({ apiBase: url, credentials, getToken });
  return shared(clients, `${credentials ?? ''} ${url}`, make, url);
}

function shared<Key>(
  clients: Clients<Key>,
  key: Key,
  make: () => BillingApi,
  apiBase?: string,
): BillingApi {
  const known = clients.get(key);
  if (known) return known;
  const client = shareReads(make(), {
    apiBase,
    // Someone else has signed in: a new client asks anew, and what the old one gave is gone.
    onAccountChanged: () => {
      clients.delete(key);
      reconsider();
    },
  });
  clients.set(key, client);
  return client;
}
