import { expect } from 'chai';

import { collected } from '../../../src/engines/shared/collect.js';

const pages = (size: number, count: number) => async (cursor: string | undefined) => {
  const first = Number(cursor ?? 0);
  const items = Array.from({ length: size }, (_, index) => first + index);
  const next = first + size;
  return { items, next: next < count ? String(next) : undefined };
};

describe('a list that is collected', () => {
  it('is complete, page after page', async () => {
    const all = await collected(pages(2, 6), { most: 6, parameter: 'order' });
    expect(all).to.deep.equal([0, 1, 2, 3, 4, 5]);
  });

  it('is refused rather than cut', async () => {
    const refused = await collected(pages(2, 6), { most: 5, parameter: 'order' }).catch(String);
    expect(refused).to.equal('BillingError: invalid_request');
  });

  it('ends where an engine names the same place again', async () => {
    const stuck = async () => ({ items: [1], next: 'here' });
    expect(await collected(stuck, { most: 9, parameter: 'order' })).to.deep.equal([1, 1]);
  });
});
