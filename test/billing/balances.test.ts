import { expect } from 'chai';

import { balanceStatus, expiringGrants, unitsAvailable } from '../../src/billing/balances.js';
import type { Balance } from '../../src/billing/types.js';

const money = (remaining: string | null, price = '0.20'): Balance => ({
  id: 'credits',
  name: 'Credits',
  kind: 'money',
  currency: 'USD',
  remaining,
  status: 'ok',
  topUp: { unitPrice: { amount: price, currency: 'USD' } },
});

describe('units that a balance still pays for', () => {
  it('are exact where floats are not', () => {
    const vectors = [
      ['100.00', '0.20', '500'],
      ['184.60', '0.20', '923'],
      ['19.90', '0.10', '199'],
      ['0.30', '0.10', '3'],
      ['0.19', '0.20', '0'],
      ['-3.40', '0.20', '0'],
    ] as const;
    for (const [remaining, price, units] of vectors) {
      expect(unitsAvailable([money(remaining, price)], 'sessions'), remaining).to.equal(units);
    }
  });

  it('are the rest of the allowance where the meter has one', () => {
    const allowance: Balance = {
      id: 'included',
      name: 'Sessions',
      kind: 'allowance',
      meter: 'sessions',
      remaining: '1614',
      status: 'ok',
    };
    expect(unitsAvailable([money('184.60'), allowance], 'sessions')).to.equal('1614');
    expect(unitsAvailable([{ ...allowance, remaining: null }], 'sessions')).to.equal(null);
    expect(unitsAvailable([{ ...allowance, remaining: '-3' }], 'sessions')).to.equal('0');
  });

  it('are not told without a price, or with one in another currency', () => {
    expect(unitsAvailable([money('10.00', '0.00')], 'sessions')).to.equal(undefined);
    expect(unitsAvailable([{ ...money('10.00'), currency: 'EUR' }], 'sessions')).to.equal(
      undefined,
    );
    expect(unitsAvailable([], 'sessions')).to.equal(undefined);
  });
});

describe('the status of a balance', () => {
  const balance: Balance = { ...money('25'), granted: '100', used: '75' };

  it('is low from the share that the page names', () => {
    expect(balanceStatus(balance, '0.75')).to.equal('low');
    expect(balanceStatus(balance, '0.76')).to.equal('ok');
    expect(balanceStatus(balance, undefined)).to.equal('ok');
  });

  it('is never better than the server says', () => {
    expect(balanceStatus({ ...balance, status: 'exhausted' }, '0.1')).to.equal('exhausted');
  });

  it('does not divide by an allowance of nothing', () => {
    expect(balanceStatus({ ...balance, granted: '0', used: '5' }, '0.5')).to.equal('ok');
  });
});

describe('expiring grants', () => {
  const now = Date.parse('2026-03-18T15:00:00Z');
  const grant = (expiresAt: string | undefined, remaining = '1.00') => ({
    id: 'g',
    name: 'Free credits',
    remaining,
    ...(expiresAt ? { expiresAt } : {}),
  });
  const named = (...grants: ReturnType<typeof grant>[]) =>
    expiringGrants({ ...money('1.00'), grants }, now).length;

  it('are those that lapse within fourteen days', () => {
    expect(named(grant('2026-04-01T15:00:00Z'))).to.equal(1);
    expect(named(grant('2026-04-01T15:00:01Z'))).to.equal(0);
  });

  it('are not those that have lapsed, are used up or never lapse', () => {
    expect(
      named(grant('2026-03-18T14:59:59Z'), grant('2026-03-20T00:00:00Z', '0.00'), grant(undefined)),
    ).to.equal(0);
  });
});
