import { allowedOriginOf } from './origins.js';
import { refusal } from './problem.js';

const methods = 'GET, POST, PUT';

/** What a client of the contract sends beside what every request may have. */
const requestHeaders =
  'Accept-Language, Authorization, Content-Type, Idempotency-Key, If-None-Match, X-Requested-With';

/** What it reads beside what every script may read. */
const answerHeaders = 'ETag, Retry-After, X-Request-Id';

/** For how many seconds a browser need not ask again. */
const keptFor = 600;

/**
 * The answer to a browser's question whether a page of another origin may send a request.
 * @throws {BillingError} `forbidden` where its origin is none of the allowed ones
 */
export function preflightResponse(request: Request, allowedOrigins: readonly string[]): Response {
  if (allowedOriginOf(request, allowedOrigins) === undefined) throw refusal('forbidden', 403);
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': requestHeaders,
      'Access-Control-Max-Age': String(keptFor),
      'Cache-Control': 'no-store',
    },
  });
}

/** Lets the page that asks read the answer, where its origin is an allowed one. */
export function shareAnswer(
  { headers }: Response,
  request: Request,
  allowedOrigins: readonly string[],
): void {
  if (allowedOrigins.length === 0) return;
  headers.append('Vary', 'Origin');
  const origin = allowedOriginOf(request, allowedOrigins);
  if (origin === undefined) return;
  headers.set('Access-Control-Allow-Origin', origin);
  headers.set('Access-Control-Allow-Credentials', 'true');
  headers.set('Access-Control-Expose-Headers', answerHeaders);
}
