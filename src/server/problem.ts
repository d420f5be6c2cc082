import { BillingError } from '../api/billing-error.js';
import type { Problem } from '../billing/types.js';

type Issues = NonNullable<Problem['errors']>;

const titles: Readonly<Record<string, string>> = {
  unauthenticated: 'Sign in first',
  forbidden: 'Not allowed',
  not_found: 'Not found',
  not_supported: 'Not offered here',
  invalid_request: 'Not a valid request',
  preview_expired: 'The figures have changed',
  payment_failed: 'The payment failed',
  payment_method_required: 'A way to pay is needed',
  conflict: 'Changed in the meantime',
  rate_limited: 'Too many requests',
  upstream_unavailable: 'The billing service is not available',
};

/** What the contract's codes come with where an engine named no status of its own. */
const statuses: Readonly<Record<string, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  not_supported: 501,
  invalid_request: 400,
  preview_expired: 409,
  payment_failed: 402,
  payment_method_required: 402,
  conflict: 409,
  rate_limited: 429,
  upstream_unavailable: 502,
};

/** A refusal by the handler itself. */
export function refusal(code: string, status: number, errors?: Issues): BillingError {
  return new BillingError(code, {
    status,
    ...(errors && { problem: { type: 'about:blank', status, code, errors } }),
  });
}

/** A refusal of one parameter of path, query or header. */
export function badParameter(parameter: string, detail: string): BillingError {
  return refusal('invalid_request', 400, [{ parameter, detail }]);
}

/** A refusal of one field of the body; `pointer` is a JSON pointer, `''` the body itself. */
export function badField(pointer: string, detail: string): BillingError {
  return refusal('invalid_request', 422, [{ pointer, detail }]);
}

/**
 * Any failure as the contract's problem. Of an engine's error only what is meant for the client
 * gets out: code, status, wait and what is wrong with which field. Its texts may quote the engine,
 * so titles are our own, and of an error that nobody expected nothing gets out at all.
 */
export function problemResponse(thrown: unknown, requestId: string): Response {
  const error = expected(thrown);
  const { code, status } = error;
  const errors = error.problem?.errors;
  const problem: Problem = {
    type: 'about:blank',
    title: titles[code] ?? 'The request failed',
    status,
    code,
    ...(errors && { errors }),
    requestId,
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...retryHeader(error.retryAfter),
      ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
    },
  });
}

/** In whole seconds, as HTTP knows them. */
export function retryHeader(seconds: number | undefined): Record<string, string> {
  if (seconds === undefined || !(seconds >= 0 && seconds < Infinity)) return {};
  return { 'Retry-After': String(Math.ceil(seconds)) };
}

function expected(thrown: unknown): BillingError {
  if (!(thrown instanceof BillingError)) return refusal('upstream_unavailable', 500);
  const { code, status } = thrown;
  if (status >= 400 && status <= 599) return thrown;
  const { retryAfter, problem } = thrown;
  if (code in statuses) {
    return new BillingError(code, { status: statuses[code], retryAfter, problem });
  }
  // What went wrong between an engine and its own backend is no code of the contract.
  return new BillingError('upstream_unavailable', {
    status: code === 'timeout' ? 504 : 502,
    retryAfter,
  });
}
