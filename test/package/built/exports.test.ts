import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { expect } from 'chai';

import manifest from '../../../package.json' with { type: 'json' };
import { tags } from '../../../tags.js';
import { filesOf, found, root } from '../../support/source.js';

const paths = Object.entries(manifest.exports).flatMap(([name, target]) =>
  Object.values(typeof target === 'string' ? { default: target } : target).map(
    (file) => [name, file] as const,
  ),
);

describe('The exports', () => {
  for (const [name, file] of paths) {
    it(`${name} leads to ${file}`, () => {
      expect(existsSync(root + file)).to.equal(true);
    });
  }

  it('name every element and every engine, and nothing else of that form', () => {
    const engines = readdirSync(`${root}src/engines`)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `engines/${name.replace('.ts', '')}`);
    const named = Object.keys(manifest.exports)
      .filter((name) => name.endsWith('.js'))
      .map((name) => name.slice('./'.length, -'.js'.length));
    expect(named).to.have.members(['all', 'server', 'cdn/billing-elements', ...engines, ...tags]);
  });

  it('keep every definition from being dropped as unused', () => {
    const kept = ['all', ...tags].map((name) => `./dist/${name}.js`);
    expect(manifest.sideEffects).to.include.members(kept);
  });
});

describe('What is published', () => {
  const modules = filesOf('dist', '.js');
  const bare = (text: string): string[] =>
    [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([@\w][^"']*)["']/g)].map(
      ([, name = '']) => name,
    );

  it('holds the contract that the source has', () => {
    const [published, source] = ['dist/openapi.yaml', 'src/contract/openapi.yaml'].map((path) =>
      readFileSync(root + path, 'utf8'),
    );
    expect(published).to.equal(source);
  });

  it('imports its dependencies alone, for types as well', () => {
    const dependencies = Object.keys(manifest.dependencies);
    // Who takes the types for a framework has the framework.
    const types = filesOf('dist', '.d.ts').filter(
      ({ path }) => !/^dist\/(react|svelte|vue)\.d\.ts$/.test(path),
    );
    const strangers = [...modules, ...types]
      .filter(({ path }) => !path.startsWith('dist/cdn/'))
      .flatMap(({ text }) => bare(text))
      .filter((name) => !dependencies.some((own) => name === own || name.startsWith(`${own}/`)));
    expect(strangers).to.eql([]);
  });

  it('has the source maps that it names, and those alone', () => {
    const named = modules
      .filter(({ text }) => text.includes('//# sourceMappingURL='))
      .map(({ path }) => `${path}.map`);
    const maps = filesOf('dist', '.map').map(({ path }) => path);
    expect(maps).to.include('dist/plan-usage.js.map').and.to.have.members(named);
    // The script tag's would be half of the package, and a font's would be the font again.
    expect(maps.filter((path) => /^dist\/cdn\/|\.font-/.test(path))).to.eql([]);
  });

  it('imports no package by its name from the script tag', () => {
    const inCdn = modules.filter(({ path }) => path.startsWith('dist/cdn/'));
    expect(inCdn).not.to.eql([]);
    expect(inCdn.flatMap(({ text }) => bare(text))).to.eql([]);
  });

  it('is where its manifest says', () => {
    const text = readFileSync(`${root}dist/custom-elements.json`, 'utf8');
    const named = found(text, /"(?:path|module)":\s*"([^"]+)"/g);
    expect(named).to.include('dist/plan-usage.js');
    expect(named.filter((path) => !existsSync(root + path))).to.eql([]);
  });

  it('says nothing of the machine it was built on', () => {
    const telling = filesOf('dist').filter(({ text }) => text.includes(root));
    expect(telling.map(({ path }) => path)).to.eql([]);
  });
});
