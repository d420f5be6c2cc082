import { expect } from 'chai';
import fc from 'fast-check';

import { addDays } from '../../src/billing/dates.js';
import type { UsageBucket, UsageSeries } from '../../src/billing/types.js';
import {
  averageOf,
  inOrder,
  totalOf,
  totalOfGroup,
  usageBars,
} from '../../src/billing/usage-bars.js';
import { bucketStarts } from '../../src/billing/usage-range.js';
import type { UsageWindow } from '../../src/billing/usage-range.js';

const days: UsageWindow = { from: '2026-03-15', to: '2026-03-19', granularity: 'day' };

const bucket = (start: string, value: string, more: Partial<UsageBucket> = {}): UsageBucket => ({
  start,
  value,
  partial: false,
  ...more,
});
const series = (buckets: UsageBucket[]): UsageSeries => ({
  meter: 'sessions',
  granularity: 'day',
  timeZone: 'America/New_York',
  from: days.from,
  to: days.to,
  buckets,
});
const four = [
  bucket('2026-03-15', '10'),
  bucket('2026-03-16', '20'),
  bucket('2026-03-17', '30'),
  bucket('2026-03-18', '6', { partial: true }),
];
const barsOf = (buckets: UsageBucket[], window = days) => usageBars(series(buckets), window);

describe('usage bars', () => {
  it('are one for each day that was asked for', () => {
    const { bars, unexpected } = barsOf(four);
    expect(bars.map(({ from, to, value }) => [from, to, value])).to.eql([
      ['2026-03-15', '2026-03-16', '10'],
      ['2026-03-16', '2026-03-17', '20'],
      ['2026-03-17', '2026-03-18', '30'],
      ['2026-03-18', '2026-03-19', '6'],
    ]);
    expect(bars.map(({ partial }) => partial)).to.eql([false, false, false, true]);
    expect(unexpected).to.equal(0);
  });

  it('are one for each month that was asked for', () => {
    const window: UsageWindow = { from: '2026-01-01', to: '2026-03-01', granularity: 'month' };
    const { bars } = barsOf([bucket('2026-01-01', '862'), bucket('2026-02-01', '871')], window);
    expect(bars.map(({ from, to }) => [from, to])).to.eql([
      ['2026-01-01', '2026-02-01'],
      ['2026-02-01', '2026-03-01'],
    ]);
  });

  it('stand in the order of their dates, however they were sent', () => {
    expect(barsOf([...four].reverse()).bars).to.eql(barsOf(four).bars);
  });

  it('have a gap where nothing was sent, not a zero', () => {
    const { bars } = barsOf(four.filter(({ start }) => start !== '2026-03-16'));
    expect(bars.map(({ value }) => value)).to.eql(['10', undefined, '30', '6']);
    expect(bars.map(({ missing }) => missing)).to.eql([0, 1, 0, 0]);
  });

  it('take each day once, and count what came twice or was not asked for', () => {
    const { bars, unexpected } = barsOf([
      ...four,
      bucket('2026-03-15', '99'),
      bucket('2026-04-01', '7'),
    ]);
    expect(bars.map(({ value }) => value)).to.eql(['10', '20', '30', '6']);
    expect(unexpected).to.equal(2);
  });

  it('are found in whatever order and however often their days came', () => {
    const march = { from: '2026-03-01', to: '2026-04-01', granularity: 'day' } as const;
    const sent = fc.array(
      fc
        .tuple(fc.integer({ min: 27, max: 64 }), fc.nat(9))
        .map(([day, value]) => bucket(addDays('2026-02-01', day), String(value))),
      { maxLength: 60 },
    );
    const whole = bucketStarts(march).map((start) => bucket(start, '5'));
    fc.assert(
      fc.property(fc.nat(31), sent, (inOrder, others) => {
        const buckets = [...whole.slice(0, inOrder), ...others];
        const first = (day: string) => buckets.find(({ start }) => start === day);
        const { bars, unexpected } = barsOf(buckets, march);
        expect(bars.map(({ value }) => value)).to.eql(
          bucketStarts(march).map((day) => first(day)?.value),
        );
        const kept = bars.filter(({ missing }) => missing === 0);
        expect(unexpected).to.equal(buckets.length - kept.length);
      }),
    );
  });

  it('share themselves among groups, the largest group first', () => {
    const { bars, groups } = barsOf([
      bucket('2026-03-15', '10', { groups: { Email: '9', IVR: '1' } }),
      bucket('2026-03-16', '20', { groups: { IVR: '20' } }),
    ]);
    expect(groups).to.eql(['IVR', 'Email']);
    expect(bars.map(({ parts }) => parts)).to.eql([
      ['1', '9'],
      ['20', undefined],
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(totalOfGroup(bars, 0)).to.equal('21');
  });

  it('take any name for a group', () => {
    const groups = Object.fromEntries([
      ['__proto__', '2'],
      ['constructor', '1'],
    ]);
    const { bars, groups: names } = barsOf([
      bucket('2026-03-15', '3', { groups }),
      bucket('2026-03-16', '0', { groups: {} }),
    ]);
    expect(names).to.eql(['__proto__', 'constructor']);
    expect(bars[1]?.parts).to.eql([undefined, undefined]);
  });
});

describe('total and average', () => {
  it('count the running day in the total, and only whole ones in the average', () => {
    const { bars } = barsOf(four);
    expect(totalOf(bars)).to.equal('66');
    expect(averageOf(bars)).to.equal('20');
  });

  it('have one more digit than the numbers, where it says something', () => {
    const half = barsOf([bucket('2026-03-15', '722'), bucket('2026-03-16', '761')]).bars;
    expect(averageOf(half)).to.equal('741.5');
    const thirds = barsOf(
      ['1', '1', '2'].map((value, day) => bucket(`2026-03-${15 + day}`, value)),
    );
    expect(averageOf(thirds.bars)).to.equal('1.3');
    const exact = barsOf([bucket('2026-03-15', '0.1'), bucket('2026-03-16', '0.20')]).bars;
    expect(averageOf(exact)).to.equal('0.15');
    expect(averageOf(barsOf([bucket('2026-03-15', '100')]).bars)).to.equal('100');
  });

  it('do not take a gap for a zero', () => {
    const { bars } = barsOf([bucket('2026-03-15', '10'), bucket('2026-03-17', '30')]);
    expect(averageOf(bars)).to.equal('20');
  });

  it('have no average where no bar is whole', () => {
    expect(averageOf(barsOf([bucket('2026-03-15', '5', { partial: true })]).bars)).to.equal(
      undefined,
    );
  });
});

describe('a series in order', () => {
  it('has what was asked for, each once, as it was sent', () => {
    const sent = series([...four.slice(2), ...four, bucket('2026-04-01', '7')]);
    expect(inOrder(sent, days)).to.eql(series(four));
  });
});
