import { allowedOriginOf } from './origins.js';
import { refusal } from './problem.js';

/**
 * Refuses what a page of another site could have sent with a person's cookies. Browsers say where
 * a request comes from; what says nothing is no browser, or went through a service worker.
 * Source: https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header
 */
export function refuseForeignSite(request: Request, allowedOrigins: readonly string[]): void {
  if (allowedOriginOf(request, allowedOrigins) !== undefined) return;
  const site = request.headers.get('Sec-Fetch-Site');
  const origin = request.headers.get('Origin');
  const isOwn =
    site !== null
      ? site === 'same-origin'
      : origin === null || origin === new URL(request.url).origin;
  if (!isOwn) throw refusal('forbidden', 403);
}

/**
 * Refuses what a form could have sent. A browser sends cookies with a request of any site, but a
 * header of its own making only after the server agreed to it. A bearer token is such a header.
 */
export function refuseForm({ headers }: Request): void {
  const hasToken = /^bearer\s/i.test(headers.get('Authorization') ?? '');
  if (!hasToken && !headers.has('X-Requested-With')) throw refusal('forbidden', 403);
}
