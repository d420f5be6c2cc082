/** A site with the built package and a billing backend in memory, and a browser to look at its pages. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, normalize } from 'node:path';

import type { Page } from 'playwright-core';

import { createDemoApi } from '../../mocks/demo-api.js';
import { onMemory } from '../../mocks/demo-backends/memory.js';
import { createMockBackend } from '../../mocks/mock-backend.js';
import { listen } from '../../mocks/node-server.js';
import { launch, openPage } from '../e2e/browser.js';
import type { Complaints } from '../e2e/browser.js';
import { root } from '../support/source.js';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** Where hosts put the package: a folder of the script tag's files, or all of it. */
const folders: readonly (readonly [string, string])[] = [
  ['/assets/', 'dist/'],
  ['/node_modules/billing-elements/', ''],
];

const tag = '<script type="module" src="/assets/cdn/billing-elements.js"></script>';

/** Elements of an account that the backend has. */
export const within = (elements: string): string =>
  `<billing-provider api-base="/api/billing/accounts/acc_1">${elements}</billing-provider>`;

/** All that a page may style, and that a policy may refuse something to. */
export const everything = within(`
  <plan-usage></plan-usage><usage-chart></usage-chart>
  <support-plan></support-plan><invoice-list></invoice-list>`);

export interface Site {
  /** What the page is served with. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A module that the page runs after the script tag; of a block that is run, what comes before it. */
  readonly script?: string;
  /** A stylesheet of the page. */
  readonly style?: string;
  /** Answers of the site's server that come before its own. */
  readonly answer?: (request: Request) => Promise<Response | undefined> | Response | undefined;
  /** False where the script tag is the page's own affair, or it has none. */
  readonly hasTag?: boolean;
}

export interface Opened {
  readonly page: Page;
  readonly complaints: Complaints;
  readonly close: () => Promise<void>;
}

export interface Bench {
  readonly origin: string;
  /** Opens a page: a whole document, or what stands in its body. */
  open(html: string, site?: Site): Promise<Opened>;
  /** Sends a request to the backend. */
  readonly handle: (request: Request) => Promise<Response>;
  close(): Promise<void>;
}

export async function openBench(): Promise<Bench> {
  const backend = createMockBackend();
  const api = createDemoApi(onMemory(backend));
  let shown = { html: '', site: {} as Site };

  const server = await listen(async (request) => {
    const { pathname } = new URL(request.url);
    const { html, site } = shown;
    const answer = await site.answer?.(request);
    if (answer) return answer;
    if (pathname.startsWith('/api/')) return api(request);
    if (pathname === '/page') {
      return new Response(html, { headers: { 'content-type': 'text/html', ...site.headers } });
    }
    if (pathname === '/page.js') return file('.js', site.script ?? '');
    if (pathname === '/page.css') return file('.css', site.style ?? '');
    return (await fileAt(pathname)) ?? new Response(null, { status: 404 });
  });
  const browser = await launch();

  return {
    origin: server.origin,
    handle: api,
    open: async (html, site = {}) => {
      backend.startOver();
      shown = { html: await documentOf(html, site), site };
      const { page, complaints } = await openPage(browser);
      await page.goto(`${server.origin}/page`);
      return { page, complaints, close: () => page.context().close() };
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

function file(ending: string, body: string | Uint8Array<ArrayBuffer>): Response {
  return new Response(body, { headers: { 'content-type': types[ending] ?? 'text/plain' } });
}

async function fileAt(pathname: string): Promise<Response | undefined> {
  if (pathname === '/favicon.ico') return new Response(null, { status: 204 });
  const [prefix = '', folder = ''] = folders.find(([start]) => pathname.startsWith(start)) ?? [];
  if (prefix === '') return undefined;
  const path = normalize(`/${pathname.slice(prefix.length)}`).slice(1);
  try {
    return file(extname(path), new Uint8Array(await readFile(root + folder + path)));
  } catch {
    return undefined;
  }
}

/** What a snippet leaves out: the script tag, an account to ask, the document around it. */
async function documentOf(html: string, { hasTag, script, style }: Site): Promise<string> {
  const own = await withNames(await withHashes(html));
  const added = [
    ...(style === undefined ? [] : ['<link rel="stylesheet" href="/page.css">']),
    ...((hasTag ?? !/<script[^>]+src=/.test(own)) ? [tag] : []),
    ...(script === undefined ? [] : ['<script type="module" src="/page.js"></script>']),
  ].join('');
  if (/^\s*<!doctype/i.test(own)) return own.replace('</head>', `${added}</head>`);
  const body = /api-?base/i.test(own) || script !== undefined ? own : within(own);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>${added}</head>
    <body>${body}</body></html>`;
}

/** Files whose hash a snippet shortens to `…` are those of the build. */
async function withNames(html: string): Promise<string> {
  const files = await readdir(`${root}dist/cdn`);
  return html.replaceAll(/([\w.-]+-)…\.js/g, (whole, start: string) => {
    const found = files.filter(
      (file) => file.startsWith(start) && /^[\w-]{8}\.js$/.test(file.slice(start.length)),
    );
    return found[0] ?? whole;
  });
}

/** Hashes that a snippet shortens to `sha384-…` are those of the build; a list of them is the whole one. */
async function withHashes(html: string): Promise<string> {
  if (!html.includes('sha384-…')) return html;
  const entry = await readFile(`${root}dist/cdn/billing-elements.js`);
  const map = await readFile(`${root}dist/cdn/import-map.json`, 'utf8');
  const [, hashes = ''] = /"integrity":\s*(\{[^}]*\})/.exec(map) ?? [];
  return html
    .replace(/(?<="integrity":\s*)\{[^}]*\}/, hashes.replaceAll('"./', '"/assets/cdn/'))
    .replaceAll('sha384-…', `sha384-${createHash('sha384').update(entry).digest('base64')}`);
}
