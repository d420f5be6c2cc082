import { startWebKit } from '../../support/webkit.js';
import { startChromium } from './chromium.js';
import type { Driver } from './driver.js';
import { startFirefox } from './firefox.js';

const starts: Readonly<Record<string, () => Promise<Driver>>> = {
  chromium: startChromium,
  firefox: startFirefox,
  webkit: startWebKit,
};

/** The engines of a run, by `ENGINES`. */
export function engineNames(): string[] {
  return (process.env['ENGINES'] ?? 'chromium').split(',');
}

export function startEngine(name: string): Promise<Driver> {
  const start = starts[name];
  if (!start) throw new Error(`No engine is called ${name}: ${Object.keys(starts).join(', ')}.`);
  return start();
}
