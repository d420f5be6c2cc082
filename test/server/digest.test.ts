import { expect } from 'chai';

import { digest, hashOf } from '../../src/server/digest.js';

describe('The digest of a text', () => {
  it('is the same with and without Node, so that servers of both kinds agree', async () => {
    for (const text of ['', 'abc', JSON.stringify({ name: 'Zoë 🚆' }), 'x'.repeat(100_000)]) {
      const [node, web] = [await hashOf(globalThis)(text), await hashOf({})(text)];
      expect(new Uint8Array(node), text.slice(0, 20)).to.eql(web);
    }
  });

  it('is the first half of SHA-256, as hexadecimal digits', async () => {
    expect(await digest('abc')).to.equal('ba7816bf8f01cfea414140de5dae2223');
  });

  it('is asked of Node where there is Node, and elsewhere of the web', () => {
    const asked: string[] = [];
    const getBuiltinModule = (name: string): undefined => void asked.push(name);
    expect(hashOf({ process: { getBuiltinModule } })).to.equal(hashOf({ process: {} }));
    expect(asked).to.eql(['node:crypto']);
    expect(hashOf(globalThis)).not.to.equal(hashOf({}));
  });
});
