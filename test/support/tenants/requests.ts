/** Requests of the contract's operations, and where one of them can name somebody else. */
import type { AskedOperation, Place } from './contract-places.js';
import { keyOf } from './things.js';
import type { Sample } from './things.js';
import type { Surveyed } from './two-tenants.js';

const valueOf = ({ name, schema }: Place, sample: Sample): unknown =>
  sample[name] ?? (schema['enum'] as readonly unknown[] | undefined)?.[0];

/** A good request of an operation, with other values in the places that are named. */
export function requestOf(
  { id, method, path, places }: AskedOperation,
  base: string,
  sample: Sample,
  put: Readonly<Record<string, string>> = {},
): Request {
  const isAsked = (place: Place): boolean =>
    place.name in put || place.isRequired || (place.in === 'body' && place.name in sample);
  const filled = places.filter(isAsked).map((place) => {
    const value = place.name === 'Idempotency-Key' ? keyOf(id) : valueOf(place, sample);
    return { ...place, value: put[place.name] ?? value };
  });
  const valuesIn = (where: Place['in']): (readonly [string, unknown])[] =>
    filled.filter((place) => place.in === where).map(({ name, value }) => [name, value]);
  const texts = (where: Place['in']): Record<string, string> =>
    Object.fromEntries(valuesIn(where).map(([name, value]) => [name, String(value)]));
  const inPath = texts('path');
  const asked = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(inPath[name] ?? 'plan'),
  );
  const url = `${base}${asked}?${new URLSearchParams(texts('query')).toString()}`;
  if (method === 'GET') return new Request(url, { headers: texts('header') });
  return new Request(url, {
    method,
    headers: {
      'Content-Type': 'application/json',
      'X-Requested-With': 'XMLHttpRequest',
      ...texts('header'),
    },
    body: JSON.stringify(Object.fromEntries(valuesIn('body'))),
  });
}

const names = [
  'account',
  'accountId',
  'account_id',
  'customer',
  'customerId',
  'id',
  'tenant',
  'sub',
];

const named = (claim: string): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, claim]));

const encoded = (text: string): string =>
  text.replace(/[^a-z]/gi, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** The same request at another path: `change` gets what stands below the base. */
const moved = (request: Request, { base }: Surveyed, change: (below: string) => string): Request =>
  new Request(change(request.url.slice(base.ours.length)), request);

/** What an account stands behind in a path, or would stand behind where none does. */
const accountsOf = ({ base: { ours, theirs } }: Surveyed): string =>
  ours === theirs ? `${ours}/accounts/` : theirs.replace(/[^/]+$/, '');

/** Puts a claim into a request, and leaves the rest of it as it is. */
type Put = (request: Request, claim: string, tenants: Surveyed) => Promise<Request> | Request;

/**
 * Places that the contract has no account in. In a path it leads nowhere; elsewhere it means nothing.
 * What is asked by GET has no body.
 */
export const undeclared: Readonly<
  Record<'path' | 'elsewhere' | 'body', Readonly<Record<string, Put>>>
> = {
  path: {
    'the path before it': (request, claim, tenants) =>
      moved(request, tenants, (below) => `${accountsOf(tenants)}${claim}${below}`),
    'the path, encoded': (request, claim, tenants) =>
      moved(request, tenants, (below) => `${accountsOf(tenants)}${encoded(claim)}${below}`),
    'the path, twice': (request, claim, tenants) =>
      moved(request, tenants, (below) => `${tenants.base.ours}/..%2F${claim}${below}`),
  },
  elsewhere: {
    'the query': (request, claim) =>
      new Request(`${request.url}&${new URLSearchParams(named(claim)).toString()}`, request),
    'a header': (request, claim, tenants) => {
      const headers = new Headers(request.headers);
      for (const name of names) headers.set(`X-${name}`, claim);
      const pairs = names.map((name) => `${name}=${claim}`);
      headers.set('Cookie', pairs.join('; '));
      headers.set('From', claim);
      headers.set('X-Forwarded-Prefix', `/accounts/${claim}`);
      const theirs = request.url.replace(tenants.base.ours, tenants.base.theirs);
      headers.set('X-Original-URL', theirs);
      headers.set('X-Rewrite-URL', theirs);
      headers.set('X-HTTP-Method-Override', 'GET');
      return new Request(request, { headers });
    },
  },
  body: {
    'the body': async (request, claim) => {
      const own = (await request.clone().json()) as Record<string, unknown>;
      const body = JSON.stringify({ ...own, ...named(claim) }).replace(
        /}$/,
        `,"__proto__":{"account":"${claim}"},"constructor":{"prototype":{"account":"${claim}"}}}`,
      );
      return new Request(request.url, { method: request.method, headers: request.headers, body });
    },
  },
};
