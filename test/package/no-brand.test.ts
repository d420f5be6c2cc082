import { expect } from 'chai';

import manifest from '../../package.json' with { type: 'json' };
import { filesOf, found, withoutComments } from '../support/source.js';

/** Of the package, of the demo and its brands, and of what the elements are made with. */
const names = [
  manifest.name,
  'billing elements',
  'tern',
  'kiln',
  'marlow',
  'pippin',
  'lit',
  'echarts',
  'jspdf',
  'papaparse',
];
const named = new RegExp(`\\b(${names.join('|')})\\b`, 'i');

const files = filesOf('src', '.ts')
  // The conformance kit is a command for whoever serves an API; no page holds it.
  .filter(({ path }) => !/^src\/(contract|conformance)\//.test(path) && !path.includes('.font.'))
  .map(({ path, text }) => ({ path, text: withoutComments(text) }));

/** What stands in quotes, without the addresses of modules. */
const literals = (text: string): string[] =>
  found(text.replaceAll(/(?:from|import\()\s*'[^']*'/g, ''), /('[^'\n]*'|`[^`]*`)/g);

describe('No name but that of the page', () => {
  it('stands in what a person reads or hears', () => {
    const texts = files.filter(({ path }) => path.startsWith('src/i18n/'));
    const telling = texts.flatMap(({ path, text }) =>
      literals(text)
        .filter((literal) => named.test(literal))
        .map((literal) => `${path}: ${literal}`),
    );
    expect(texts).to.have.length.greaterThan(20);
    expect(telling).to.eql([]);
  });

  it('stands in templates, in names of files and in messages of the console', () => {
    const telling = files
      .filter(({ path }) => !path.startsWith('src/i18n/'))
      .flatMap(({ path, text }) =>
        literals(text)
          .filter((literal) => named.test(literal))
          .map((literal) => `${path}: ${literal}`),
      );
    // Under this one `localStorage` keeps what must outlive a page; nobody is shown it.
    expect(telling).to.eql(["src/state/keeping.ts: 'billing-elements '"]);
  });

  it('begins what the console says but that of the element', () => {
    const said = files.flatMap(({ text }) => found(text, /console\.warn\(\s*[`'](.{12})/g));
    expect(said).not.to.eql([]);
    expect(said.filter((start) => !/^(<\$\{|Could not )/.test(start))).to.eql([]);
  });
});
