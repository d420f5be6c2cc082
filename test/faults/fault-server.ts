/**
 * A billing backend that can be told to fail, on real sockets and the same for every browser: the
 * handler of the package over the memory engine, with a fault before it. It also serves the built
 * package, and the page that looks at its elements.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { createMockBackend } from '../../mocks/mock-backend.js';
import { storyTime } from '../support/clock.js';
import type { Exchange, Fault, GoodAnswer } from './fault.js';
import { send } from './fault.js';
import type { RunPlan, RunResult } from './page/run.js';
import { strictPolicy } from '../support/strict-policy.js';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** How long a page may take for one fault and all elements before it counts as hung. */
const longestRun = 240_000;

export interface FaultServer {
  /** Lets a browser go to a page that tries one fault on some elements, and tells what came out. */
  run(
    fault: Fault,
    plan: Omit<RunPlan, 'other'>,
    visit: (url: string) => Promise<unknown>,
  ): Promise<RunResult>;
  close(): Promise<void>;
}

export async function startFaultServer(): Promise<FaultServer> {
  const page = await pageScript();
  let fault: Fault | undefined;
  let plan: RunPlan | undefined;
  let hasFault = false;
  /** Requests of the page to which nothing more comes before it gives them up. */
  let stalled: number[] = [];
  let followed = 0;
  let report: (result: RunResult) => void = () => undefined;

  const backend = createMockBackend({ now: () => Date.parse(storyTime) });

  /** Asks the backend of an account what it would say. */
  const ask = async (
    message: IncomingMessage,
    path: string,
    isConditional = true,
  ): Promise<GoodAnswer> => {
    const { headers, method = 'GET' } = message;
    const body = method === 'GET' ? null : await textOf(message);
    const picked = ['content-type', 'x-requested-with', 'idempotency-key'];
    // What a fault alters is no answer to a condition.
    if (isConditional) picked.push('if-none-match');
    const request = new Request(`http://127.0.0.1/api/billing/accounts/${path}`, {
      method,
      body,
      headers: picked.flatMap((name): [string, string][] => {
        const value = headers[name];
        return typeof value === 'string' ? [[name, value]] : [];
      }),
    });
    const response = await backend.handle(request);
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  };

  const suffer = async (
    message: IncomingMessage,
    response: ServerResponse,
    path: string,
    number: number,
  ) => {
    const standing = stalled;
    let good: Promise<GoodAnswer> | undefined;
    const exchange: Exchange = {
      request: message,
      response,
      resource: path.replace(/^[^/]+\//u, '').replace(/\?.*$/u, ''),
      elsewhere: other.origin(),
      good: () => (good ??= ask(message, path, false)),
      stall: () => void standing.push(number),
    };
    if (hasFault && fault) return fault.answer(exchange);
    const { body, headers, status } = await ask(message, path);
    send(exchange, status, headers, body);
  };

  const api = async (message: IncomingMessage, response: ServerResponse, url: string) => {
    const [, number] = /[?&]wire=(\d+)$/u.exec(url) ?? [];
    const [, kind, path] =
      /^\/(neighbour|foreign|suffering)\/[^/]*\/accounts\/(.*?)(?:[?&]wire=\d+)?$/u.exec(url) ?? [];
    if (kind === 'suffering' && path) return suffer(message, response, path, Number(number));
    const { body, headers, status } = await ask(message, path ?? '');
    response.writeHead(status, headers);
    response.end(kind === 'foreign' ? asForeign(body) : body);
  };

  const control = (response: ServerResponse, order: string | undefined): void => {
    if (order === 'on' || order === 'off') hasFault = order === 'on';
    const isSetUp = fault?.origin === 'down' ? other.listen(!hasFault) : Promise.resolve();
    void isSetUp.then(() => {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify({ stalled, followed }));
    });
  };

  const host = startServer(async (message, response) => {
    const url = message.url ?? '/';
    if (/^\/(neighbour|foreign|suffering)\//u.test(url)) {
      await api(message, response, url);
      return;
    }
    if (url.startsWith('/control/')) {
      control(response, url.split('/').at(-1));
      return;
    }
    if (url === '/result') {
      const text = await textOf(message);
      response.writeHead(204).end();
      report(JSON.parse(text) as RunResult);
      return;
    }
    if (url === '/login.html') followed += 1;
    await sendFile(response, url, page, () => pageOf(plan));
  });

  const other = startServer(async (message, response) => {
    const url = message.url ?? '/';
    if (url.startsWith('/login')) followed += 1;
    if (fault?.origin !== 'other-without-cors' || !hasFault) allow(message, response);
    if (message.method === 'OPTIONS') return void response.writeHead(204).end();
    return api(message, response, url);
  });

  await Promise.all([host.listen(true), other.listen(true)]);

  return {
    run: async (next, part, visit) => {
      fault = next;
      hasFault = false;
      stalled = [];
      plan = { ...part, other: next.origin === undefined ? undefined : other.origin() };
      await other.listen(true);
      const result = new Promise<RunResult>((resolve, reject) => {
        const timer = setTimeout(() => {
          reject(new Error(`No word from the page within ${longestRun / 1000} s.`));
        }, longestRun);
        report = (told) => {
          clearTimeout(timer);
          resolve(told);
        };
      });
      // A page that hangs is told by the result alone.
      result.catch(() => undefined);
      await visit(`${host.origin()}/run?${encodeURIComponent(next.name)}`);
      const told = await result;
      return { ...told, followed };
    },
    close: async () => {
      await Promise.all([host.listen(false), other.listen(false)]);
    },
  };
}

