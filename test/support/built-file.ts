/** The built package as a server hands it out. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';

import { root } from './source.js';

const types: Readonly<Record<string, string>> = { '.css': 'text/css', '.js': 'text/javascript' };

/** The file of `dist/` at a path; for any other path, such as that of an icon, nothing. */
export async function builtFile(pathname: string): Promise<Response> {
  if (!pathname.startsWith('/dist/')) return new Response(null, { status: 204 });
  const body = await readFile(root + pathname.slice(1));
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': types[extname(pathname)] ?? 'application/octet-stream',
      'cache-control': 'max-age=600',
    },
  });
}
