import { expect } from 'chai';

import {
  actionFor,
  changeTime,
  isFinal,
  isFree,
  isPurpose,
  payableOf,
  topUpOf,
} from '../../src/billing/purchase.js';
import type { Balance, Invoice } from '../../src/billing/types.js';

const usd = (amount: string) => ({ amount, currency: 'USD' });

const credits: Balance = {
  id: 'credits',
  name: 'Credits',
  kind: 'money',
  currency: 'USD',
  remaining: '10.00',
  status: 'ok',
  topUp: {
    options: [
      { id: 'pack_100', price: usd('100.00'), units: '500' },
      { id: 'pack_eur', price: { amount: '250.00', currency: 'EUR' } },
    ],
    unitPrice: usd('0.20'),
    custom: { min: usd('100.00'), max: usd('20000.00'), step: '1' },
  },
};

const invoice: Invoice = {
  id: 'inv_1',
  number: '1',
  status: 'open',
  date: '2026-03-01',
  total: usd('270.63'),
  pdf: true,
};

describe('a purchase', () => {
  it('is for one of four purposes, each with what an account must be allowed to do', () => {
    const words = ['plan', 'support', 'top_up', 'invoice'].filter(isPurpose);
    expect(words.map(actionFor)).to.eql(['changePlan', 'changeSupport', 'topUp', 'payInvoice']);
    expect([null, '', 'party', 'constructor'].some((word) => isPurpose(word))).to.equal(false);
  });

  it('of less waits for the end of what is paid for, of more does not', () => {
    const times = ['upgrade', 'switch', 'downgrade', 'sidegrade'].map((change) =>
      changeTime({ id: 'p', name: 'P', recommended: false, intervalCount: 1, change }),
    );
    expect(times).to.eql(['now', 'now', 'period_end', 'now']);
  });

  it('is of the option that costs just that, at its own digits, else of the amount', () => {
    expect(topUpOf(credits, '100')).to.eql({
      request: { optionId: 'pack_100' },
      price: usd('100.00'),
      units: '500',
    });
    expect(topUpOf(credits, '184.70')).to.eql({
      request: { amount: usd('184.70') },
      price: usd('184.70'),
      units: '923',
    });
  });

  it('never mixes currencies', () => {
    expect(topUpOf(credits, '250.00')?.request).to.eql({ amount: usd('250.00') });
    const { topUp, ...others } = credits;
    const euros = {
      ...others,
      topUp: { ...topUp, unitPrice: { amount: '0.20', currency: 'EUR' } },
    };
    expect(topUpOf(euros, '150.00')?.units).to.equal(undefined);
  });

  it('is of nothing where nothing is offered, or the amount is none', () => {
    const others = { ...credits };
    delete others.topUp;
    expect(topUpOf(others, '100.00')).to.equal(undefined);
    expect(topUpOf({ ...others, topUp: {} }, '100.00')).to.equal(undefined);
    const packs = { ...credits, topUp: { options: credits.topUp?.options ?? [] } };
    expect(topUpOf(packs, '101.00')).to.equal(undefined);
    for (const amount of ['', '0.00', '-5.00', '1e3', 'ten']) {
      expect(topUpOf(credits, amount), amount).to.equal(undefined);
    }
  });

  it('takes the currency from what is offered where the balance names none', () => {
    const units = { ...credits };
    delete units.currency;
    expect(topUpOf(units, '120.00')?.price).to.eql(usd('120.00'));
  });

  it('of an invoice is of what is still due, unless it cannot be paid here', () => {
    expect(payableOf(invoice)).to.eql(usd('270.63'));
    expect(payableOf({ ...invoice, amountDue: usd('70.63') })).to.eql(usd('70.63'));
    expect(payableOf({ ...invoice, status: 'past_due' })).to.eql(usd('270.63'));
    expect(payableOf({ ...invoice, status: 'paid' })).to.equal(undefined);
    expect(payableOf({ ...invoice, payment: { canPay: false } })).to.equal(undefined);
    expect(payableOf({ ...invoice, status: 'uncollectible', payment: { canPay: true } })).to.eql(
      usd('270.63'),
    );
  });

  it('is free at nothing and below', () => {
    expect(['0.00', '-3.40', '0.01'].map((amount) => isFree(usd(amount)))).to.eql([
      true,
      true,
      false,
    ]);
  });

  it('ends completed, scheduled or failed, and no other way', () => {
    const statuses = ['completed', 'scheduled', 'failed', 'redirect', 'pending', 'in_review'];
    expect(statuses.filter((status) => isFinal({ status }))).to.eql([
      'completed',
      'scheduled',
      'failed',
    ]);
  });
});
