/** The built package on a page of the strictest policy, with the mock backend behind it. */
import { createMockBackend } from '../../mocks/mock-backend.js';
import { listen } from '../../mocks/node-server.js';
import type { RunningServer } from '../../mocks/node-server.js';
import { builtFile } from '../support/built-file.js';
import { strictPolicy } from '../support/strict-policy.js';

/** At `/{tag}` there is a page with this element alone; what its address asks for are its attributes. */
export function startMockSite(): Promise<RunningServer> {
  const { handle } = createMockBackend();
  return listen(async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.startsWith('/api/')) return handle(request);
    const tag = /^\/[a-z]+-[a-z]+$/u.exec(pathname)?.[0].slice(1);
    if (tag === undefined) return builtFile(pathname);
    const attributes = [...searchParams].map(([name, value]) => `${name}="${value}"`).join(' ');
    return new Response(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
      <script type="module" src="/dist/cdn/billing-elements.js"></script></head>
      <body><${tag} ${attributes}></${tag}></body></html>`,
      { headers: { 'content-type': 'text/html', 'content-security-policy': strictPolicy } },
    );
  });
}
