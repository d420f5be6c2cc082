import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement, TemplateResult } from 'lit';

import { hexOf, seeded } from '../../mocks/generate/random.js';
import type { BillingApi } from '../../src/api/billing-api.js';
import '../../src/elements/billing-checkout/billing-checkout.content.js';
import '../../src/elements/billing-checkout/billing-checkout.js';
import '../../src/elements/invoice-list/invoice-list.content.js';
import '../../src/elements/invoice-list/invoice-list.js';
import '../../src/elements/plan-usage/plan-usage.content.js';
import '../../src/elements/plan-usage/plan-usage.js';
import '../../src/elements/support-plan/support-plan.content.js';
import '../../src/elements/support-plan/support-plan.js';
import { chartPairs } from '../../src/elements/usage-chart/chart-colours.js';
import '../../src/elements/usage-chart/usage-chart.content.js';
import '../../src/elements/usage-chart/usage-chart.js';
import { colourPairs, contrastOf, contrastReport, luminanceOf } from '../../src/ui/contrast.js';
import { emulate } from '../support/browser-commands.js';
import { drawnTexts } from '../support/drawn-texts.js';
import { inState, settled } from '../support/mount.js';
import { createMemoryEngine } from '../../mocks/memory-engine.js';

type Tokens = Readonly<Record<string, string>>;

const schemes = ['light', 'dark'] as const;
const pairs = [...colourPairs, ...chartPairs];

/** Any colour but that of a dream: a brand's. */
function brandColours(count: number): string[] {
  const random = seeded('brands');
  return Array.from(
    { length: count },
    () => `#${hexOf(Math.floor(random() * 0x1000000)).slice(-6)}`,
  );
}

async function onPage(content: TemplateResult): Promise<HTMLElement> {
  document.documentElement.lang = 'en';
  const page = await fixture<HTMLElement>(html`<div>${content}</div>`);
  for (const child of page.querySelectorAll<LitElement>(':scope > *')) {
    await settled(child);
    await inState(child, 'ready');
  }
  return page;
}

function paint(page: HTMLElement, scheme: string, tokens: Tokens): void {
  page.removeAttribute('style');
  page.style.colorScheme = scheme;
  page.style.backgroundColor = 'var(--billing-surface, light-dark(#fff, #16181f))';
  for (const [name, value] of Object.entries(tokens)) page.style.setProperty(name, value);
}

/** The pairs that are too weak, in words. */
function weakIn(page: HTMLElement): string[] {
  const [element] = page.children;
  return contrastReport(element!, pairs)
    .filter(({ least, ratio }) => ratio < least)
    .map(({ ratio, what }) => `${what}: ${ratio}`);
}

const chart = (client: BillingApi): TemplateResult =>
  html`<usage-chart .client=${client} view="table"></usage-chart>`;

// What is measured is not halfway between two colours.
before(() => emulate({ reducedMotion: 'reduce' }));
after(() => emulate({}));

describe('The contrast of two colours', () => {
  it('is that of WCAG 2.2', () => {
    expect(luminanceOf([255, 255, 255])).to.be.closeTo(1, 1e-9);
    expect(contrastOf([0, 0, 0], [255, 255, 255])).to.be.closeTo(21, 1e-9);
    expect(contrastOf([118, 118, 118], [255, 255, 255])).to.be.closeTo(4.54, 0.005);
    expect(contrastOf([255, 255, 255], [119, 119, 119])).to.be.closeTo(4.48, 0.005);
  });
});

