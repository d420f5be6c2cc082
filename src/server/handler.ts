import { BillingError } from '../api/billing-error.js';
import type { BillingApi } from '../api/billing-api.js';
import { answerResponse } from './answer.js';
import { digest } from './digest.js';
import { memoryIdempotencyStore } from './idempotency.js';
import type { IdempotencyStore } from './idempotency.js';
import { badParameter, problemResponse, refusal } from './problem.js';
import { readJson } from './request-body.js';
import { createRouter, NoRoute } from './router.js';
import type { Match } from './router.js';
import type { Call, Route } from './routes.js';

/** Who asks, as the host's own session or token says. A host may add what its engine needs. */
export interface BillingAccess {
  /** The account whose billing this person may see. */
  readonly account: string;
}

type Awaitable<Value> = Value | Promise<Value>;

/** A failure, for the host's log. It may quote an engine, so it is not for the client. */
export interface BillingFailure {
  readonly error: unknown;
  readonly requestId: string;
  /** The contract's operationId; `undefined` where the request reached none. */
  readonly operation: string | undefined;
}

export interface BillingHandlerOptions<Access extends BillingAccess> {
  /** The billing of one account, as its person may see it. Asked once for each request. */
  readonly engine: (access: Access) => Awaitable<BillingApi>;
  /**
   * Who asks. `null`: nobody we know, so 401; a `BillingError` is answered as it is. The second
   * argument is the account that the path names, where `basePath` has a segment `{account}`: a
   * claim, not a proof. Another one than the answer's is refused with 403. It must not read the
   * request's body, or a clone of it.
   */
  readonly authorize: (request: Request, claimed: string | undefined) => Awaitable<Access | null>;
  /**
   * Where the contract is served, for example `/api/billing` or `/api/billing/accounts/{account}`.
   */
  readonly basePath: string;
  /** Remembers writes by their key; left out, in the memory of this process. */
  readonly idempotency?: IdempotencyStore;
  /** How long a body may be, in bytes; left out, 64 KiB. */
  readonly mostBodyBytes?: number;
  /** Names a request in answers and logs; left out, a random UUID. */
  readonly nameRequest?: (request: Request) => string;
  /** Hears of everything that went wrong on the server's side (status 5xx). */
  readonly onFailure?: (failure: BillingFailure) => void;
}

/** Answers a request of the contract. */
export type BillingHandler = (request: Request) => Promise<Response>;

/**
 * Serves the contract over any `BillingApi`, wherever there are the web's `Request` and `Response`:
 * Node, Deno, Bun, a Worker, a service worker. It never rejects: what fails is answered as a problem.
 */
export function createBillingHandler<Access extends BillingAccess>({
  engine,
  authorize,
  basePath,
  idempotency = memoryIdempotencyStore(),
  mostBodyBytes = 65_536,
  nameRequest = () => crypto.randomUUID(),
  onFailure = () => undefined,
}: BillingHandlerOptions<Access>): BillingHandler {
  const route = createRouter(basePath);

  const authorized = async (request: Request, { path }: Match): Promise<Access> => {
    const claimed = path('account') || undefined;
    const access = await authorize(request, claimed);
    if (!access) throw refusal('unauthenticated', 401);
    if (claimed !== undefined && claimed !== access.account) throw refusal('forbidden', 403);
    return access;
  };

  const answer = async (request: Request, match: Match): Promise<Response> => {
    const access = await authorized(request, match);
    const { route: asked, path } = match;
    if (asked.isWrite) refuseForgery(request);
    const key = asked.isKeyed ? idempotencyKeyOf(request) : '';
    const body = asked.method === 'GET' ? undefined : await readJson(request, mostBodyBytes);
    const call = asked.read({ path, query: new URL(request.url).searchParams, body });
    const api = await engine(access);
    if (!asked.isKeyed) {
      // A write goes on when the client leaves, lest it be done by half.
      const signal = asked.isWrite ? undefined : request.signal;
      return answerResponse(request, await call.run(api, { signal, idempotencyKey: key }), asked);
    }
    const text = await idempotency.once(
      { account: access.account, key, fingerprint: await fingerprintOf(asked, call) },
      async () => JSON.stringify(await call.run(api, { idempotencyKey: key })),
    );
    return answerResponse(request, JSON.parse(text), asked);
  };

  return async (request) => {
    const requestId = nameRequest(request);
    let match: Match | undefined;
    let response: Response;
    try {
      match = route(request.method, new URL(request.url).pathname);
      response = await answer(request, match);
    } catch (error) {
      response = failureResponse(error, requestId);
      const operation = match?.route.operation;
      // Who leaves gives a read up, which is nobody's failure; a write goes on.
      const isGivenUp = request.signal.aborted && !match?.route.isWrite;
      if (response.status >= 500 && !isGivenUp) onFailure({ error, requestId, operation });
    }
    response.headers.set('X-Request-Id', requestId);
    response.headers.set('X-Content-Type-Options', 'nosniff');
    return response;
  };
}

function failureResponse(error: unknown, requestId: string): Response {
  if (!(error instanceof NoRoute)) return problemResponse(error, requestId);
  const { allowed } = error;
  if (allowed.length === 0) return problemResponse(refusal('not_found', 404), requestId);
  const response = problemResponse(new BillingError('invalid_request', { status: 405 }), requestId);
  response.headers.set('Allow', allowed.join(', '));
  return response;
}

/**
 * A browser sends cookies with a request of any site, but a header of its own making only after the
 * server agreed to it. A bearer token is such a header already.
 */
function refuseForgery({ headers }: Request): void {
  const hasToken = /^bearer\s/i.test(headers.get('Authorization') ?? '');
  if (!hasToken && !headers.has('X-Requested-With')) throw refusal('forbidden', 403);
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
function fingerprintOf({ operation }: Route, { content }: Call): Promise<string> {
  return digest(JSON.stringify([operation, ...content]));
}
