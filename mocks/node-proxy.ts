import { request as send } from 'node:http';
import type { IncomingMessage } from 'node:http';

import type { BillingHandler } from '../src/server/index.js';

/**
 * Asks another server on this machine, under the name that the page knows this one by: so it takes
 * the page's origin for its own, as it would behind a real proxy.
 */
export function proxyTo(origin: string): BillingHandler {
  const { hostname, port } = new URL(origin);
  return async (request) => {
    const url = new URL(request.url);
    const headers = { ...Object.fromEntries(request.headers), host: url.host };
    const body = new Uint8Array(await request.arrayBuffer());
    return new Promise((resolve, reject) => {
      const { method, signal } = request;
      const path = url.pathname + url.search;
      const asked = send({ hostname, port, method, path, headers, signal }, (message) => {
        answerOf(message).then(resolve, reject);
      });
      asked.once('error', reject);
      asked.end(body);
    });
  };
}

async function answerOf(message: IncomingMessage): Promise<Response> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of message) chunks.push(chunk as Uint8Array);
  const { headersDistinct, statusCode: status = 502 } = message;
  const headers = Object.entries(headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const hasBody = status !== 204 && status !== 304;
  return new Response(hasBody ? Buffer.concat(chunks) : null, { status, headers });
}
