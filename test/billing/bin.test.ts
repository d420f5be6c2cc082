import { expect } from 'chai';
import fc from 'fast-check';

import { bin } from '../../src/billing/bin.js';
import { addDays } from '../../src/billing/dates.js';
import { totalOf } from '../../src/billing/usage-bars.js';
import type { UsageBar, UsageBars } from '../../src/billing/usage-bars.js';

const bar = (day: number, value: string | undefined, more: Partial<UsageBar> = {}): UsageBar => ({
  from: addDays('2000-01-01', day),
  to: addDays('2000-01-01', day + 1),
  value,
  partial: false,
  missing: value === undefined ? 1 : 0,
  parts: [],
  ...more,
});
const usage = (values: readonly (string | undefined)[]): UsageBars => ({
  bars: values.map((value, day) => bar(day, value)),
  groups: [],
  unexpected: 0,
});

describe('binning', () => {
  it('leaves alone what fits', () => {
    const given = usage(['1', undefined, '3']);
    const { bars, perBar, folded } = bin(given);
    expect(bars).to.eql(given.bars);
    expect([perBar, folded]).to.eql([1, 0]);
  });

  it('merges neighbours, from the newest on', () => {
    const { bars, perBar } = bin(usage(['1', '2', '3', '4', '5.5']), { marks: 3 });
    expect(perBar).to.equal(2);
    expect(bars.map(({ from, to, value }) => [from, to, value])).to.eql([
      ['2000-01-01', '2000-01-02', '1'],
      ['2000-01-02', '2000-01-04', '5'],
      ['2000-01-04', '2000-01-06', '9.5'],
    ]);
  });

  it('says which merged bars are running, and what they lack', () => {
    const { bars } = bin(
      {
        ...usage([]),
        bars: [
          bar(0, undefined),
          bar(1, undefined),
          bar(2, '7'),
          bar(3, undefined),
          bar(4, '1'),
          bar(5, '2', { partial: true }),
        ],
      },
      { marks: 3 },
    );
    expect(bars.map(({ value, missing, partial }) => [value, missing, partial])).to.eql([
      [undefined, 2, false],
      ['7', 1, false],
      ['3', 0, true],
    ]);
  });

  it('counts a mark for each group of a bar', () => {
    const days = Array.from({ length: 366 }, (_, day) => bar(day, '8', { parts: eightOnes }));
    const { bars, perBar } = bin({ bars: days, groups: [...'abcdefgh'], unexpected: 0 });
    expect([perBar, bars.length]).to.eql([3, 122]);
    expect(bars[1]?.parts).to.eql(eightOnes.map(() => '3'));
  });

  it('draws the smallest of many groups as one', () => {
    const days = [bar(0, '15', { parts: ['9', '3', '2', undefined, '1'] })];
    const { bars, groups, folded } = bin(
      { bars: days, groups: [...'abcde'], unexpected: 0 },
      { groups: 3 },
    );
    expect(groups).to.eql(['a', 'b']);
    expect(folded).to.equal(3);
    expect(bars[0]?.parts).to.eql(['9', '3', '3']);
  });

  it('keeps the sum, the dates and the limit, whatever comes', () => {
    const values = fc.array(
      fc.option(
        fc.integer({ min: -999, max: 999 }).map((cents) => (cents / 4).toFixed(2)),
        {
          nil: undefined,
        },
      ),
      { minLength: 1, maxLength: 300 },
    );
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 50 }), (list, marks) => {
        const given = usage(list.map((value) => value?.replace(/^-(?=0\.00$)/, '')));
        const { bars } = bin(given, { marks });
        expect(bars.length).to.be.at.most(marks);
        expect(Number(totalOf(bars))).to.equal(Number(totalOf(given.bars)));
        expect(bars.map(({ from }) => from).slice(1)).to.eql(bars.map(({ to }) => to).slice(0, -1));
        expect([bars[0]?.from, bars.at(-1)?.to]).to.eql([
          given.bars[0]?.from,
          given.bars.at(-1)?.to,
        ]);
      }),
    );
  });

  it('takes 100,000 days', () => {
    const { bars } = bin(usage(Array.from({ length: 100_000 }, () => '3')));
    expect(bars).to.have.length(1_191);
    expect(totalOf(bars)).to.equal('300000');
  });
});

const eightOnes = Array.from({ length: 8 }, () => '1');
