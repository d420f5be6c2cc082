import { expect, fixture, html } from '@open-wc/testing';

import { createMemoryEngine } from '../../mocks/memory-engine.js';
import { chartPairs } from '../../src/elements/usage-chart/chart-colours.js';
import '../../src/elements/usage-chart/usage-chart.content.js';
import '../../src/elements/usage-chart/usage-chart.js';
import { colourPairs, contrastReport } from '../../src/ui/contrast.js';
import { emulate } from '../support/browser-commands.js';
import { inState } from '../support/mount.js';

const themes = ['neutral', 'high-contrast', 'kiln', 'marlow', 'pippin'];
const pairs = [...colourPairs, ...chartPairs];

async function loaded(theme: string): Promise<CSSStyleSheet> {
  const file = await fetch(new URL(`../../src/themes/${theme}.css`, import.meta.url));
  return new CSSStyleSheet().replace(await file.text());
}

describe('The theme', () => {
  before(() => emulate({ reducedMotion: 'reduce' }));
  after(() => emulate({}));

  afterEach(() => {
    document.adoptedStyleSheets = [];
    document.documentElement.style.removeProperty('color-scheme');
  });

  for (const theme of themes) {
    for (const scheme of ['light', 'dark']) {
      it(`${theme} is legible in ${scheme}`, async () => {
        document.adoptedStyleSheets = [await loaded(theme)];
        document.documentElement.style.colorScheme = scheme;
        const accent = getComputedStyle(document.documentElement).getPropertyValue(
          '--billing-accent',
        );
        expect(accent).to.match(/^light-dark/);
        const client = createMemoryEngine({ world: 'standard', now: Date.now });
        const chart = await fixture(html`<usage-chart .client=${client}></usage-chart>`);
        await inState(chart, 'ready');
        const strict = theme === 'high-contrast';
        const needed = (least: number): number => (!strict ? least : least === 4.5 ? 7 : 4.5);
        const report = contrastReport(chart, pairs);
        const weak = report.filter(({ least, ratio }) => ratio < needed(least));
        expect(report).to.have.length(pairs.length);
        expect(weak.map(({ ratio, what }) => `${what}: ${ratio.toFixed(2)}`)).to.eql([]);
      });
    }
  }
});