describe('Colours of a page', function () {
  // Hundreds of themes, each computed anew: half a minute where the machine is busy.
  this.timeout(120_000);

  it('are legible by default', async () => {
    const page = await onPage(chart(createMemoryEngine({ world: 'standard', now: Date.now })));
    for (const scheme of schemes) {
      paint(page, scheme, {});
      expect(contrastReport(page.children[0]!, pairs)).to.have.length(pairs.length);
      expect(weakIn(page), scheme).to.eql([]);
    }
  });

  it('stand out from their ground with 200 brands, in light and in dark', async () => {
    const page = await onPage(chart(createMemoryEngine({ world: 'standard', now: Date.now })));
    for (const accent of ['#000', '#fff', '#ff0', '#00f', ...brandColours(200)]) {
      for (const scheme of schemes) {
        paint(page, scheme, { '--billing-accent': accent });
        expect(weakIn(page), `${accent}, ${scheme}`).to.eql([]);
      }
    }
  });

  it('stand out with any colour in any role', async () => {
    const page = await onPage(chart(createMemoryEngine({ world: 'standard', now: Date.now })));
    const roles = [
      'text',
      'text-muted',
      'control',
      'success',
      'warning',
      'danger',
      'focus',
      'accent',
      'on-accent',
    ];
    for (const colour of brandColours(40)) {
      for (const scheme of schemes) {
        const given = [
          ...roles.map((role) => `--billing-${role}`),
          ...chartPairs.map((_, at) => `--usage-chart-color-${at + 1}`),
        ].map((token) => [token, colour] as const);
        // Neither the shades of the surface nor the surface itself follow from a text of any colour.
        const shades = { '--billing-surface-sunken': 'var(--x)', '--billing-track': 'var(--x)' };
        const plain = scheme === 'light' ? '#fff' : '#16181f';
        paint(page, scheme, { ...Object.fromEntries(given), ...shades, '--x': plain });
        expect(weakIn(page), `${colour}, ${scheme}`).to.eql([]);
      }
    }
  });

  it('follow the surface, not the scheme', async () => {
    const page = await onPage(chart(createMemoryEngine({ world: 'standard', now: Date.now })));
    for (const surface of ['#10241c', '#fdf6e3', '#000', '#fff', '#2b1055', '#0b0c10']) {
      for (const scheme of schemes) {
        for (const accent of brandColours(10)) {
          paint(page, scheme, { '--billing-surface': surface, '--billing-accent': accent });
          expect(weakIn(page), `${accent} on ${surface}, ${scheme}`).to.eql([]);
        }
      }
    }
  });

  it('stand out where the surface shows what is behind it', async () => {
    const page = await onPage(chart(createMemoryEngine({ world: 'standard', now: Date.now })));
    for (const scheme of schemes) {
      paint(page, scheme, { '--billing-surface': 'transparent', '--billing-accent': '#ffd400' });
      page.style.backgroundColor = scheme === 'light' ? '#fff' : '#16181f';
      const [text] = drawnTexts(page).filter(({ text }) => text === 'Export CSV');
      expect(text?.ratio, scheme).to.be.greaterThan(4.5);
    }
  });

  it('keep their opacity in mind', async () => {
    const page = await onPage(chart(createMemoryEngine({ world: 'standard', now: Date.now })));
    paint(page, 'light', { '--billing-text-muted': 'rgb(0 0 0 / 0.6)' });
    const report = contrastReport(page.children[0]!);
    const muted = report.find(({ what }) => what === 'muted text on a card');
    // As black of 60 % on white is: neither black, nor too faint.
    expect(muted?.ratio).to.be.closeTo(5.74, 0.1);
  });

  it('stay as they were given where they are legible', async () => {
    const page = await onPage(chart(createMemoryEngine({ world: 'standard', now: Date.now })));
    paint(page, 'light', { '--billing-accent': '#ffd400', '--billing-danger': '#a01020' });
    const element = page.children[0]!;
    const fill = element.shadowRoot!.appendChild(document.createElement('span'));
    fill.style.color = 'var(--_danger)';
    fill.style.backgroundColor = 'var(--_accent-fill)';
    const { backgroundColor } = getComputedStyle(fill);
    fill.remove();
    expect(backgroundColor).to.equal('rgb(255, 212, 0)');
  });
});

describe('Every text that the elements show', () => {
  const overview = (client: BillingApi): TemplateResult => html`
    <plan-usage .client=${client}></plan-usage>
    <usage-chart .client=${client} group-by="channel"></usage-chart>
    <support-plan .client=${client}></support-plan>
    <invoice-list .client=${client}></invoice-list>
  `;
  const checkout = (client: BillingApi): TemplateResult => html`
    <billing-checkout .client=${client} purpose="plan" plan-id="plan_advanced"></billing-checkout>
  `;

  for (const [what, content, world, least] of [
    ['the overview', overview, 'standard', 100],
    ['the overview when a payment failed', overview, 'past-due', 100],
    ['the payment page', checkout, 'standard', 20],
  ] as const) {
    it(`is legible with extreme brands: ${what}`, async () => {
      const page = await onPage(content(createMemoryEngine({ world, now: Date.now })));
      for (const accent of ['#ffe600', '#000000', '#ffffff', '#0000ff', '#7f7f7f']) {
        for (const scheme of schemes) {
          paint(page, scheme, { '--billing-accent': accent });
          const texts = drawnTexts(page);
          const weak = texts.filter(({ ratio }) => ratio < 4.5);
          expect(texts).to.have.length.greaterThan(least);
          expect(weak, `${accent}, ${scheme}`).to.eql([]);
        }
      }
    });
  }
});
