import type { Problem } from '../billing/types.js';
import { requestIdOf } from './answer.js';
import type { Answer } from './answer.js';
import { BillingError } from './billing-error.js';
import type { Clock } from './clock.js';
import { problem as readProblem } from './answers/problem.js';
import { jsonOf } from './json.js';
import { retryAfterOf } from './retry-after.js';

const codes: Readonly<Record<number, string>> = {
  400: 'invalid_request',
  401: 'unauthenticated',
  402: 'payment_failed',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  410: 'not_found',
  422: 'invalid_request',
  429: 'rate_limited',
};

/** What a refusal or a failure of the server says, by its problem document or else by its status. */
export function errorOf(answer: Answer, clock: Clock): BillingError {
  const { headers, status } = answer;
  const problem = problemOf(answer);
  const code = problem?.code ?? codeOf(status);
  return new BillingError(code, {
    status,
    requestId: problem?.requestId ?? requestIdOf(answer),
    retryable: code !== 'not_supported' && (status === 429 || isServerFailure(status)),
    retryAfter: retryAfterOf(headers, clock),
    problem,
  });
}

function problemOf(answer: Answer): Problem | undefined {
  try {
    return readProblem(jsonOf(answer), { path: [], aside: [], wrong: '' });
  } catch {
    return undefined; // a gateway's page: the status has to do
  }
}

function codeOf(status: number): string {
  return codes[status] ?? (isServerFailure(status) ? 'upstream_unavailable' : 'bad_response');
}

const isServerFailure = (status: number): boolean => status >= 500 && status <= 599;
