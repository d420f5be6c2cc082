/** The server of all pages: files as a host would send them, and a billing API that has its answers at hand. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';

import { runnerImport } from 'vite';

import { root } from './places.js';

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

export const apiBase = '/api/billing/accounts/acc_1';

/**
 * Serves folders of this project by their path, pages by theirs, and the API of the standard
 * account. What was sent once is kept ready: it is the page that is measured, not this.
 *
 * @param {Record<string, string>} pages HTML by path
 */
export async function openSite(pages = {}) {
  const { module } = await runnerImport(join(root, 'mocks/mock-backend.ts'), {
    configFile: false,
    logLevel: 'error',
  });
  const backend = module.createMockBackend();
  /** @type {Map<string, Promise<{ status: number, type: string, body: Buffer }>>} */
  const ready = new Map();
  /** @type {string[]} */
  const calls = [];

  const ask = async (url, init) => {
    const response = await backend.handle(new Request(`http://127.0.0.1${url}`, init));
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, type, body: Buffer.from(await response.arrayBuffer()) };
  };
  const make = async (url) => {
    const { pathname } = new URL(url, 'http://127.0.0.1');
    if (pathname.startsWith('/api/')) return ask(url);
    if (pathname === '/favicon.ico') return { status: 204, type: 'image/x-icon', body: '' };
    if (pathname in pages) return { status: 200, type: types['.html'], body: pages[pathname] };
    const file = join(root, normalize(pathname));
    const type = types[extname(file)] ?? 'application/octet-stream';
    return { status: 200, type, body: await readFile(file) };
  };
  const zipped = (answer) => ({ ...answer, body: gzipSync(answer.body, { level: 9 }) });
  const read = (url) => {
    const answer = ready.get(url) ?? make(url).then(zipped);
    ready.set(url, answer);
    return answer;
  };
  const write = async (url, request) => {
    const { method, headers } = request;
    const type = { 'content-type': headers['content-type'] ?? '' };
    return zipped(await ask(url, { method, headers: type, body: await text(request) }));
  };

  const server = createServer((request, response) => {
    const { method, url = '/' } = request;
    if (url.startsWith('/api/')) calls.push(url);
    const answer = method === 'GET' ? read(url) : write(url, request);
    answer.then(
      ({ status, type, body }) => {
        response.writeHead(status, {
          'content-type': type,
          'content-encoding': 'gzip',
          'content-length': body.length,
          'cache-control': 'no-store',
        });
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address();
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => {
      server.close(closed);
    });
  };
  return { origin: `http://127.0.0.1:${port}`, calls, close };
}