interface Startable {
  readonly origin: () => string;
  /** Listens, or hangs up and refuses; on the same port again and again. */
  readonly listen: (shall: boolean) => Promise<void>;
}

function startServer(
  answer: (message: IncomingMessage, response: ServerResponse) => Promise<unknown>,
): Startable {
  let port = 0;
  let server: Server | undefined;
  const sockets = new Set<Socket>();

  const up = async (): Promise<void> => {
    if (server) return;
    const made = createServer((message, response) => {
      answer(message, response).catch(() => response.destroy());
    });
    // What a fault does to a line is no news to anybody.
    made.on('clientError', (_error, socket) => socket.destroy());
    made.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => sockets.delete(socket));
    });
    await new Promise<void>((done) => made.listen(port, '127.0.0.1', done));
    port = (made.address() as AddressInfo).port;
    server = made;
  };

  const down = async (): Promise<void> => {
    const stopping = server;
    if (!stopping) return;
    server = undefined;
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => stopping.close(done));
  };

  return {
    origin: () => `http://127.0.0.1:${port}`,
    listen: (shall) => (shall ? up() : down()),
  };
}

/** Another origin that lets the page in, and read what it has to know. */
function allow({ headers }: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', headers.origin ?? '*');
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST, PUT');
  response.setHeader(
    'Access-Control-Allow-Headers',
    'authorization, content-type, if-none-match, idempotency-key, x-requested-with',
  );
  response.setHeader('Access-Control-Expose-Headers', 'etag, retry-after, x-request-id, date');
}

async function textOf(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** Every name as one of another account. */
function asForeign(body: string): string {
  return body.replace(/"(name|description|label)":"/gu, '$&Foreign ');
}

async function sendFile(
  response: ServerResponse,
  url: string,
  page: string,
  html: () => string,
): Promise<void> {
  const path = url.replace(/\?.*$/u, '');
  if (path === '/run') {
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy() });
    response.end(html());
    return;
  }
  if (path === '/page.js') {
    response.writeHead(200, { 'content-type': 'text/javascript' });
    response.end(page);
    return;
  }
  const file = path.startsWith('/dist/') ? fromRoot(normalize(path).slice(1)) : '';
  const body = file && (await readFile(file).catch(() => undefined));
  if (!body) return void response.writeHead(404).end();
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'text/plain',
    'cache-control': 'max-age=3600',
  });
  response.end(body);
}

const policy = (): string => strictPolicy.replace("connect-src 'self'", '$& http://127.0.0.1:*');

function pageOf(plan: RunPlan | undefined): string {
  const attribute = JSON.stringify({ ...plan })
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
    <script src="/page.js"></script>
    <script type="module" src="/dist/cdn/billing-elements.js"></script></head>
    <body data-plan="${attribute}"><button id="beside">Beside</button>
    <billing-provider id="stage"></billing-provider>
    <plan-usage id="neighbour" api-base="/neighbour/-/accounts/enterprise"></plan-usage></body></html>`;
}

/** The page's own script, as one file that runs before any other. */
async function pageScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(fromRoot('test/faults/page'), 'main.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
