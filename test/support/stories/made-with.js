/**
 * What pictures are made with. Another browser or other fonts draw the same story otherwise, and then a
 * comparison says nothing.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';

import { decodePng } from './pictures.js';

const themes = new URL('../../../src/themes/', import.meta.url);

/** Latin letters and signs, and a script that the font of the stories lacks. */
const text = 'Plan & Usage $1,234.50 •••• فاتورة';

/** The families that stories are drawn in where the font that npm brings does not do. */
function families() {
  const named = readdirSync(themes).flatMap((file) =>
    [
      ...readFileSync(new URL(file, themes), 'utf8').matchAll(/-(?:mono|serif|sans):\s*([^;]+);/g),
    ].map(([, family]) => family.replaceAll(/\s+/g, ' ')),
  );
  return ['system-ui', ...named];
}

/** The browser, the fonts that it finds, and what a line in each of them looks like. */
export async function surroundingsOf(browser) {
  const page = await browser.newPage({ viewport: { width: 800, height: 400 } });
  try {
    const names = families();
    await page.evaluate(writeLines, { names, text });
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeIds } = await session.send('DOM.querySelectorAll', {
      nodeId: root.nodeId,
      selector: 'p',
    });
    const fonts = [];
    for (const nodeId of nodeIds) {
      const found = await session.send('CSS.getPlatformFontsForNode', { nodeId });
      fonts.push(...found.fonts.map(({ familyName }) => familyName));
    }
    const { data } = decodePng(await page.screenshot({ scale: 'css' }));
    return {
      chromium: browser.version(),
      fonts: [...new Set(fonts)].sort(),
      sample: createHash('sha256').update(data).digest('hex'),
    };
  } finally {
    await page.close();
  }
}

/** Runs in the page. */
function writeLines({ names, text }) {
  for (const name of names) {
    const line = document.createElement('p');
    line.style.fontFamily = name;
    line.textContent = text;
    document.body.append(line);
  }
}

/** Whether pictures of the one can be compared with those of the other: a later build may draw the same. */
export function isAlike(one, other) {
  const majorOf = ({ chromium }) => chromium.split('.', 1)[0];
  return (
    majorOf(one) === majorOf(other) &&
    one.sample === other.sample &&
    one.fonts.join() === other.fonts.join()
  );
}

export function inWords({ chromium, fonts, sample }) {
  return `Chromium ${chromium} and ${fonts.join(', ')}, whose sample is ${sample.slice(0, 8)}`;
}
