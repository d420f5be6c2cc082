import { expect } from 'chai';

import { lostFeatures } from '../../src/billing/lost-features.js';
import type { Plan } from '../../src/billing/types.js';

const plan = (amount: string | null, features: Plan['features']): Plan => ({
  id: `plan-${amount}`,
  name: 'Plan',
  price: amount === null ? null : { amount, currency: 'USD' },
  intervalCount: 1,
  recommended: false,
  change: 'switch',
  ...(features && { features }),
});

const bought = plan('10.00', [
  { name: 'Email', value: true },
  { name: 'Docs', value: true },
  { name: 'Phone', value: false },
  { group: 'Answer', name: 'First', value: '1 hour' },
]);

describe('What is lost with a plan', () => {
  it('is what the plan has and the free one has not', () => {
    const free = plan('0.00', [
      { name: 'Docs', value: true },
      { group: 'Answer', name: 'First', value: '–' },
    ]);
    expect(lostFeatures(bought, [free, bought]).map(({ name }) => name)).to.eql(['Email', 'First']);
  });

  it('is all it has where no plan is free', () => {
    expect(lostFeatures(bought, [bought]).map(({ name }) => name)).to.eql([
      'Email',
      'Docs',
      'First',
    ]);
  });

  it('takes a plan by agreement for no free one', () => {
    const byAgreement = plan(null, [{ name: 'Email', value: true }]);
    expect(lostFeatures(bought, [byAgreement]).map(({ name }) => name)).to.include('Email');
  });

  it('is nothing without a plan', () => {
    expect(lostFeatures(null, [bought])).to.eql([]);
  });
});
