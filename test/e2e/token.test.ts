import { readFile } from 'node:fs/promises';

import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';

import { createMockBackend } from '../../mocks/mock-backend.js';
import { listen } from '../../mocks/node-server.js';
import type { RunningServer } from '../../mocks/node-server.js';
import { builtFile } from '../support/built-file.js';
import { launch } from './browser.js';
import { strictPolicy } from '../support/strict-policy.js';

const canary = 'canary-7d1f0a3e';

type Fault = (elsewhere: string) => Response;

const problem =
  (status: number): Fault =>
  () =>
    new Response(JSON.stringify({ status, code: 'invalid_request' }), {
      status,
      headers: { 'content-type': 'application/problem+json' },
    });

/** What an API may answer to a request with a token. */
const faults: Readonly<Record<string, Fault>> = {
  ...Object.fromEntries(
    [400, 401, 402, 403, 404, 409, 410, 422, 429, 500, 503].map((status) => [
      status,
      problem(status),
    ]),
  ),
  html: () => new Response('<p>Sign in</p>', { headers: { 'content-type': 'text/html' } }),
  cut: () => new Response('{"id":', { headers: { 'content-type': 'application/json' } }),
  strange: () => new Response('[1]', { headers: { 'content-type': 'application/json' } }),
  gone: () => Response.error(),
  elsewhere: (elsewhere) => new Response(null, { status: 307, headers: { location: elsewhere } }),
};

/** What a page may answer that is asked for a token, and should not. */
const providers: Readonly<Record<string, string>> = {
  throws: `() => { throw new Error('refused ${canary}'); }`,
  rejects: `() => Promise.reject(new TypeError('no line for ${canary}'))`,
  lines: `() => Promise.resolve('${canary}\\n')`,
  object: `() => Promise.resolve({ token: '${canary} ü', expiresAt: '${canary}' })`,
};

const tags = ['plan-usage', 'usage-chart', 'support-plan', 'invoice-list', 'billing-console'];
const elements = `${tags.map((tag) => `<${tag}></${tag}>`).join('')}
  <billing-checkout purpose="plan" plan-id="plan_advanced"></billing-checkout>`;
const names = ['good', ...Object.keys(faults), ...Object.keys(providers)];
const body = names
  .map((name) => `<billing-provider id="${name}">${elements}</billing-provider>`)
  .join('');

/** Gives each part of the page its token, and notes whatever is told. */
const script = `
  globalThis.told = [];
  const say = (value, depth = 0) => {
    if (depth > 4 || value === null || typeof value !== 'object') return String(value);
    if (value instanceof Node || value === window) return '';
    const keys = new Set([...Object.getOwnPropertyNames(value), 'message', 'stack', 'cause', 'detail', 'reason', 'error']);
    return [...keys].map((key) => key + ' ' + say(value[key], depth + 1)).join(' ');
  };
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    globalThis.told.push(event.type + ' ' + say(event));
    return dispatchEvent.call(this, event);
  };
  for (const name of ['error', 'unhandledrejection']) addEventListener(name, (event) => globalThis.told.push(say(event)));
  const providers = { ${Object.entries(providers)
    .map(([name, code]) => `${name}: ${code}`)
    .join(', ')} };
  for (const one of document.querySelectorAll('billing-provider')) {
    one.getToken = providers[one.id] ?? (() => Promise.resolve('${canary}'));
    one.apiBase = '/api/' + one.id + '/accounts/acc_1';
  }
`;

/** In the page: everything that others could read. */
async function readAll(): Promise<Record<string, string>> {
  const parts: string[] = [];
  const visit = (node: Element | ShadowRoot): void => {
    if (node instanceof Element) {
      for (const { name, value } of node.attributes) parts.push(`${name}=${value}`);
      if (node.shadowRoot) visit(node.shadowRoot);
      if (node instanceof HTMLInputElement) parts.push(node.value);
    }
    for (const child of node.childNodes) {
      if (child instanceof Element) visit(child);
      else parts.push(child.textContent ?? '');
    }
  };
  visit(document.documentElement);
  const databases = await indexedDB.databases();
  return {
    page: parts.join(' '),
    events: (Reflect.get(globalThis, 'told') as string[]).join(' '),
    localStorage: JSON.stringify(localStorage),
    sessionStorage: JSON.stringify(sessionStorage),
    databases: JSON.stringify(databases),
    caches: JSON.stringify(await caches.keys()),
    cookies: document.cookie,
    address: `${location.href} ${JSON.stringify(history.state)} ${document.title} ${window.name}`,
    entries: JSON.stringify(performance.getEntries()),
  };
}

