import type { BillingApi, WriteOptions } from '../api/billing-api.js';
import { BillingError } from '../api/billing-error.js';
import { answerResponse } from './answer.js';
import { preflightResponse, shareAnswer } from './cors.js';
import { digest } from './digest.js';
import { refuseForeignSite, refuseForm } from './forgery.js';
import { memoryIdempotencyStore } from './idempotency.js';
import type { BillingAccess, BillingFailure, BillingHandlerOptions } from './options.js';
import { exactOrigins, refuseForeignReturn } from './origins.js';
import { engineFor, mustBeAllowedToAccount, mustBeAllowedToRole } from './permissions.js';
import { badParameter, problemResponse, refusal } from './problem.js';
import { readJson } from './request-body.js';
import type { Call, Route } from './route.js';
import { createRouter, NoRoute } from './router.js';
import type { Match } from './router.js';

/** Answers a request of the contract. */
export type BillingHandler = (request: Request) => Promise<Response>;

/**
 * Serves the contract over any `BillingApi`, wherever there are the web's `Request` and `Response`:
 * Node, Deno, Bun, a Worker, a service worker. It never rejects: what fails is answered as a problem.
 *
 * @throws {TypeError} where an origin is none
 */
export function createBillingHandler<Access extends BillingAccess>({
  engine,
  authorize,
  basePath,
  allowedOrigins = [],
  returnOrigins,
  idempotency = memoryIdempotencyStore(),
  mostBodyBytes = 65_536,
  nameRequest = () => crypto.randomUUID(),
  onFailure = () => undefined,
}: BillingHandlerOptions<Access>): BillingHandler {
  const route = createRouter(basePath);
  const allowed = exactOrigins('allowedOrigins', allowedOrigins);
  const returns = returnOrigins && exactOrigins('returnOrigins', returnOrigins);

  const authorized = async (request: Request, { path }: Match): Promise<Access> => {
    const claimed = path('account') || undefined;
    const access = await authorize(request, claimed);
    if (!access) throw refusal('unauthenticated', 401);
    if (claimed !== undefined && claimed !== access.account) throw refusal('forbidden', 403);
    return access;
  };

  const answer = async (request: Request, match: Match): Promise<Response> => {
    const { route: asked, path } = match;
    if (asked.method !== 'GET') refuseForeignSite(request, allowed);
    const access = await authorized(request, match);
    if (asked.isWrite) refuseForm(request);
    const key = asked.isKeyed ? idempotencyKeyOf(request) : '';
    const body = await readJson(request, mostBodyBytes);
    const call = asked.read({ path, query: new URL(request.url).searchParams, body });
    refuseForeignReturn(call.returnUrl, request, returns);
    mustBeAllowedToRole(call.needs, access.can);
    const api = engineFor(await engine(access), access.can);
    // A write goes on when the client leaves, lest it be done by half.
    const signal = asked.isWrite ? undefined : request.signal;
    const act = () => carriedOut(call, api, { signal, idempotencyKey: key });
    if (call.content === undefined) return answerResponse(request, await act(), asked);
    // What was done before is answered also where it can not be done once more.
    const text = await idempotency.once(
      { account: access.account, key, fingerprint: await fingerprintOf(asked, call.content) },
      // A store keeps texts, and an engine's nothing would be none.
      async () => JSON.stringify((await act()) ?? null),
    );
    return answerResponse(request, JSON.parse(text), asked);
  };

  const report = (failure: BillingFailure): void => {
    try {
      onFailure(failure);
    } catch {
      // A log that fails must not take the answer with it.
    }
  };

  return async (request) => {
    const requestId = safeName(nameRequest(request));
    let match: Match | undefined;
    let response: Response;
    try {
      if (request.method === 'OPTIONS' && allowed.length > 0) {
        response = preflightResponse(request, allowed);
      } else {
        match = route(request.method, new URL(request.url).pathname);
        response = await answer(request, match);
      }
    } catch (error) {
      response = failureResponse(error, requestId);
      const operation = match?.route.operation;
      // Who leaves gives a read up, which is nobody's failure; a write goes on.
      const isGivenUp = request.signal.aborted && !match?.route.isWrite;
      // 501 says what is not offered, which nobody need hear of.
      const isFailure = response.status >= 500 && response.status !== 501;
      if (isFailure && !isGivenUp) report({ error, requestId, operation });
    }
    const { headers } = response;
    headers.set('X-Request-Id', requestId);
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Vary', decisive);
    shareAnswer(response, request, allowed);
    return response;
  };
}

/** The headers of a request that decide what is answered. */
const decisive = 'Accept-Language, Authorization, Cookie';

const safeName = (name: string): string =>
  /^[\w.:-]{1,128}$/.test(name) ? name : crypto.randomUUID();

/** What an engine did, or failed to do, as far as the client may know. */
async function carriedOut(call: Call, api: BillingApi, options: WriteOptions): Promise<unknown> {
  try {
    await mustBeAllowedToAccount(call.needs, api);
    return await call.run(api, options);
  } catch (error) {
    // The engine did not know *us*. A client that hears of 401 would ask the person to sign in.
    const isOurs = error instanceof BillingError && error.status === 401;
    throw isOurs ? new BillingError('upstream_unavailable', { status: 502, cause: error }) : error;
  }
}

function failureResponse(error: unknown, requestId: string): Response {
  if (!(error instanceof NoRoute)) return problemResponse(error, requestId);
  const { allowed } = error;
  if (allowed.length === 0) return problemResponse(refusal('not_found', 404), requestId);
  const response = problemResponse(new BillingError('invalid_request', { status: 405 }), requestId);
  response.headers.set('Allow', allowed.join(', '));
  return response;
}

function idempotencyKeyOf({ headers }: Request): string {
  const key = headers.get('Idempotency-Key');
  if (key === null) throw badParameter('Idempotency-Key', 'Is required.');
  if (key.length < 16 || key.length > 255) {
    throw badParameter('Idempotency-Key', 'Has not 16 to 255 characters.');
  }
  return key;
}

/** Of the content as it was read, so that white space or the order of fields make no difference. */
function fingerprintOf({ operation }: Route, content: readonly unknown[]): Promise<string> {
  return digest(JSON.stringify([operation, ...content]));
}
