/** What happens to the line: sockets that break, stall, lie about their length. */
import { gzipSync } from 'node:zlib';

import type { Exchange, Fault } from '../fault.js';
import { consoleStands, inParts, json, send } from '../fault.js';

const half = (text: string): string => text.slice(0, Math.ceil(text.length / 2));

/** Writes bytes to the line that no server of today would. */
function raw({ response }: Exchange, bytes: string, then: 'close' | 'reset' | 'keep'): void {
  const { socket } = response;
  if (!socket) return;
  socket.write(bytes, () => {
    if (then === 'close') socket.end();
    if (then === 'reset') socket.resetAndDestroy();
  });
}

/** Else Chromium waits for the rest of what it gave up, and then lets nothing else through. */
const closing = { ...json, Connection: 'close' };

const withLength = (length: number, extra = ''): string =>
  `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n${extra}\r\n`;

const stalledHeaders: Fault = {
  name: 'headers that never come',
  answer: (exchange) => {
    exchange.stall();
  },
};

const reset: Fault = {
  name: 'a line that is reset',
  answer: ({ response }) => {
    response.socket?.resetAndDestroy();
  },
};

export const lineFaults: readonly Fault[] = [
  { name: 'a refused connection', origin: 'down', answer: () => undefined },
  reset,
  inParts(reset, consoleStands),
  {
    name: 'offline',
    isOffline: true,
    ends: ['offline', 'stale'],
    answer: ({ response }) => {
      response.socket?.resetAndDestroy();
    },
  },
  {
    name: 'a line that ends without a word',
    answer: ({ response }) => {
      response.socket?.end();
    },
  },
  {
    name: 'a line that breaks amid the headers',
    answer: (exchange) => {
      raw(exchange, 'HTTP/1.1 200 OK\r\nContent-Ty', 'reset');
    },
  },
  stalledHeaders,
  inParts(stalledHeaders, consoleStands),
  {
    name: 'a body that never comes',
    answer: (exchange) => {
      exchange.response.writeHead(200, closing);
      exchange.response.flushHeaders();
      exchange.stall();
    },
  },
  {
    name: 'a body that stalls amid',
    answer: async (exchange) => {
      const { body } = await exchange.good();
      exchange.response.writeHead(200, { ...closing, 'Content-Length': Buffer.byteLength(body) });
      exchange.response.write(half(body), () => {
        exchange.stall();
      });
    },
  },
  {
    name: 'a body in single bytes',
    ends: ['ready', 'ready'],
    answer: async ({ good, response }) => {
      const { body, headers } = await good();
      response.writeHead(200, headers);
      const bytes = Buffer.from(body);
      const drop = (at: number): void => {
        // The last part comes at once: thousands of bytes one by one prove no more than fifty.
        if (at >= 50 || at >= bytes.length) response.end(bytes.subarray(at));
        else response.write(bytes.subarray(at, at + 1), () => setImmediate(drop, at + 1));
      };
      drop(0);
    },
  },
  {
    name: 'a body cut short of its length',
    answer: async (exchange) => {
      const { body } = await exchange.good();
      raw(exchange, withLength(Buffer.byteLength(body)) + half(body), 'close');
    },
  },
  {
    name: 'a chunked body cut off',
    answer: async (exchange) => {
      const part = half((await exchange.good()).body);
      const size = Buffer.byteLength(part).toString(16);
      const head =
        'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
      raw(exchange, `${head}${size}\r\n${part}\r\n`, 'close');
    },
  },
  {
    name: 'a broken chunk',
    answer: (exchange) => {
      const head =
        'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
      raw(exchange, `${head}zz\r\n{}\r\n`, 'close');
    },
  },
  {
    name: 'a status line of garbage',
    answer: (exchange) => {
      raw(exchange, 'SSH-2.0-OpenSSH_9.2\r\n\r\n', 'close');
    },
  },
  {
    name: 'gzip that is none',
    answer: async (exchange) => {
      const { body } = await exchange.good();
      send(exchange, 200, { ...json, 'Content-Encoding': 'gzip' }, `x${body}`);
    },
  },
  {
    name: 'gzip cut off',
    answer: async (exchange) => {
      const packed = gzipSync((await exchange.good()).body);
      const part = packed.subarray(0, packed.length / 2);
      send(exchange, 200, { ...json, 'Content-Encoding': 'gzip' }, part);
    },
  },
  {
    name: 'a body that never ends',
    answer: ({ response }) => {
      response.writeHead(200, json);
      const megabyte = ' '.repeat(1_000_000);
      const pour = (): void => {
        if (!response.destroyed) response.write(megabyte, () => setImmediate(pour));
      };
      pour();
    },
  },
  {
    name: 'a body announced as huge',
    answer: (exchange) => {
      raw(exchange, withLength(6_000_000, 'Connection: close\r\n'), 'keep');
      exchange.stall();
    },
  },
  {
    name: 'another origin that does not let the page in',
    origin: 'other-without-cors',
    answer: (exchange) => {
      send(exchange, 200, json, '{}');
    },
  },
  {
    name: 'early hints, then a good answer',
    ends: ['ready', 'ready'],
    answer: async (exchange) => {
      const { body, headers } = await exchange.good();
      exchange.response.writeEarlyHints({ link: '</x.css>; rel=preload; as=style' });
      send(exchange, 200, headers, body);
    },
  },
];