describe('A token, after every kind of failure of every element', () => {
  let browser: Browser;
  let server: RunningServer;
  let other: RunningServer;
  const opened: { readonly close: () => Promise<void> }[] = [];
  let page: Page;
  const console: string[] = [];
  const requests: string[] = [];
  const received: string[] = [];
  const reached: string[] = [];

  beforeAll(async () => {
    browser = await launch();
    opened.push(browser);
    const { handle } = createMockBackend();
    other = await listen((request) => {
      reached.push(request.url);
      return Promise.resolve(new Response(null, { status: 204 }));
    });
    opened.push(other);
    server = await listen(async (request) => {
      const { pathname } = new URL(request.url);
      const [, name = '', path] = /^\/api\/(\w+)(\/.*)$/u.exec(pathname) ?? [];
      if (path !== undefined) {
        received.push(`${name} ${request.headers.get('authorization') ?? ''}`);
        const fault = faults[name];
        if (fault) return fault(other.origin);
        // Copies of invoices are made in the page.
        if (path.endsWith('/pdf'))
          return new Response('{"status":404,"code":"not_supported"}', {
            status: 404,
            headers: { 'content-type': 'application/problem+json' },
          });
        const url = new URL(request.url);
        url.pathname = `/api/billing${path}`;
        return handle(new Request(url, request));
      }
      if (pathname === '/')
        return answer(
          'text/html',
          `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><script type="module" src="/dist/cdn/billing-elements.js"></script><script type="module" src="/page.js"></script><body>${body}`,
        );
      if (pathname === '/page.js') return answer('text/javascript', script);
      return builtFile(pathname);
    });
    opened.push(server);
    page = await browser.newPage({ locale: 'en-US', acceptDownloads: true });
    page.on('console', (message) => console.push(message.text()));
    page.on('pageerror', (error) => console.push(`${error.message} ${error.stack ?? ''}`));
    page.on('request', (request) => {
      const { authorization, ...headers } = request.headers();
      const isOurs = request.url().startsWith(`${server.origin}/api/`);
      requests.push(
        `${request.url()} ${request.postData() ?? ''} ${JSON.stringify(headers)} ${isOurs ? '' : (authorization ?? '')}`,
      );
    });
    await page.goto(server.origin);
    // Some are tried again, by a real clock, before they give up.
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('billing-provider > *')].every(
          (one) => one.shadowRoot && !one.matches(':state(loading)'),
        ),
      undefined,
      { timeout: 0 },
    );
  }, 180_000);

  afterAll(async () => {
    for (const one of opened) await one.close();
  });

  it('was sent, or there would be nothing to find', () => {
    for (const name of ['good', ...Object.keys(faults)])
      expect(received).to.include(`${name} Bearer ${canary}`);
    for (const name of Object.keys(providers))
      expect(received.filter((one) => one.startsWith(`${name} `))).to.eql([]);
  });

  it('was sent nowhere else, and followed no redirect', () => {
    expect(requests.filter((one) => one.includes(canary))).to.eql([]);
    expect(reached).to.eql([]);
  });

  it('stands nowhere that a person, a script or a log could read', async () => {
    const read: Record<string, string> = {
      ...(await page.evaluate(readAll)),
      console: console.join(' '),
    };
    expect(read['events']).to.contain('billing-error');
    expect(
      Object.entries(read)
        .filter(([, text]) => text.includes(canary))
        .map(([place]) => place),
    ).to.eql([]);
  });

  it('is in no file', async () => {
    const part = (tag: string, name: string) =>
      page.locator(`#good > ${tag} [part~="${name}"]`).first();
    const saved = async (
      ...presses: readonly (readonly [tag: string, name: string])[]
    ): Promise<string> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        (async () => {
          for (const [tag, name] of presses) await part(tag, name).click();
        })(),
      ]);
      return readFile(await download.path(), 'latin1');
    };
    const files = [
      await saved(['usage-chart', 'export'], ['usage-chart', 'export-summary']),
      await saved(['usage-chart', 'export'], ['usage-chart', 'export-records']),
      await saved(['invoice-list', 'export']),
      await saved(['invoice-list', 'download']),
    ];
    expect(files[3]).to.match(/^%PDF-/u);
    expect(files.filter((file) => file.includes(canary))).to.eql([]);
  });
});

const answer = (type: string, text: string): Response =>
  new Response(text, {
    headers: { 'content-type': type, 'content-security-policy': strictPolicy },
  });
