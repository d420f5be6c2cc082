import { expect } from 'chai';

import { fewAtOnce } from '../../../src/engines/shared/at-once.js';
import { settled } from '../../api/support/manual-clock.js';

describe('Many questions', () => {
  it('are asked few at a time, and answered in their order', async () => {
    const open = new Map<number, (answer: string) => void>();
    const all = fewAtOnce([0, 1, 2, 3], 2, (item) => {
      return new Promise<string>((resolve) => open.set(item, resolve));
    });
    expect([...open.keys()]).to.deep.equal([0, 1]);
    open.get(1)?.('b');
    await settled();
    expect([...open.keys()]).to.deep.equal([0, 1, 2]);
    open.get(2)?.('c');
    await settled();
    open.get(3)?.('d');
    open.get(0)?.('a');
    expect(await all).to.deep.equal(['a', 'b', 'c', 'd']);
  });

  it('end with the first that fails', async () => {
    const failed = fewAtOnce([1, 2], 2, (item) =>
      item === 2 ? Promise.reject(new Error('two')) : Promise.resolve(item),
    );
    expect(await failed.catch(String)).to.equal('Error: two');
  });
});
