import { expect } from 'chai';

import { mayResume, offerOf } from '../../src/billing/offers.js';
import type { Account, Permission, Subscription } from '../../src/billing/types.js';

const account = (can: Account['can']): Account => ({
  id: 'acc_1',
  currency: 'USD',
  timeZone: 'UTC',
  meters: [],
  slots: ['plan', 'support'],
  can,
});

const waiting = (
  slot: 'plan' | 'support',
  type: 'change' | 'cancel' | undefined,
): Subscription => ({
  slot,
  status: 'active',
  plan: null,
  ...(type && { scheduled: { type, at: '2026-04-01T04:00:00Z' } }),
});

describe('an action', () => {
  const offers: readonly (readonly [Permission | undefined, string | undefined])[] = [
    [{ allowed: true }, 'open'],
    [{ allowed: false, reason: 'past_due' }, 'off'],
    [{ allowed: false, reason: 'pending_change' }, 'off'],
    [{ allowed: false, reason: 'contact_support' }, undefined],
    [{ allowed: false, reason: 'contact_sales' }, undefined],
    [{ allowed: false, reason: 'no_permission' }, undefined],
    [{ allowed: false, reason: 'not_supported' }, undefined],
    [{ allowed: false, reason: 'a_reason_of_tomorrow' }, undefined],
    [{ allowed: false }, undefined],
    [undefined, undefined],
  ];
  for (const [permission, offer] of offers) {
    it(`is ${offer ?? 'not offered'} where the server says ${JSON.stringify(permission)}`, () => {
      expect(offerOf(permission)).to.equal(offer);
    });
  }
});

describe('what is scheduled', () => {
  it('may be undone by who may do it', () => {
    const can = { changePlan: { allowed: true } };
    expect(mayResume(account(can), waiting('plan', 'change'))).to.equal(true);
    expect(mayResume(account(can), waiting('plan', 'cancel'))).to.equal(false);
    expect(mayResume(account(can), waiting('support', 'change'))).to.equal(false);
  });

  it('may be undone by who cannot do it again only because it is scheduled', () => {
    const can = { cancelSupport: { allowed: false, reason: 'pending_change' as const } };
    expect(mayResume(account(can), waiting('support', 'cancel'))).to.equal(true);
  });

  it('may not be undone by others', () => {
    const can = { changePlan: { allowed: false, reason: 'no_permission' as const } };
    expect(mayResume(account(can), waiting('plan', 'change'))).to.equal(false);
    expect(mayResume(account({}), waiting('plan', 'change'))).to.equal(false);
  });

  it('is nothing to undo where nothing is', () => {
    const can = { changePlan: { allowed: true } };
    expect(mayResume(account(can), waiting('plan', undefined))).to.equal(false);
  });
});
