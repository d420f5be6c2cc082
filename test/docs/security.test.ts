import { existsSync, readFileSync } from 'node:fs';

import { expect } from 'chai';

import { found, root } from '../support/source.js';

const page = readFileSync(`${root}SECURITY.md`, 'utf8');
const [, promised = ''] = /^## What is promised.*?$([^]*?)^## /mu.exec(page) ?? [];
const promises = promised.split(/^### /mu).slice(1);

describe('SECURITY.md', () => {
  it('makes promises', () => {
    expect(promises.length).to.be.above(5);
  });

  for (const promise of promises) {
    const [name = ''] = promise.split('\n');

    it(`names tests that there are for "${name}"`, () => {
      const tests = found(promise, /\]\((test\/[^)]+)\)/gu);
      expect(tests).not.to.eql([]);
      for (const path of tests) {
        expect(existsSync(root + path), path).to.equal(true);
        expect(path).to.match(/\.test\.ts$/u);
      }
    });
  }
});
