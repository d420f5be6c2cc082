import { expect } from 'chai';

import { passOnAbort, pause, unlessAborted } from '../../src/api/abort.js';
import { ManualClock } from './support/manual-clock.js';
import { reasonOf } from './support/outcome.js';

const never = new Promise<never>(() => undefined);

describe('unlessAborted', () => {
  it('settles as the work does', async () => {
    const { signal } = new AbortController();
    expect(await unlessAborted(signal, Promise.resolve(1))).to.equal(1);
    expect(await unlessAborted(undefined, Promise.resolve(2))).to.equal(2);
    expect(await reasonOf(unlessAborted(signal, Promise.reject(new Error('3'))))).to.have.property(
      'message',
      '3',
    );
  });

  it('rejects with the reason of the signal, before or during the work', async () => {
    expect(await reasonOf(unlessAborted(AbortSignal.abort('early'), never))).to.equal('early');
    const control = new AbortController();
    const work = reasonOf(unlessAborted(control.signal, never));
    control.abort('late');
    expect(await work).to.equal('late');
  });
});

describe('passOnAbort', () => {
  it('hands an abort on with its reason, until it is told to stop', () => {
    const [from, to, late] = [new AbortController(), new AbortController(), new AbortController()];
    const stopped = new AbortController();
    passOnAbort(from.signal, to);
    passOnAbort(from.signal, stopped)();
    from.abort('gone');
    passOnAbort(from.signal, late);
    expect([to.signal.reason, late.signal.reason]).to.eql(['gone', 'gone']);
    expect(stopped.signal.aborted).to.equal(false);
  });
});

describe('pause', () => {
  it('ends in time, and leaves no timer behind where it is given up', async () => {
    const clock = new ManualClock();
    const control = new AbortController();
    const ended = pause(100, clock, control.signal);
    await clock.advance(100);
    await ended;
    const left = reasonOf(pause(100, clock, control.signal));
    control.abort('gone');
    expect(await left).to.equal('gone');
    expect(clock.waiting).to.equal(0);
  });
});
