import { expect, fixture, html } from '@open-wc/testing';

import { pseudoTexts } from '../../mocks/pseudo-locale.js';
import { misfitsIn } from '../support/pseudo/fits.js';
import { asData } from '../support/pseudo/marked-data.js';
import { markIntl } from '../support/pseudo/marked-intl.js';
import { hardCodedIn } from '../support/pseudo/said.js';

const drawn = (template: ReturnType<typeof html>) => fixture<HTMLElement>(template);

describe('What looks for hard-coded texts', () => {
  let unmark: () => void;
  beforeEach(() => {
    unmark = markIntl();
  });
  afterEach(() => {
    unmark();
  });

  it('passes over messages, data, and what Intl writes', async () => {
    const day = new Intl.DateTimeFormat('en').format(0);
    const names = new Intl.ListFormat('en').format([asData('INV-1'), asData('INV-2')]);
    const el = await drawn(html`
      <div title=${pseudoTexts.retry}>
        <p>${pseudoTexts.requestId(asData('req_1'))} · ${pseudoTexts.dueOn(day)}</p>
        <p>${asData('Essential')} — ${pseudoTexts.filesMissing(names)}</p>
        <p>${pseudoTexts.setAside(2, new Intl.NumberFormat('en').format(2))}</p>
      </div>
    `);
    expect(hardCodedIn(el)).to.eql([]);
  });

  const planted: readonly (readonly [what: string, template: ReturnType<typeof html>])[] = [
    ['a text', html`<p>Loading</p>`],
    ['a word beside a message', html`<p>${pseudoTexts.retry} now</p>`],
    ['a word in a message', html`<p>${pseudoTexts.dueOn('today')}</p>`],
    ['a number that no language has formatted', html`<p>${pseudoTexts.setAside(12, '12')}</p>`],
    ['an attribute', html`<p aria-label="Status">${pseudoTexts.retry}</p>`],
    ['a picture', html`<svg><text>${'Usage'}</text></svg>`],
  ];
  for (const [what, template] of planted) {
    it(`finds ${what}`, async () => {
      const el = await drawn(html`<div>${template}</div>`);
      expect(hardCodedIn(el)).to.have.length(1);
    });
  }

  it('finds what stands in a shadow root', async () => {
    const el = await drawn(html`<div></div>`);
    el.attachShadow({ mode: 'open' }).append('Loading');
    expect(hardCodedIn(el)).to.eql(['div: Loading']);
  });
});

describe('What looks for texts that do not fit', () => {
  const sheet = new CSSStyleSheet();
  before(() => document.adoptedStyleSheets.push(sheet));
  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  });

  const placed = async (css: string, inside: ReturnType<typeof html>): Promise<string[]> => {
    const el = await drawn(html`<div><div class="place">${inside}</div></div>`);
    sheet.replaceSync(`.place { inline-size: 200px; } ${css}`);
    return misfitsIn(el);
  };
  const words = 'Some words that wrap where they have to';

  it('passes over texts that wrap, and over what scrolls in a place of its own', async () => {
    const css = '.scroll { overflow: auto; } .long { white-space: nowrap; }';
    const inside = html`<p>${words}</p>
      <div class="scroll"><p class="long">${words} ${words}</p></div>
      <button>${words}</button>`;
    expect(await placed(css, inside)).to.eql([]);
  });

  it('finds a text that is wider than its place', async () => {
    const found = await placed('p { white-space: nowrap; }', html`<p>${words}</p>`);
    expect(found.join()).to.match(/\bp is \d+ px too narrow/);
  });

  it('finds a text that is cut off, to the side and below', async () => {
    const css =
      'p { overflow: hidden; white-space: nowrap; } q { display: block; height: 20px; overflow: hidden; }';
    const found = await placed(
      css,
      html`<p>${words}</p>
        <q>${words} ${words}</q>`,
    );
    expect(found).to.include('p is cut off by p').and.to.include('q is cut off by q');
  });

  it('finds buttons that lie on each other', async () => {
    const css = 'button + button { margin-inline-start: -30px; }';
    const found = await placed(css, html`<button>One two</button><button>Three</button>`);
    expect(found).to.eql(['button lies on button']);
  });
});
