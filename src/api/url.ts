import { BillingError } from './billing-error.js';

export type QueryValues = Readonly<Record<string, string | number | undefined>>;

/**
 * An address below the base. A segment is data, whatever it holds: it stays one segment, and below.
 *
 * @throws {BillingError} `invalid_request` for what no encoding keeps in its place
 */
export function urlOf(base: URL, path: readonly string[], query: QueryValues = {}): URL {
  const url = new URL(base);
  const segments = [base.pathname.replace(/\/+$/, ''), ...path.map(encoded)];
  url.pathname = segments.join('/');
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url;
}

function encoded(segment: string): string {
  // Dots climb even when they are encoded, and nothing at all asks for the list instead.
  if (/^\.{0,2}$/.test(segment)) throw new BillingError('invalid_request');
  try {
    return encodeURIComponent(segment);
  } catch (cause) {
    throw new BillingError('invalid_request', { cause }); // half of a surrogate pair
  }
}
