import { expect } from 'chai';
import fc from 'fast-check';

import {
  opened,
  openedCursor,
  openedOperation,
  sealed,
} from '../../../src/engines/shared/opaque.js';

describe('cursors and ids of our own', () => {
  it('come back as they went, and need no encoding in an address', () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const text = sealed('page', values);
        expect(encodeURIComponent(text)).to.equal(text);
        expect(opened('page', text)).to.deep.equal(values);
      }),
    );
  });

  it('are not taken for those of another kind, nor is anything else', () => {
    expect(opened('page', sealed('other', ['a']))).to.equal(undefined);
    for (const text of ['', 'in_123', '!!', btoa('{"a":1}'), btoa('["page",{}]'), '\u00ff']) {
      expect(opened('page', text), text).to.equal(undefined);
    }
    expect(() => openedCursor('page', 'x')).to.throw('invalid_request');
    expect(() => openedOperation('page', 'x')).to.throw('not_found');
  });
});
