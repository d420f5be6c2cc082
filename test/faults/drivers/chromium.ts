import { launch } from '../../e2e/browser.js';
import type { Driver } from './driver.js';

export async function startChromium(): Promise<Driver> {
  const browser = await launch({ timeout: 0 });
  const page = await browser.newPage({ locale: 'en-US' });
  return {
    visit: (url) => page.goto(url, { waitUntil: 'commit', timeout: 0 }),
    close: () => browser.close(),
  };
}
