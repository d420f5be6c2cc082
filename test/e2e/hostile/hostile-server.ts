/** A billing server whose every text is what somebody wrote to do harm, and a page that shows it. */
import { createMockBackend } from '../../../mocks/mock-backend.js';
import type { MockBackend } from '../../../mocks/mock-backend.js';
import { listen } from '../../../mocks/node-server.js';
import type { RunningServer } from '../../../mocks/node-server.js';
import { builtFile } from '../../support/built-file.js';
import { hostile, problemSchema, schemaOf } from './hostile-answers.js';
import type { Order } from './hostile-answers.js';
import { payloads } from './payloads.js';
import { strictPolicy } from '../../support/strict-policy.js';

export interface HostileServerOptions {
  /**
   * The body of its page. Of `{api}/acc_1` all answers are good, of `{api}/refused` all are problems;
   * `{id:x}` is what the id `x` has become.
   */
  readonly page: string;
}

const account = '/accounts/acc_1';

/** Operations that a mock ends in only after a purchase. */
const operations: Readonly<Record<string, object>> = {
  op_transfer: {
    id: 'op_transfer',
    status: 'pending',
    instructions: [{ label: 'To', value: '1' }],
  },
  op_failed: {
    id: 'op_failed',
    status: 'failed',
    problem: { status: 402, code: 'payment_failed', errors: [{ detail: '' }] },
  },
};

/** How the page is made: under a policy or under none, and with words of the contract as well. */
export type Way = 'strict' | 'open' | 'bare';

/** The page stands at `/{way}/{number}`; its API says the payload of this number everywhere. */
export function startHostileServer({ page }: HostileServerOptions): Promise<RunningServer> {
  const backend = createMockBackend();
  return listen(async (request) => {
    const { pathname } = new URL(request.url);
    const [, way, at, path] = /^\/(strict|open|bare)\/(\d+)(\/.*)?$/u.exec(pathname) ?? [];
    const payload = payloads[Number(at)];
    if (way === undefined || at === undefined || payload === undefined) return builtFile(pathname);
    const order = { payload, isBare: way === 'bare' };
    if (path !== undefined) return answerOf(request, backend, path, order);
    const body = page
      .replaceAll('{api}', `/${way}/${at}/accounts`)
      .replaceAll(/\{id:(\w+)\}/gu, (_all, id: string) => inMarkup(payload + id));
    return new Response(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
      <script type="module" src="/dist/cdn/billing-elements.js"></script></head>
      <body>${body}</body></html>`,
      {
        headers: {
          'content-type': 'text/html',
          ...(way !== 'open' && { 'content-security-policy': strictPolicy }),
        },
      },
    );
  });
}

const inMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

async function answerOf(
  request: Request,
  backend: MockBackend,
  path: string,
  order: Order,
): Promise<Response> {
  if (!path.startsWith(account)) return refusal(statusOf(path), order);
  const { payload } = order;
  const url = new URL(request.url);
  const resource = without(path.slice(account.length), payload);
  const operation = operations[resource.replace('/operations/', '')];
  if (operation) return json(hostile(operation, schemaOf('GET', resource) ?? {}, order));
  if (request.headers.has('idempotency-key')) return refusal(422, order);
  const asked = new URL(`/api/billing${account}${resource}`, url);
  for (const [name, value] of url.searchParams) {
    asked.searchParams.append(name, value.replaceAll(payload, ''));
  }
  const body = request.method === 'GET' ? undefined : await request.text();
  const answer = await backend.handle(
    new Request(asked, {
      method: request.method,
      headers: request.headers,
      // As it stands in JSON.
      body: body?.replaceAll(JSON.stringify(payload).slice(1, -1), '') ?? null,
    }),
  );
  if (answer.headers.get('content-type') !== 'application/json') return answer;
  const schema = answer.ok ? schemaOf(request.method, resource) : problemSchema;
  return json(hostile(await answer.json(), schema ?? {}, order), answer.status);
}

/** Ids go out with the payload in them, and come back so. */
const without = (path: string, payload: string): string =>
  path
    .split('/')
    .map((part) => decodeURIComponent(part).replaceAll(payload, ''))
    .join('/');

const statuses = [400, 403, 404, 409, 422, 500];
const statusOf = (path: string): number => statuses[path.length % statuses.length] ?? 500;

function refusal(status: number, order: Order): Response {
  const problem = { status, code: 'invalid_request', errors: [{ detail: '' }] };
  return json(hostile(problem, problemSchema, order), status);
}

function json(body: unknown, status = 200): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
}
