import { expect } from 'chai';

import { cyclesOf, firstCycle, plansIn } from '../../src/billing/plan-cycles.js';
import type { Plan } from '../../src/billing/types.js';

const plan = (
  name: string,
  interval: Plan['interval'],
  change: Plan['change'] = 'switch',
): Plan => ({
  id: `${name}-${interval}`,
  name,
  ...(interval && { interval }),
  intervalCount: 1,
  recommended: false,
  change,
});

const basic = plan('Basic', 'month');
const monthly = plan('Standard', 'month');
const yearly = plan('Standard', 'year', 'current');
const contract = plan('Enterprise', 'year');
const all = [basic, monthly, yearly, contract];

describe('The cycles of plans', () => {
  it('are those that plans of one name differ by', () => {
    expect(cyclesOf(all).map(({ example }) => example.interval)).to.eql(['month', 'year']);
  });

  it('are none where every plan has its own name', () => {
    expect(cyclesOf([basic, monthly, contract])).to.eql([]);
  });

  it('begin with the one that the account is in', () => {
    expect(plansIn(all, firstCycle(all))).to.eql([basic, yearly, contract]);
  });

  it('begin with the server’s first where the account has none of these plans', () => {
    const others = [basic, monthly, plan('Standard', 'year')];
    expect(plansIn(others, firstCycle(others))).to.eql([basic, monthly]);
  });

  it('leave a plan that comes in no other cycle where it is', () => {
    expect(plansIn(all, firstCycle([monthly, plan('Standard', 'year')]))).to.eql([
      basic,
      monthly,
      contract,
    ]);
  });
});
