import { expect } from 'chai';

import { etagOf } from '../../src/server/etag.js';

const balance = (remaining: string, others = ''): string =>
  JSON.stringify({ items: [{ id: 'credits', currency: 'USD', remaining, status: others }] });

describe('The tag of a body', () => {
  it('is one of HTTP, and the same for the same body', () => {
    expect(etagOf(balance('12.50'))).to.match(/^"[\da-f]{32}"$/);
    expect(etagOf(balance('12.50'))).to.equal(etagOf(balance('12.50')));
  });

  it('is another one wherever bodies differ, be it in one digit, in order or in length', () => {
    const bodies = Array.from({ length: 20_000 }, (_, index) =>
      balance((index / 100).toFixed(2), index % 2 === 0 ? 'ok' : 'ko'),
    );
    const runs = Array.from({ length: 1000 }, (_, length) => 'a'.repeat(length));
    const zeros = Array.from({ length: 1000 }, (_, length) => '\u0000'.repeat(length + 1));
    const all = [...bodies, ...runs, ...zeros];
    expect(new Set(all.map(etagOf)).size).to.equal(all.length);
    // A quarter alone, 32 bits, hardly ever comes twice among so many.
    for (const begin of [1, 9, 17, 25]) {
      const quarters = new Set(bodies.map((body) => etagOf(body).slice(begin, begin + 8)));
      expect(quarters.size).to.be.above(bodies.length - 5);
    }
  });
});
