import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';

import { expect } from 'chai';

import { root } from '../support/source.js';
import { languages, runs } from './languages.js';
import { unknownNames } from './names.js';
import { pages } from './pages.js';

const looksLikeCode = /[;{]\s*$|^\s*(import |<\/?[a-z]|(npm|npx|node|\$) )/m;

/** What is wrong with where a link leads to; `undefined` where nothing is. */
function fault(from: string, link: string): string | undefined {
  if (/^(https?|mailto):/.test(link)) return URL.canParse(link) ? undefined : 'is no address';
  const [path = '', anchor] = link.split('#', 2);
  const target = path === '' ? from : posix.join(posix.dirname(from), path);
  if (!existsSync(root + target)) return `leads to ${target}, which is not there`;
  const page = pages.find((one) => one.path === target);
  if (anchor === undefined || !page || page.anchors.includes(anchor)) return undefined;
  return `leads to no heading of ${target}; it has ${page.anchors.join(', ')}`;
}

describe('A page', () => {
  for (const { path, text, blocks, links } of pages) {
    it(`${path} links to what is there`, () => {
      const faults = links.flatMap((link) => {
        const wrong = fault(path, link);
        return wrong ? [`${link} ${wrong}`] : [];
      });
      expect(faults).to.eql([]);
    });

    it(`${path} names tokens, parts and states that there are`, () => {
      expect(unknownNames(text), 'not in dist/custom-elements.json').to.eql([]);
    });

    if (blocks.length > 0) {
      it(`${path} has code in languages that are checked`, () => {
        const faults = blocks.flatMap(({ name, language, options, code }) => [
          ...(language in languages
            ? []
            : [`${name}: say which of ${Object.keys(languages).join(', ')} it is written in`]),
          ...Object.entries(options)
            .filter(([word]) => !languages[language]?.includes(word))
            .map(
              ([word]) =>
                `${name}: behind ${language} stands "${word}"; known: ` +
                (languages[language] ?? []).join(', '),
            ),
          ...(options['runs'] === undefined || runs.includes(options['runs'])
            ? []
            : [
                `${name}: runs=${options['runs']} is no file of test/docs/runs: ${runs.join(', ')}`,
              ]),
          ...(language === 'text' && looksLikeCode.test(code)
            ? [`${name}: this looks like code; name its language, so that it is checked`]
            : []),
        ]);
        expect(faults).to.eql([]);
      });
    }
  }
});

/** The pages that one comes to from one, whatever way one goes. */
function reached(start: string): string[] {
  const seen = new Set([start]);
  // A set that grows while it is walked is walked to its new end.
  for (const path of seen) {
    const { links = [] } = pages.find((one) => one.path === path) ?? {};
    for (const link of links) {
      const target = posix.join(posix.dirname(path), link.split('#')[0] ?? '');
      if (pages.some((one) => one.path === target)) seen.add(target);
    }
  }
  return [...seen];
}

describe('The pages of docs/', () => {
  it('can all be come to from docs/README.md', () => {
    const there = reached('docs/README.md');
    const lost = pages
      .map(({ path }) => path)
      .filter((path) => path.startsWith('docs/') && !there.includes(path));
    expect(lost, 'link to them in docs/README.md').to.eql([]);
  });

  it('have the sizes that `npm run size` keeps elements to', () => {
    const code = readFileSync(`${root}test/support/size.js`, 'utf8');
    const budgets = [...code.matchAll(/entry: 'dist\/([^']+)', limit: ([\d_]+)/g)].map(
      ([, entry = '', limit = '']) => [entry, String(Number(limit.replaceAll('_', '')) / 1000)],
    );
    const { text = '' } = pages.find(({ path }) => path === 'docs/embed.md') ?? {};
    const rows = [...text.matchAll(/^\| `([\w/-]+\.js)`\s*\| (\d+)\s*\|$/gm)];
    expect(rows.map(([, entry, limit]) => [entry, limit])).to.eql(budgets);
  });

  it('have small pictures', () => {
    const folder = `${root}docs/images/`;
    const large = readdirSync(folder).filter((name) => statSync(folder + name).size > 150_000);
    expect(large, 'over 150 kB').to.eql([]);
  });
});
