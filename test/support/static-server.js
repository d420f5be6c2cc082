/** Serves a folder's files on a free port of this machine. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/**
 * Answers the server's address, and how to end it.
 *
 * @param {string} folder
 * @param {import('node:http').RequestListener} [api] gets what is asked below `/api/`
 */
export async function serveFolder(folder, api) {
  const server = createServer((request, response) => {
    if (api && request.url.startsWith('/api/')) api(request, response);
    else answer(folder, request, response).catch(() => response.writeHead(404).end());
  });
  await new Promise((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const close = () =>
    new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${server.address().port}`, close };
}

async function answer(folder, request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  const path = normalize(decodeURIComponent(pathname));
  const file = join(folder, path.endsWith(sep) ? `${path}index.html` : path);
  if (!(await stat(file)).isFile()) throw new Error('not a file');
  response.writeHead(200, {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Cache-Control': 'no-store',
  });
  createReadStream(file).pipe(response);
}
