import { expect } from 'chai';

import manifest from '../../package.json' with { type: 'json' };
import { tags } from '../../tags.js';
import { filesOf, found, missing, withoutComments } from '../support/source.js';

const files = filesOf('src', '.ts')
  .filter(({ path }) => !path.startsWith('src/contract/'))
  .map(({ path, text }) => ({ path, text: withoutComments(text) }));
const textOf = (...folders: string[]): string =>
  files
    .filter(({ path }) => folders.some((folder) => path.startsWith(folder)))
    .map(({ text }) => text)
    .join('\n');

const definition = /^\s*(--_[\w-]+):/gm;
/** In styles as `var(--_x)`; in code, which reads what a colour has become, as a string. */
const use = /(?:var\(|['"`])(--_[\w-]+)/g;

/** A name that code puts together, `--_series-${n}`, stands for all that begin like it. */
const standsFor = (used: string, defined: string): boolean =>
  used.endsWith('-') ? defined.startsWith(used) : defined === used;

const undefinedIn = (text: string, definitions: string): string[] => {
  const defined = found(definitions, definition);
  return found(text, use).filter((used) => !defined.some((name) => standsFor(used, name)));
};

describe('Private tokens', () => {
  for (const tag of tags) {
    it(`of <${tag}> are defined where they are used`, () => {
      const own = textOf(`src/elements/${tag}/`);
      expect(undefinedIn(own, own + textOf('src/ui/'))).to.eql([]);
    });
  }

  it('of `ui` are defined there', () => {
    expect(undefinedIn(textOf('src/ui/'), textOf('src/ui/'))).to.eql([]);
  });

  it('are used', () => {
    const all = textOf('src/');
    const used = found(all, use);
    const unused = found(all, definition).filter(
      (name) => !used.some((other) => standsFor(other, name)),
    );
    expect(unused).to.eql([]);
  });
});

describe('Public tokens', () => {
  it('are never set here, so that a page may set them on any ancestor', () => {
    expect(found(textOf('src/'), /^\s*(--[a-z][\w-]*):/gm)).to.eql([]);
  });

  it('that are page-wide are read in two places', () => {
    const others = files.filter(
      ({ path }) => !/^src\/ui\/(content-)?tokens\.styles\.ts$/.test(path),
    );
    const readers = others.filter(({ text }) => text.includes('var(--billing-'));
    expect(readers.map(({ path }) => path)).to.eql([]);
  });

  for (const tag of tags) {
    it(`of <${tag}> bear its name`, () => {
      const read = found(textOf(`src/elements/${tag}/`), /var\((--[a-z][\w-]*)/g);
      expect(read.filter((name) => !name.startsWith(`--${tag}-`))).to.eql([]);
    });
  }
});

describe('A theme', () => {
  const themes = filesOf('src/themes', '.css');
  const known = found(textOf('src/'), /var\(\s*(--[a-z][\w-]*)/g);

  for (const { path, text } of themes) {
    it(`sets tokens that there are: ${path}`, () => {
      const brand = path.slice('src/themes/'.length, -'.css'.length);
      const set = found(withoutComments(text), /^\s*(--[\w-]+):/gm);
      const ours = set.filter((name) => !name.startsWith(`--${brand}-`));
      expect(ours).not.to.eql([]);
      expect(missing(ours, known)).to.eql([]);
    });
  }

  it('can be imported by its name', () => {
    const named = Object.keys(manifest.exports).filter((name) => name.endsWith('.css'));
    const files = themes.map(({ path }) => path.replace('src/themes/', './themes/'));
    expect(named).to.have.members(files);
  });
});

describe('Colours', () => {
  it('stand in the tokens alone', () => {
    const colour = /(#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lch|lab)\()/gi;
    const styles = files.filter(
      ({ path }) => path.endsWith('.styles.ts') && !path.endsWith('tokens.styles.ts'),
    );
    const besides = styles.map(({ text }) => text.replaceAll(/--_[\w-]+:[^;]+;/g, ''));
    expect(besides.flatMap((text) => found(text, colour))).to.eql([]);
  });
});
