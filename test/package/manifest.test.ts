import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

import { expect } from 'chai';

import { everyPart } from '../../src/ui/every-part.js';
import { analyze } from '../support/manifest.js';
import { tags } from '../../tags.js';
import { filesOf, found, missing, root } from '../support/source.js';

interface Described {
  readonly name?: string;
  readonly description?: string;
}

interface Member extends Described {
  readonly static?: boolean;
}

interface Declaration extends Described {
  readonly kind: string;
  readonly tagName?: string;
  readonly members?: readonly Member[];
  readonly attributes?: readonly Described[];
  readonly events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
  readonly cssStates?: readonly Described[];
}

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly Declaration[];
    readonly exports?: readonly (Described & { readonly kind: string })[];
  }[];
}

const manifest = (await analyze()) as Manifest;
const classes = manifest.modules
  .flatMap(({ declarations }) => declarations ?? [])
  .filter(({ kind }) => kind === 'class');
/** What only some elements are made of; the rest of `ui` belongs to all. */
const special = /^src\/(elements\/shared|ui\/[a-z]+)\//;
const imported = /(?:from |import\()'(\.[^']+)\.js'/g;

/** What an element is made of: its own folder, and what that uses of the parts that some elements share. */
function textsBehind(folder: string): string {
  const seen = new Map(filesOf(folder, '.ts').map(({ path, text }) => [path, text]));
  // A map that grows while it is walked is walked to its new end.
  for (const [path, text] of seen) {
    for (const target of found(text, imported)) {
      const next = `${posix.join(posix.dirname(path), target)}.ts`;
      if (special.test(next)) seen.set(next, readFileSync(root + next, 'utf8'));
    }
  }
  return [...seen.values()].join('\n');
}

const elements = tags.map((tag) => ({
  tag,
  declaration: classes.find(({ tagName }) => tagName === tag),
  own: textsBehind(`src/elements/${tag}`),
}));

const shared = filesOf('src/ui', '.ts')
  .filter(({ path }) => !special.test(path))
  .map(({ text }) => text)
  .join('\n');

/** The first word names the part; further ones are what it is one of, or its states. */
const part = /\spart="([a-z][a-z-]*)(?=[\s"])/g;
const partWords = /\spart="([^"]*)"/g;
const slot = /<slot name="([a-z-]+)"/g;
const token = /var\((--[a-z][\w-]*)/g;

/** Each event class with the name of its event. */
const eventNames = filesOf('src', '.ts').flatMap(({ text }) =>
  [...text.matchAll(/class (\w+) extends Event\b[\s\S]*?super\(\s*'([a-z-]+)'/g)].map(
    ([, className = '', name = '']) => [className, name] as const,
  ),
);

const namesOf = (described: readonly Described[] | undefined): string[] =>
  (described ?? []).map(({ name }) => name ?? '');

describe('The manifest', () => {
  it('has every element, and where it is defined', () => {
    const defined = manifest.modules
      .flatMap((module) => module.exports ?? [])
      .filter(({ kind }) => kind === 'custom-element-definition');
    expect(namesOf(defined)).to.have.members(tags);
    expect(elements.filter(({ declaration }) => !declaration)).to.eql([]);
  });

  for (const declaration of classes) {
    const { name = '', members, attributes, events, slots } = declaration;
    it(`says what everything public of ${name} means`, () => {
      const described = {
        members: (members ?? []).filter((member) => !member.static),
        attributes,
        events,
        slots,
        parts: declaration.cssParts,
        tokens: declaration.cssProperties,
        states: declaration.cssStates,
      };
      const gaps = Object.entries(described).flatMap(([kind, list]) =>
        (list ?? [])
          .filter(({ description }) => !description?.trim())
          .map((item) => `${kind}: ${item.name ?? 'nameless'}`),
      );
      expect(declaration.description, 'the class itself').to.match(/\S/);
      expect(gaps).to.eql([]);
    });
  }

  for (const { tag, declaration, own } of elements) {
    it(`knows every part, slot, event and token of <${tag}>`, () => {
      const events = eventNames.filter(([className]) => own.includes(`new ${className}(`));
      const gaps = {
        parts: missing(found(own, part), namesOf(declaration?.cssParts)),
        slots: missing(found(own, slot), namesOf(declaration?.slots)),
        events: missing(
          events.map(([, name]) => name),
          namesOf(declaration?.events),
        ),
        tokens: missing(found(own, token), namesOf(declaration?.cssProperties)),
      };
      expect(gaps).to.eql({ parts: [], slots: [], events: [], tokens: [] });
    });
  }

  it('knows every part that elements pass on from what they hold', () => {
    const described = classes.flatMap(({ cssParts }) => cssParts ?? []);
    const states = described.flatMap(({ description = '' }) => found(description, /`([a-z_-]+)`/g));
    const all = new Set([...namesOf(described), ...states]);
    expect(everyPart.split(', ')).to.have.members([...all]);
  });

  it('says of every word of a part what it means', () => {
    const described = classes.flatMap(({ cssParts }) => cssParts ?? []);
    const states = described.flatMap(({ description = '' }) => found(description, /`([a-z-]+)`/g));
    const words = found(elements.map(({ own }) => own).join('\n') + shared, partWords)
      .flatMap((value) => value.replaceAll(/\S*\$\{[^}]*\}\S*/g, '').split(/\s+/))
      .filter((word) => word !== '');
    expect(missing(words, [...namesOf(described), ...states])).to.eql([]);
  });

  it('knows the parts and tokens that all elements share', () => {
    const base = classes.find(({ name }) => name === 'BillingElement');
    expect(missing(found(shared, part), namesOf(base?.cssParts)), 'parts').to.eql([]);
    expect(missing(found(shared, token), namesOf(base?.cssProperties)), 'tokens').to.eql([]);
  });
});
