import { expect } from '@open-wc/testing';

import {
  isReturn,
  paymentReturn,
  rememberDeparture,
  returnUrl,
} from '../../src/state/payment-return.js';

const departure = { operationId: 'op_1', subject: '["client","acc_1"]' };

describe('the way back from a provider', () => {
  const address = location.href;
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(() => {
    localStorage.clear();
    history.replaceState(null, '', address);
  });

  it('leads to the page as it is, with a name that says nothing', () => {
    history.replaceState(null, '', '?tab=usage&billing-return=old#plans');
    const back = new URL(returnUrl('ab12cd34') ?? '');
    expect(back.searchParams.getAll('billing-return')).to.eql(['ab12cd34']);
    expect(back.searchParams.get('tab')).to.equal('usage');
    expect(back.hash).to.equal('#plans');
    expect(back.href).not.to.contain('op_1');
  });

  it('is known by that name, after a reload as well', () => {
    rememberDeparture('ab12cd34', departure);
    history.replaceState(null, '', returnUrl('ab12cd34'));
    expect(isReturn()).to.equal(true);
    expect(paymentReturn()).to.eql({ ...departure, reference: 'ab12cd34' });
    expect(paymentReturn()).to.eql({ ...departure, reference: 'ab12cd34' });
  });

  it('is nothing where nobody has left, and where the name is made up', () => {
    expect(isReturn()).to.equal(false);
    expect(paymentReturn()).to.equal(undefined);
    history.replaceState(null, '', '?billing-return=made-up');
    expect(isReturn()).to.equal(true);
    expect(paymentReturn()).to.equal(undefined);
  });

  it('is nothing where somebody else has written something', () => {
    rememberDeparture('ab12cd34', departure);
    history.replaceState(null, '', returnUrl('ab12cd34'));
    for (const written of ['', 'null', '{"value":7}', '{"at":0,"value":{"operationId":1}}']) {
      for (const name of Object.keys(localStorage)) localStorage.setItem(name, written);
      expect(paymentReturn(), written).to.equal(undefined);
    }
  });
});
