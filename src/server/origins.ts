import { safeUrl } from '../api/safe-url.js';
import { badField } from './problem.js';

/**
 * The same origins, each as a browser sends it.
 * @throws {TypeError} for one that no browser would send, `*` included: it would never match
 */
export function exactOrigins(name: string, origins: readonly string[]): readonly string[] {
  for (const origin of origins) {
    const isExact = URL.canParse(origin) && new URL(origin).origin === origin;
    if (!isExact || origin.includes('*')) {
      throw new TypeError(`${name}: ${JSON.stringify(origin)} is no origin.`);
    }
  }
  return origins;
}

/** The origin of the page that asks, where it is an allowed one. */
export function allowedOriginOf(
  { headers }: Request,
  allowedOrigins: readonly string[],
): string | undefined {
  const origin = headers.get('Origin');
  return allowedOrigins.find((allowed) => allowed === origin);
}

/** The request's own, also where a proxy in front took `https:` off it. */
function ownOrigins({ url }: Request): readonly string[] {
  const { origin, host } = new URL(url);
  return [origin, `https://${host}`];
}

/**
 * Refuses to have a person sent back to where the host does not live.
 * @throws {BillingError} `invalid_request`, 422, that names `/returnUrl`
 */
export function refuseForeignReturn(
  returnUrl: string | undefined,
  request: Request,
  returnOrigins: readonly string[] | undefined,
): void {
  if (returnUrl === undefined) return;
  const origins = returnOrigins ?? ownOrigins(request);
  if (safeUrl(returnUrl, origins, new URL(request.url).hostname) !== null) return;
  throw badField('/returnUrl', 'Is no address of an allowed origin.');
}
