import { expect } from 'chai';

import { compareFeatures } from '../../src/billing/compare-plans.js';
import type { Plan } from '../../src/billing/types.js';

type Feature = NonNullable<Plan['features']>[number];

const plan = (id: string, features?: readonly Feature[]): Plan => ({
  id,
  name: id,
  intervalCount: 1,
  recommended: false,
  change: 'switch',
  ...(features && { features: [...features] }),
});

describe('the features of plans', () => {
  it('with the same name stand in one row, in the order of the plans', () => {
    const groups = compareFeatures([
      plan('small', [{ group: 'Build', name: 'Tasks', value: '200' }]),
      plan('large', [{ group: 'Build', name: 'Tasks', value: '500' }]),
    ]);
    expect(groups).to.eql([{ name: 'Build', rows: [{ name: 'Tasks', values: ['200', '500'] }] }]);
  });

  it('leave a gap where a plan says nothing, which is not the same as no', () => {
    const groups = compareFeatures([
      plan('small', [{ name: 'Sign-on', value: false }]),
      plan('middle'),
      plan('large', [
        { name: 'Sign-on', value: true },
        { name: 'Audit', value: true },
      ]),
    ]);
    expect(groups).to.eql([
      {
        name: undefined,
        rows: [
          { name: 'Sign-on', values: [false, undefined, true] },
          { name: 'Audit', values: [undefined, undefined, true] },
        ],
      },
    ]);
  });

  it('keep the order in which groups and names are first told', () => {
    const groups = compareFeatures([
      plan('small', [
        { group: 'Run', name: 'Alerts', value: true },
        { group: 'Build', name: 'Tasks', value: '1' },
      ]),
      plan('large', [
        { group: 'Build', name: 'Flows', value: '2' },
        { group: 'Run', name: 'Alerts', value: true },
      ]),
    ]);
    expect(groups.map(({ name, rows }) => [name, ...rows.map((row) => row.name)])).to.eql([
      ['Run', 'Alerts'],
      ['Build', 'Tasks', 'Flows'],
    ]);
  });

  it('with one name in two groups are two rows', () => {
    const groups = compareFeatures([
      plan('only', [
        { group: 'Build', name: 'Limit', value: '1' },
        { group: 'Run', name: 'Limit', value: '2' },
      ]),
    ]);
    expect(groups.map(({ rows }) => rows[0]?.values)).to.eql([['1'], ['2']]);
  });

  it('may have names that objects have', () => {
    const features = [{ group: '__proto__', name: 'constructor', value: 'yes' }];
    expect(compareFeatures([plan('odd', features)])[0]?.rows).to.eql([
      { name: 'constructor', values: ['yes'] },
    ]);
  });

  it('are none where no plan names any', () => {
    expect(compareFeatures([plan('a'), plan('b')])).to.eql([]);
  });
});
