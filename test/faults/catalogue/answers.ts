/** Answers that arrive whole, and are not what was asked for. */
import type { Exchange, Fault } from '../fault.js';
import { consoleStands, inParts, json, send } from '../fault.js';

function problem(
  exchange: Exchange,
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = { type: 'about:blank', title: 'Title', status, code, requestId: 'req_fault' };
  const type = { 'Content-Type': 'application/problem+json' };
  send(exchange, status, { ...type, ...headers }, JSON.stringify(body));
}

function refusal(status: number, code: string, more: Partial<Fault> = {}): Fault {
  return {
    name: `${status} ${code}`,
    answer: (exchange) => {
      problem(exchange, status, code);
    },
    ...more,
  };
}

/** A page of a gateway or a login, where an answer of the API should be. */
function page(status: number, more: Partial<Fault> = {}): Fault {
  return {
    name: `${status} with a page of HTML`,
    answer: (exchange) => {
      const body = '<!doctype html><title>Welcome</title><h1>Please sign in</h1><p>undefined';
      send(exchange, status, { 'Content-Type': 'text/html; charset=utf-8' }, body);
    },
    ...more,
  };
}

function redirect(name: string, to: (exchange: Exchange) => string): Fault {
  return {
    name,
    ends: ['signed-out', 'signed-out'],
    answer: (exchange) => {
      send(exchange, 302, { Location: to(exchange) });
    },
  };
}

function busy(status: number, retryAfter: string, more: Partial<Fault> = {}): Fault {
  return {
    name: `${status}, Retry-After: ${retryAfter}`,
    answer: (exchange) => {
      problem(exchange, status, status === 429 ? 'rate_limited' : 'upstream_unavailable', {
        'Retry-After': retryAfter,
      });
    },
    ...more,
  };
}

/** The page's time, which stands still at first. */
const dateIn = (seconds: number): string =>
  new Date(Date.parse('2026-03-18T15:30:00Z') + seconds * 1000).toUTCString();

/** A good answer in other headers, or other bytes. */
function dressed(
  name: string,
  headers: Readonly<Record<string, string>>,
  change: (body: string) => string | Uint8Array,
  more: Partial<Fault> = {},
): Fault {
  return {
    name,
    answer: async (exchange) => {
      const { body } = await exchange.good();
      send(exchange, 200, headers, change(body));
    },
    ...more,
  };
}

const same = (body: string): string => body;

const failure = refusal(500, 'upstream_unavailable');
const missing = refusal(404, 'not_found');
const forbidden = refusal(403, 'forbidden', { ends: ['denied', 'denied'] });

export const answerFaults: readonly Fault[] = [
  refusal(400, 'invalid_request'),
  refusal(401, 'unauthenticated', { ends: ['signed-out', 'signed-out'] }),
  refusal(402, 'payment_failed'),
  forbidden,
  missing,
  refusal(405, 'method_not_allowed'),
  refusal(409, 'conflict'),
  refusal(410, 'not_found'),
  refusal(422, 'invalid_request'),
  refusal(429, 'rate_limited'),
  failure,
  refusal(501, 'not_supported', { ends: ['empty', 'stale'] }),
  refusal(502, 'upstream_unavailable'),
  refusal(503, 'upstream_unavailable'),
  refusal(504, 'upstream_timeout'),
  refusal(418, 'a_code_of_the_next_version'),
  inParts(failure, consoleStands),
  inParts(missing, consoleStands),
  inParts(forbidden, consoleStands),
  page(200),
  page(401, { ends: ['signed-out', 'signed-out'] }),
  page(404),
  page(502),
  {
    name: 'status 999',
    answer: (exchange) => {
      send(exchange, 999, json, '{}');
    },
  },
  {
    name: '204',
    answer: (exchange) => {
      send(exchange, 204, {});
    },
  },
  {
    name: '304 with nothing held',
    answer: (exchange) => {
      send(exchange, 304, { ETag: '"never-seen"' });
    },
    // With an answer held it is a good one.
    but: {
      'plan-usage': ['error', 'ready'],
      'usage-chart': ['error', 'ready'],
      'support-plan': ['error', 'ready'],
      'billing-console': ['error', 'ready'],
    },
  },
  redirect('a redirect to a login page', () => '/login.html'),
  redirect('a redirect to another origin', ({ elsewhere }) => `${elsewhere}/login`),
  redirect('a redirect to itself', ({ request }) => request.url ?? '/'),
  busy(503, '7', { asksAgain: true }),
  busy(429, '30', { asksAgain: true }),
  busy(503, '0', { asksAgain: true }),
  busy(503, dateIn(40), { asksAgain: true }),
  busy(503, dateIn(-3600)),
  busy(503, '3600'),
  busy(503, '999999999999'),
  busy(503, '-5'),
  busy(503, '1.5'),
  busy(503, 'soon'),
  dressed('an empty 200', json, () => ''),
  dressed('JSON as plain text', { 'Content-Type': 'text/plain' }, same),
  dressed('JSON without a type', {}, same),
  dressed('JSON with a byte order mark', json, (body) => `\uFEFF${body}`, {
    ends: ['ready', 'ready'],
  }),
  dressed('JSON in the wrong encoding', json, (body) =>
    Buffer.from(body.replace(/"name":"/gu, '$&\u00FC'), 'latin1'),
  ),
  dressed('JSON cut in half', json, (body) => body.slice(0, body.length / 2)),
  dressed('JSON with more behind it', json, (body) => `${body}<!-- served by edge 7 -->`),
  dressed('null', json, () => 'null'),
  dressed('an empty object', json, () => '{}'),
  dressed('an empty list', json, () => '[]'),
  dressed('a body over the limit', json, (body) => body + ' '.repeat(5_100_000)),
];
