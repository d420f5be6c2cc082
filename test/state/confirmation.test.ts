import { expect } from '@open-wc/testing';

import {
  abandonOrder,
  Confirmation,
  operationEnded,
  sentOrderFor,
} from '../../src/state/confirmation.js';
import { restoreClock, setClock } from '../support/clock.js';

const subject = ['/api/billing/accounts/acc_1', 'topUp', 'credits', '100.00 USD'];

describe('the confirmation of a purchase', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(() => {
    restoreClock();
    localStorage.clear();
  });

  it('has one key over reloads and tabs, until the server has answered', () => {
    const first = new Confirmation(subject);
    expect(first.key.length).to.be.within(16, 255);
    const afterReload = new Confirmation(subject);
    expect(afterReload.key).to.equal(first.key);
    first.end();
    expect(new Confirmation(subject).key).not.to.equal(first.key);
  });

  it('differs for anything else that is bought', () => {
    const keys = [
      new Confirmation(subject),
      new Confirmation([...subject.slice(0, 3), '200.00 USD']),
      new Confirmation(['/api/billing/accounts/acc_2', ...subject.slice(1)]),
      new Confirmation(['a', 'b"],["c']),
      new Confirmation(['a"],["b', 'c']),
    ].map(({ key }) => key);
    expect(new Set(keys).size).to.equal(keys.length);
  });

  it('is not kept longer than servers remember keys', () => {
    setClock('2026-03-18T15:30:00Z');
    const first = new Confirmation(subject);
    setClock('2026-03-19T15:29:59Z');
    expect(new Confirmation(subject).key).to.equal(first.key);
    setClock('2026-03-19T15:30:01Z');
    expect(new Confirmation(subject).key).not.to.equal(first.key);
  });

  it('does not end a newer one of another tab', () => {
    setClock('2026-03-18T15:30:00Z');
    const old = new Confirmation(subject);
    setClock('2026-03-20T15:30:00Z');
    const newer = new Confirmation(subject);
    old.end();
    expect(new Confirmation(subject).key).to.equal(newer.key);
  });

  it('survives what others have written to its place', () => {
    new Confirmation(subject);
    for (const name of Object.keys(localStorage)) localStorage.setItem(name, '{"key":"short"}');
    expect(new Confirmation(subject).key.length).to.be.greaterThan(15);
  });

  it('lives as long as the page where nothing may be stored', () => {
    const { getItem, setItem } = Storage.prototype;
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    Object.assign(Storage.prototype, { getItem: refuse, setItem: refuse });
    try {
      expect(new Confirmation(subject).key).to.equal(new Confirmation(subject).key);
    } finally {
      Object.assign(Storage.prototype, { getItem, setItem });
    }
  });

  describe('with terms', () => {
    it('is another one for other figures, and the same one for the same', () => {
      const first = new Confirmation(subject, '100.00');
      expect(new Confirmation(subject, '100.00').key).to.equal(first.key);
      expect(new Confirmation(subject, '101.00').key).not.to.equal(first.key);
    });

    it('stays, whatever the figures are by now, while what was sent has no answer', () => {
      const first = new Confirmation(subject, '100.00');
      first.send({ amount: '100.00' }, 'Visa is charged $100.00 now.');
      const next = new Confirmation(subject, '101.00');
      expect(next.key).to.equal(first.key);
      expect(next.reference).to.equal(first.reference);
      expect(next.sent).to.deep.include({
        order: { amount: '100.00' },
        words: 'Visa is charged $100.00 now.',
      });
    });
  });

  it('tells every tab what was sent, and which operation came of it', () => {
    const first = new Confirmation(subject);
    expect(sentOrderFor(subject)).to.equal(undefined);
    first.send({ n: 1 }, 'words');
    expect(new Confirmation(subject).sent?.operationId).to.equal(undefined);
    first.take('op_1');
    expect(sentOrderFor(subject)?.operationId).to.equal('op_1');
    expect(sentOrderFor([...subject, 'other'])).to.equal(undefined);
  });

  it('keeps its key when what was sent had no effect', () => {
    const first = new Confirmation(subject);
    first.send({ n: 1 }, 'words');
    first.withdraw();
    expect(first.sent).to.equal(undefined);
    expect(new Confirmation(subject).key).to.equal(first.key);
  });

  it('ends with its own operation, not with another one', () => {
    const first = new Confirmation(subject);
    first.send({ n: 1 }, 'words');
    first.take('op_1');
    operationEnded(JSON.stringify(subject), 'op_2');
    expect(new Confirmation(subject).key).to.equal(first.key);
    operationEnded(JSON.stringify(subject), 'op_1');
    expect(new Confirmation(subject).key).not.to.equal(first.key);
  });

  it('ends when the person begins anew', () => {
    const first = new Confirmation(subject);
    first.send({ n: 1 }, 'words');
    abandonOrder(subject);
    expect(new Confirmation(subject).key).not.to.equal(first.key);
  });

  it('does not write over a newer one of another tab', () => {
    const old = new Confirmation(subject);
    old.end();
    const newer = new Confirmation(subject);
    old.send({ n: 1 }, 'words');
    expect(sentOrderFor(subject)).to.equal(undefined);
    expect(new Confirmation(subject).key).to.equal(newer.key);
  });

  it('does not take for an order what somebody has left there', () => {
    new Confirmation(subject).send({ n: 1 }, 'words');
    for (const name of Object.keys(localStorage)) {
      const text = localStorage.getItem(name) ?? '';
      localStorage.setItem(name, text.replace('"words":"words"', '"words":7'));
    }
    expect(sentOrderFor(subject)).to.equal(undefined);
  });
});
