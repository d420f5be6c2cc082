import { readFileSync } from 'node:fs';

import { expect } from 'chai';

import manifest from '../../package.json' with { type: 'json' };
import { version } from '../../src/elements/version.js';
import { tags } from '../../tags.js';
import { found, root } from '../support/source.js';

describe('What copies of the package know each other by', () => {
  it('is the version of the package, on every class', () => {
    expect(version).to.equal(manifest.version);
  });

  it('is all elements, of which the script tag looks whether the page has them', () => {
    const loader = readFileSync(`${root}src/cdn/loader.ts`, 'utf8');
    expect(found(loader, /^ {2}'([a-z-]+)',$/gm)).to.have.members(tags);
  });
});
