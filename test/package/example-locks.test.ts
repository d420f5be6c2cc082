import { readdirSync, readFileSync } from 'node:fs';

import { expect } from 'chai';

import manifest from '../../package.json' with { type: 'json' };
import { root } from '../support/source.js';

interface Lock {
  readonly packages: Readonly<Partial<Record<string, object>>>;
}

describe('The lock of an example', () => {
  for (const name of readdirSync(`${root}examples`)) {
    it(`${name} has what the package depends on now; else run npm run examples:lock`, () => {
      const file = `${root}examples/${name}/package-lock.json`;
      const { packages } = JSON.parse(readFileSync(file, 'utf8')) as Lock;
      const { version, dependencies } = manifest;
      expect(packages[`node_modules/${manifest.name}`]).to.deep.include({ version, dependencies });
    });
  }
});
