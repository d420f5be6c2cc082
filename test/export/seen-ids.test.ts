import { expect } from 'chai';
import fc from 'fast-check';

import { SeenIds } from '../../src/export/seen-ids.js';

describe('the ids that were seen', () => {
  it('are those that were added and no others', () => {
    const id = fc.oneof(fc.string({ maxLength: 4 }), fc.uuid(), fc.nat(50).map(String));
    fc.assert(
      fc.property(fc.uniqueArray(id), fc.array(id), (added, asked) => {
        const seen = new SeenIds();
        for (const one of added) seen.add(one);
        for (const one of [...added, ...asked]) {
          expect(seen.has(one)).to.equal(added.includes(one));
        }
      }),
    );
  });

  it('stay apart and stay known by the hundred thousand', () => {
    const seen = new SeenIds();
    const idOf = (number: number) => `615f${number.toString(16).padStart(6, '0')}`;
    let known = 0;
    for (let number = 0; number < 250_000; number += 1) {
      if (seen.has(idOf(number))) known += 1;
      seen.add(idOf(number));
    }
    expect(known, 'mistaken for another').to.equal(0);
    for (let number = 0; number < 250_000; number += 1) {
      if (seen.has(idOf(number))) known += 1;
    }
    expect(known).to.equal(250_000);
  });
});
