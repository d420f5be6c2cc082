/**
 * Stripe's idempotency: "we save the resulting status code and body of the first request made for
 * any given idempotency key, regardless of whether it succeeds or fails", once it has begun to be
 * carried out; the same key with other parameters is refused.
 * Source: https://docs.stripe.com/api/idempotent_requests
 */
import { json } from '../scripted-engine.js';
import type { EngineRequest } from '../scripted-engine.js';

export interface Saved {
  readonly request: string;
  readonly status: number;
  readonly body: unknown;
}

/** What was answered to a write before it began: its parameters or its address were wrong. */
const isUnbegun = (status: number): boolean => status === 400 || status === 404;

/**
 * Answers a POST with a key as it was answered first. Reads and DELETE take no notice of keys. All
 * customers of one seller share what is saved.
 */
export function repliesOf(
  answer: (request: EngineRequest) => Response,
  saved: Map<string, Saved>,
): (request: EngineRequest) => Promise<Response> {
  return async (asked) => {
    const key = asked.headers.get('Idempotency-Key');
    if (asked.method !== 'POST' || key === null) return answer(asked);
    const request = `${asked.url.pathname} ${asked.body}`;
    const known = saved.get(key);
    if (known && known.request !== request) {
      const message = 'Keys for idempotent requests can only be used with the same parameters';
      return json({ error: { type: 'idempotency_error', message } }, 400);
    }
    if (known) return json(known.body, known.status, { 'Idempotent-Replayed': 'true' });
    const response = answer(asked);
    const body: unknown = await response.clone().json();
    if (!isUnbegun(response.status)) saved.set(key, { request, status: response.status, body });
    return response;
  };
}
