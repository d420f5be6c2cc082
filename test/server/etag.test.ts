import { expect } from 'chai';

import { etagOf } from '../../src/server/etag.js';

const balance = (remaining: string): string =>
  JSON.stringify({ items: [{ id: 'credits', currency: 'USD', remaining, status: 'ok' }] });

describe('The tag of a body', () => {
  it('is one of HTTP, and the same for the same body', async () => {
    const tag = await etagOf(balance('12.50'));
    expect(tag).to.match(/^"[\da-f]{32}"$/);
    expect(await etagOf(balance('12.50'))).to.equal(tag);
  });

  it('is another one wherever bodies differ, be it in one digit or in order', async () => {
    const bodies = Array.from({ length: 1000 }, (_, index) => balance((index / 100).toFixed(2)));
    const others = bodies.map((body) => body.split(',').reverse().join(','));
    const tags = await Promise.all([...bodies, ...others].map(etagOf));
    expect(new Set(tags).size).to.equal(tags.length);
  });
});
