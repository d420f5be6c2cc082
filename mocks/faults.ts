/** Backends that fail in one way, for stories, the demo and whoever wants to see an element cope. */
import type { BillingHandler } from '../src/server/index.js';

/** The faults by their names, which are also segments of the demo's addresses. */
export const faultNames = [
  'none',
  'slow',
  'hanging',
  '401',
  '403',
  '404',
  '429',
  '500',
  '503',
  'offline',
  'malformed',
  'html',
  'empty-body',
  'bad-row',
  'wrong-account',
] as const;

export type FaultName = (typeof faultNames)[number];

export function isFaultName(name: string): name is FaultName {
  return faultNames.some((fault) => fault === name);
}

/** A handler whose every answer suffers a fault. */
export function withFault(handler: BillingHandler, fault: FaultName): BillingHandler {
  switch (fault) {
    case 'none':
      return handler;
    case 'slow':
      return async (request) => {
        await waited(slowBy, request.signal);
        return handler(request);
      };
    case 'hanging':
      return ({ signal }) => waited(Infinity, signal);
    case 'offline':
      // The only response that `fetch` turns into a network failure.
      return () => Promise.resolve(Response.error());
    case '401':
      return refusing(401, 'unauthenticated');
    case '403':
      return refusing(403, 'forbidden');
    case '404':
      return refusing(404, 'not_found');
    case '429':
      return refusing(429, 'rate_limited', { 'Retry-After': '12' });
    case '500':
      return refusing(500, 'upstream_unavailable');
    case '503':
      return refusing(503, 'upstream_unavailable', { 'Retry-After': '30' });
    case 'html':
      return () =>
        Promise.resolve(
          new Response('<!doctype html><title>Welcome</title><p>Please sign in.</p>', {
            headers: { 'Content-Type': 'text/html' },
          }),
        );
    case 'empty-body':
      return () => Promise.resolve(new Response(null, { status: 204 }));
    case 'malformed':
      return changed(handler, (json) => json.slice(0, Math.ceil(json.length / 2)));
    case 'bad-row':
      return changed(handler, withBadRow);
    case 'wrong-account':
      return changed(handler, (json) => json.replace(/^\{"id":"[^"]*","name"/, '{"id":"x","name"'));
  }
}

/** Longer than people wait without a word, shorter than the client waits at all. */
const slowBy = 6_000;

function waited(milliseconds: number, signal: AbortSignal): Promise<never>;
function waited(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = Number.isFinite(milliseconds) ? setTimeout(resolve, milliseconds) : undefined;
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}

function refusing(
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): BillingHandler {
  const problem = JSON.stringify({ type: 'about:blank', status, code, requestId: 'req_mock' });
  return () =>
    Promise.resolve(
      new Response(problem, {
        status,
        headers: { 'Content-Type': 'application/problem+json', ...headers },
      }),
    );
}

/** Changes the text of every JSON that the handler answers well with. */
function changed(handler: BillingHandler, change: (json: string) => string): BillingHandler {
  return async (request) => {
    const response = await handler(request);
    const type = response.headers.get('Content-Type') ?? '';
    if (!response.ok || !type.startsWith('application/json')) return response;
    const headers = new Headers(response.headers);
    // The tag would name the right answer, and 304 would bring it back.
    headers.delete('ETag');
    return new Response(change(await response.text()), { status: response.status, headers });
  };
}

/** One row more in each list of rows, of which nothing can be made. */
function withBadRow(json: string): string {
  const bad = { id: 7, name: null, start: 'yesterday', at: 'soon', value: 'much', total: {} };
  return json.replace(/"(items|buckets|meters)":\[(\]?)/g, (_match, name: string, end: string) =>
    end ? `"${name}":[${JSON.stringify(bad)}]` : `"${name}":[${JSON.stringify(bad)},`,
  );
}
