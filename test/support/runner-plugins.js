/** What @web/test-runner does not do by itself: what it serves otherwise, and what a test may ask of the browser. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { strictPolicy } from './strict-policy.js';

const fromRoot = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/**
 * Serves each `*.vendor.ts` as one file: the packages behind them are CommonJS, or hundreds of
 * modules, which takes a browser ten seconds or fails.
 */
export function vendorBundles() {
  const bundles = new Map();
  return {
    name: 'vendor-bundles',
    async serve({ path }) {
      if (!path.endsWith('.vendor.ts')) return undefined;
      if (!bundles.has(path)) bundles.set(path, bundleOf(path));
      return { body: await bundles.get(path), type: 'js' };
    },
  };
}

async function bundleOf(path) {
  const { outputFiles } = await build({
    entryPoints: [fromRoot(path.slice(1))],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  return outputFiles[0].text;
}

/** The worker of msw must stand at the root to reach every request. */
export function mockWorker() {
  return {
    name: 'mock-worker',
    serve({ path }) {
      if (path !== '/mockServiceWorker.js') return undefined;
      const file = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');
      return { body: readFileSync(file, 'utf8'), type: 'js' };
    },
  };
}

/** Lets each test file begin with what knows the tests that other engines than Chromium cannot run. */
export function engineGate() {
  return {
    name: 'engine-gate',
    transform({ body, path }) {
      const [, file] = /^\/test\/(.*\.test\.ts)$/u.exec(path) ?? [];
      return file && `import '/test/support/engine-gate.ts?for=${file}';${body}`;
    },
  };
}

/** Lets the browser report what the strict policy of a page would refuse. */
export async function reportPolicy(context, next) {
  await next();
  if (context.response.is('html')) {
    context.set('Content-Security-Policy-Report-Only', strictPolicy);
  }
}

/** Lets each test file fail for what was reported. */
export function policyGate() {
  return {
    name: 'policy-gate',
    transform: ({ body, path }) =>
      path.endsWith('.test.ts') ? `import '/test/support/policy-gate.ts';${body}` : undefined,
  };
}

/**
 * The commands of `browser-commands.ts`. Tree and emulation speak to Chromium's own protocol; the
 * other engines are started with less motion, and know no more.
 */
export function browserCommands(engine) {
  const sessions = new WeakMap();
  const isChromium = engine === 'chromium';
  return {
    name: 'browser-commands',
    async executeCommand({ command, payload, session }) {
      const page = session.browser.getPage?.(session.id);
      if (command === 'accessibility-tree') {
        if (!isChromium) throw new Error(`The accessibility tree of ${engine} cannot be read.`);
        // The stock command leaves out meters and tables.
        return page.accessibility.snapshot({ interestingOnly: false });
      }
      if (command === 'picture') {
        return page.screenshot({ encoding: 'base64', type: 'png' });
      }
      if (command === 'emulate' && !isChromium) {
        // The colours that the page asks for are enough of a scheme.
        const { media, forcedColors, reducedMotion = 'reduce' } = payload;
        if (!media && !forcedColors && reducedMotion === 'reduce') return true;
        throw new Error(`${engine} cannot be told to emulate that.`);
      }
      if (command === 'emulate') {
        if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
        await sessions.get(page).send('Emulation.setEmulatedMedia', emulation(payload));
        return true;
      }
      if (command === 'pdf-text') {
        const input = Buffer.from(payload, 'base64');
        return execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' });
      }
      if (command === 'is-thorough') return Boolean(process.env.THOROUGH);
      return undefined;
    },
  };
}

/** Each call says all of it, so that `emulate({})` is the page as it was. */
function emulation({ media = '', colorScheme = '', reducedMotion = '', forcedColors = '' }) {
  return {
    media,
    features: [
      { name: 'prefers-color-scheme', value: colorScheme },
      { name: 'prefers-reduced-motion', value: reducedMotion },
      { name: 'forced-colors', value: forcedColors },
    ],
  };
}
