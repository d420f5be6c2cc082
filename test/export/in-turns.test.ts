import { expect } from 'chai';

import { inTurns } from '../../src/export/in-turns.js';

const work = (ms: number) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

describe('work in turns', () => {
  const before = globalThis.MessageChannel;
  let turns = 0;

  beforeEach(() => {
    turns = 0;
    globalThis.MessageChannel = class extends before {
      constructor() {
        super();
        turns += 1;
      }
    };
  });

  afterEach(() => {
    globalThis.MessageChannel = before;
  });

  it('gives out every item once, in order', async () => {
    const items = Array.from({ length: 1000 }, (_, index) => index);
    const given: number[] = [];
    for await (const some of inTurns(items)) given.push(...some);
    expect(given).to.eql(items);
  });

  it('begins in a task of its own', async () => {
    for await (const some of inTurns([1])) expect([turns, some]).to.eql([1, [1]]);
    expect(turns).to.equal(1);
  });

  it('lets the page have its turn whenever work took a while, and takes less at once', async () => {
    const sizes: number[] = [];
    for await (const some of inTurns(Array.from({ length: 40 }))) {
      sizes.push(some.length);
      work(some.length * 5);
    }
    expect(Math.max(...sizes)).to.be.below(4);
    expect(turns).to.be.above(12);
  });

  it('asks for no turn where there is nothing to do', async () => {
    for await (const some of inTurns([])) expect(some).to.eql([]);
    expect(turns).to.equal(0);
  });
});
