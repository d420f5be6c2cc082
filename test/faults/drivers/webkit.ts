import { spawnSync } from 'node:child_process';

import type { Driver } from './driver.js';

/** WebDriver in its plainest form: one browser, one page; `with-webkit.sh` has started the driver. */
export async function startWebKit(): Promise<Driver> {
  const port = process.env['WEBKIT_DRIVER_PORT'];
  if (port === undefined)
    throw new Error('WebKit is driven inside of test/support/with-webkit.sh.');
  const base = `http://127.0.0.1:${port}`;
  const options = { binary: browserPath(), args: ['--automation'] };
  const { sessionId } = await ask<{ sessionId: string }>('POST', `${base}/session`, {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  });
  return {
    visit: (url) => ask('POST', `${base}/session/${sessionId}/url`, { url }),
    close: async () => {
      await ask('DELETE', `${base}/session/${sessionId}`);
    },
  };
}

async function ask<Value>(method: string, url: string, body?: object): Promise<Value> {
  const response = await fetch(url, {
    method,
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  });
  const { value } = (await response.json()) as { value: Value };
  if (!response.ok) throw new Error(`${method} ${url}: ${JSON.stringify(value)}`);
  return value;
}

/** The driver's own browser is not on the path. */
function browserPath(): string {
  const named = process.env['WEBKIT_BROWSER_PATH'];
  if (named !== undefined) return named;
  const { stdout } = spawnSync('dpkg', ['-L', 'libwebkit2gtk-4.1-0'], { encoding: 'utf8' });
  const found = stdout.split('\n').find((path) => path.endsWith('/MiniBrowser'));
  if (found === undefined) throw new Error('No MiniBrowser: set WEBKIT_BROWSER_PATH.');
  return found;
}
