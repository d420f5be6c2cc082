import { expect } from '@open-wc/testing';

import { drop, keep, kept } from '../../src/state/keeping.js';
import { restoreClock, setClock } from '../support/clock.js';

describe('what the page keeps', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(() => {
    restoreClock();
    localStorage.clear();
  });

  it('is there until it is dropped', () => {
    keep('a', { n: 1 });
    keep('a', { n: 2 });
    keep('b', { n: 3 });
    expect(kept('a')).to.eql({ n: 2 });
    drop('a');
    expect(kept('a')).to.equal(undefined);
    expect(kept('b')).to.eql({ n: 3 });
  });

  it('is there for a day, and leaves nothing behind', () => {
    setClock('2026-03-18T15:30:00Z');
    keep('old', { n: 1 });
    setClock('2026-03-19T15:29:59Z');
    expect(kept('old')).to.eql({ n: 1 });
    setClock('2026-03-19T15:30:00Z');
    expect(kept('old')).to.equal(undefined);
    keep('new', { n: 2 });
    expect(localStorage.length).to.equal(1);
  });

  it('does not come from the future, when the clock was wrong', () => {
    setClock('2026-03-19T15:30:00Z');
    keep('a', { n: 1 });
    setClock('2026-03-18T15:30:00Z');
    expect(kept('a')).to.equal(undefined);
  });

  it('leaves alone what others keep', () => {
    localStorage.setItem('theirs', '{"at":0}');
    keep('a', { n: 1 });
    expect(localStorage.getItem('theirs')).to.equal('{"at":0}');
  });
});
