import { expect } from 'chai';

import { nextTask } from '../../src/export/next-task.js';

describe('the next task', () => {
  it('lets what waits have its turn', async () => {
    const happened: string[] = [];
    setTimeout(() => happened.push('timer'));
    // A limit, as promises alone would never let it come.
    for (let task = 0; task < 10_000 && happened.length === 0; task += 1) await nextTask();
    expect(happened).to.eql(['timer']);
  });
});
