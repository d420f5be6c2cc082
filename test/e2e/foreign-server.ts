/**
 * A billing backend that shares no code with this project: plain node:http and literal answers, as
 * someone would write it who has read nothing but the contract. It also serves the built files and
 * a page with the strictest policy that the elements promise to work under.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strictPolicy } from '../support/strict-policy.js';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

const tag = '<script type="module" src="/dist/cdn/billing-elements.js"></script>';

export interface ForeignServerOptions {
  /** The body of the page at `/`; a script at `/page.js` goes with it. */
  readonly page: string;
  readonly script?: string;
  /** What the page's head ends with; left out, the script tag with all elements. */
  readonly head?: string;
  readonly policy?: string;
  /** Files that stand in for those of `dist/`, or that it does not have. */
  readonly files?: (path: string) => string | undefined;
  readonly accountTimeZone?: string;
  readonly records?: number;
  /** How long an answer is held back, in milliseconds. */
  readonly delay?: (path: string) => number;
  /** Answers that stand in for this server's own, or that it does not have; bytes are a PDF. */
  readonly answers?: (resource: string, query: URLSearchParams) => object | undefined;
}

export interface ForeignServer {
  readonly origin: string;
  /** Method and address of every call to the API, in order. */
  readonly calls: string[];
  close(): Promise<void>;
}

export async function startForeignServer(options: ForeignServerOptions): Promise<ForeignServer> {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    void answer(request, response, options, calls);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, calls, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: ForeignServerOptions,
  calls: string[],
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, account, resource] = /^\/billing\/([^/]+)(\/.*)$/.exec(url.pathname) ?? [];
  if (account !== undefined && resource !== undefined) {
    calls.push(`${request.method ?? ''} ${request.url ?? ''}`);
    const wait = options.delay?.(url.pathname) ?? 0;
    if (wait > 0) await new Promise((later) => setTimeout(later, wait));
    const query = url.searchParams;
    const body =
      options.answers?.(resource, query) ?? resourceOf(account, resource, query, options);
    if (body instanceof Uint8Array) sendPdf(response, body);
    else sendJson(response, body);
    return;
  }
  await sendFile(response, url.pathname, options);
}

function sendJson(response: ServerResponse, body: object | undefined): void {
  const status = body ? 200 : 404;
  const type = body ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': type });
  response.end(JSON.stringify(body ?? { status, code: 'not_found' }));
}

function sendPdf(response: ServerResponse, body: Uint8Array): void {
  response.writeHead(200, { 'content-type': 'application/pdf' });
  response.end(body);
}

async function sendFile(
  response: ServerResponse,
  path: string,
  options: ForeignServerOptions,
): Promise<void> {
  const { page, script = '', head = tag, policy = strictPolicy, files } = options;
  if (path === '/') {
    response.writeHead(200, {
      'content-type': 'text/html',
      'content-security-policy': policy,
    });
    response.end(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
      <script type="module" src="/page.js"></script>${head}</head>
      <body>${page}</body></html>`);
    return;
  }
  if (path === '/favicon.ico') {
    response.writeHead(204).end();
    return;
  }
  if (path === '/page.js') {
    response.writeHead(200, { 'content-type': 'text/javascript' });
    response.end(script);
    return;
  }
  try {
    const file = join(dist, normalize(path.replace(/^\/dist\//, '/')));
    const body = files?.(path) ?? (await readFile(file));
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}

function resourceOf(
  account: string,
  resource: string,
  query: URLSearchParams,
  options: ForeignServerOptions,
): object | undefined {
  switch (resource) {
    case '/account':
      return {
        id: account,
        name: `Account ${account}`,
        currency: 'EUR',
        timeZone: options.accountTimeZone ?? 'America/New_York',
        meters: [
          {
            id: 'calls',
            name: 'Calls',
            dimensions: [{ id: 'region', name: 'Region' }],
            records: {
              columns: [
                { id: 'caller', name: 'Caller' },
                { id: 'note', name: 'Note' },
              ],
            },
          },
        ],
        can: { changePlan: { allowed: false, reason: 'contact_sales' } },
        contact: { email: 'help@example.test' },
      };
    case '/subscriptions/plan':
      return {
        slot: 'plan',
        status: 'active',
        plan: {
          id: 'team',
          name: `Team of ${account}`,
          price: { amount: '49.90', currency: 'EUR' },
          interval: 'month',
        },
        period: { start: '2026-11-01T04:00:00Z', end: '2026-12-01T05:00:00Z' },
        renewsAt: '2026-12-01T05:00:00Z',
      };
    case '/balances':
      return {
        items: [
          {
            id: 'calls',
            name: `Calls of ${account}`,
            kind: 'allowance',
            meter: 'calls',
            remaining: '750',
            granted: '1000',
            used: '250',
          },
        ],
      };
    case '/usage':
      return usage(account, query);
    case '/usage/records':
      return records(query, options.records ?? 0);
    default:
      return undefined;
  }
}

/** Labels by counting: a calendar of one's own, so that the project's own is not its judge. */
function labels(from: string, to: string, granularity: string): string[] {
  const made: string[] = [];
  const day = new Date(`${from}T00:00:00Z`);
  while (day.toISOString().slice(0, 10) < to) {
    made.push(day.toISOString().slice(0, 10));
    if (granularity === 'month') day.setUTCMonth(day.getUTCMonth() + 1);
    else day.setUTCDate(day.getUTCDate() + 1);
  }
  return made;
}

function usage(account: string, query: URLSearchParams): object {
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
  const granularity = query.get('granularity') ?? 'day';
  const starts = labels(from, to, granularity);
  const seed = [...account].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  const values = starts.map((_, index) => ((seed + index) * 7) % 50);
  return {
    meter: query.get('meter'),
    granularity,
    timeZone: query.get('timeZone') ?? 'America/New_York',
    from,
    to,
    total: String(values.reduce((sum, value) => sum + value, 0)),
    asOf: '2026-11-22T12:00:00Z',
    buckets: starts.map((start, index) => ({
      start,
      value: String(values[index]),
      partial: index === starts.length - 1,
      ...(query.has('groupBy') ? { groups: { north: String(values[index]), south: '0' } } : {}),
    })),
  };
}

function records(query: URLSearchParams, total: number): object {
  const start = Number(query.get('cursor') ?? '0');
  const end = Math.min(start + Number(query.get('limit') ?? '1000'), total);
  const items = Array.from({ length: end - start }, (_, offset) => {
    const number = start + offset;
    return {
      id: `call-${number}`,
      at: '2026-11-20T10:00:00Z',
      quantity: '1',
      values: { caller: `+49${number}`, note: number % 1000 === 0 ? '=HYPERLINK("x")' : 'a call' },
    };
  });
  return { total, items, nextCursor: end < total ? String(end) : null };
}
