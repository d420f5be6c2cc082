import { expect } from 'chai';
import fc from 'fast-check';

import { addDays, dateIn, daysBetween } from '../../src/billing/dates.js';
import {
  asCustom,
  bucketStarts,
  customRange,
  granularityOf,
  isUsageRange,
  offeredRanges,
  presetWindow,
  usageRanges,
} from '../../src/billing/usage-range.js';
import type { PresetRange, RangeLimits, UsageRange } from '../../src/billing/usage-range.js';

const today = '2026-03-18';
const limits: RangeLimits = { today, completeOnly: false };
const complete: RangeLimits = { today, completeOnly: true };
const isPreset = (range: UsageRange): range is PresetRange => range !== 'custom';
const presets = usageRanges.filter(isPreset);

const dates = (range: PresetRange, given: RangeLimits = limits) => {
  const { from, to } = presetWindow(range, given);
  return [from, to];
};
const codes = (from: string, to: string, given: RangeLimits = limits) =>
  customRange(from, to, given).problems.map(({ field, code }) => `${field}: ${code}`);

describe('ranges', () => {
  it('are those that have a name, and no others', () => {
    for (const range of usageRanges) expect(isUsageRange(range), range).to.equal(true);
    for (const other of ['', '5w', '1W', 'year'])
      expect(isUsageRange(other), other).to.equal(false);
  });
});

describe('presets', () => {
  it('are today and the 6, 13 or 27 days before, a bar a day', () => {
    expect(dates('1w')).to.eql(['2026-03-12', '2026-03-19']);
    expect(dates('2w')).to.eql(['2026-03-05', '2026-03-19']);
    expect(dates('4w')).to.eql(['2026-02-19', '2026-03-19']);
    for (const range of ['1w', '2w', '4w'] as const) {
      expect(granularityOf(range), range).to.equal('day');
    }
  });

  it('are this calendar month and the 0, 1, 2 or 5 before, a bar a month', () => {
    expect(dates('1m')).to.eql(['2026-03-01', '2026-04-01']);
    expect(dates('2m')).to.eql(['2026-02-01', '2026-04-01']);
    expect(dates('3m')).to.eql(['2026-01-01', '2026-04-01']);
    expect(dates('6m')).to.eql(['2025-10-01', '2026-04-01']);
    expect(presetWindow('6m', limits).granularity).to.equal('month');
  });

  it('have as many bars as their name says', () => {
    const counts = presets.map((range) => bucketStarts(presetWindow(range, limits)).length);
    expect(counts).to.eql([7, 14, 28, 1, 2, 3, 6]);
  });

  it('move back by one, and keep their length, without the running day or month', () => {
    expect(dates('1w', complete)).to.eql(['2026-03-11', '2026-03-18']);
    expect(dates('1m', complete)).to.eql(['2026-02-01', '2026-03-01']);
    expect(dates('6m', complete)).to.eql(['2025-09-01', '2026-03-01']);
  });

  it('count months from the month, whatever its length', () => {
    expect(dates('2m', { ...limits, today: '2026-01-31' })).to.eql(['2025-12-01', '2026-02-01']);
    expect(dates('1m', { ...limits, today: '2026-12-31' })).to.eql(['2026-12-01', '2027-01-01']);
    expect(dates('3m', { ...complete, today: '2026-03-31' })).to.eql(['2025-12-01', '2026-03-01']);
  });

  it('go over a leap day', () => {
    expect(dates('1w', { ...limits, today: '2024-03-03' })).to.eql(['2024-02-26', '2024-03-04']);
  });

  it("follow the zone's today", () => {
    const of = (zone: string, instant: string) =>
      dates('1w', { ...limits, today: dateIn(zone, Date.parse(instant)) }).at(1);
    expect(of('America/New_York', '2026-03-18T02:00:00Z')).to.equal('2026-03-18');
    expect(of('Pacific/Auckland', '2026-03-18T15:00:00Z')).to.equal('2026-03-20');
  });

  it('always end with the running one or just before it, on any day', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('2000-01-01', count));
    fc.assert(
      fc.property(day, fc.constantFrom(...presets), (anyDay, range) => {
        const running = presetWindow(range, { today: anyDay, completeOnly: false });
        const whole = presetWindow(range, { today: anyDay, completeOnly: true });
        expect(bucketStarts(running)).to.have.length(bucketStarts(whole).length);
        expect(bucketStarts(running).at(-1) ?? '').to.equal(whole.to);
        expect(daysBetween(anyDay, running.to)).to.be.greaterThan(0);
        expect(daysBetween(anyDay, whole.to)).to.be.lessThan(1);
      }),
    );
  });
});

describe('the filters on offer', () => {
  it('are all of them where nothing bounds them', () => {
    expect(offeredRanges(usageRanges, limits)).to.eql(usageRanges);
  });

  it('leave out a preset that is longer than the meter allows', () => {
    expect(offeredRanges(usageRanges, { ...limits, maxRangeDays: 90 })).to.eql([
      '1w',
      '2w',
      '4w',
      '1m',
      '2m',
      '3m',
      'custom',
    ]);
    // This March's three months have 90 days; 92 in July's.
    expect(offeredRanges(['3m'], { ...limits, today: '2026-07-18', maxRangeDays: 90 })).to.eql([]);
    expect(offeredRanges(usageRanges, { ...limits, maxRangeDays: 1 })).to.eql(['custom']);
  });

  it('are those whose bars the meter has', () => {
    expect(offeredRanges(usageRanges, { ...limits, granularities: ['month'] })).to.eql([
      '1m',
      '2m',
      '3m',
      '6m',
    ]);
    expect(offeredRanges(usageRanges, { ...limits, granularities: ['day'] })).to.eql([
      '1w',
      '2w',
      '4w',
      'custom',
    ]);
  });

  it('keep the order in which the page wants them', () => {
    expect(offeredRanges(['custom', '6m', '1w'], limits)).to.eql(['custom', '6m', '1w']);
  });
});

describe('a custom range', () => {
  it('has both of its days, so the wire gets the day after the last', () => {
    const { window } = customRange('2026-03-01', '2026-03-18', limits);
    expect(window).to.eql({ from: '2026-03-01', to: '2026-03-19', granularity: 'day' });
    const march = customRange('2026-03-01', '2026-03-31', { ...limits, today: '2026-05-01' });
    expect(march.window?.to).to.equal('2026-04-01');
    expect(march.window && bucketStarts(march.window)).to.have.length(31);
  });

  it('may be a single day', () => {
    const { window } = customRange(today, today, limits);
    expect(window && bucketStarts(window)).to.eql([today]);
  });

  it('does not end before it starts', () => {
    expect(codes('2026-03-11', '2026-03-10')).to.eql(['to: ends_before_start']);
  });

  it('ends today at the latest, or yesterday where only whole days count', () => {
    expect(codes('2026-03-01', '2026-03-19')).to.eql(['to: too_late']);
    expect(codes('2026-03-19', '2026-03-20')).to.eql(['from: too_late', 'to: too_late']);
    expect(codes('2026-03-01', '2026-03-18', complete)).to.eql(['to: too_late']);
    expect(codes('2026-03-01', '2026-03-17', complete)).to.eql([]);
    expect(customRange('2026-03-01', '2026-03-19', limits).problems).to.deep.include({
      field: 'to',
      code: 'too_late',
      last: today,
    });
  });

  it('is no longer than the meter allows, the last day included', () => {
    const capped = { ...limits, today: '2026-06-01', maxRangeDays: 90 };
    expect(codes('2026-01-01', '2026-03-31', capped)).to.eql([]);
    expect(codes('2026-01-01', '2026-04-01', capped)).to.eql(['to: too_long']);
    expect(customRange('2026-01-01', '2026-04-01', capped).problems).to.deep.include({
      field: 'to',
      code: 'too_long',
      maxDays: 90,
    });
  });

  it('is made of dates that exist', () => {
    expect(codes('', '2026-03-18')).to.eql(['from: not_a_date']);
    expect(codes('2026-02-29', '18.3.2026')).to.eql(['from: not_a_date', 'to: not_a_date']);
  });

  it('does not take a year that is still being typed', () => {
    expect(codes('0202-03-01', today)).to.eql(['from: too_early']);
    expect(codes('2000-01-01', today)).to.eql([]);
    expect(codes('1999-12-31', today)).to.eql(['from: too_early']);
  });

  it('is either something to ask for or says what is wrong, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.integer({ min: -1000, max: 1000 }).map((days) => addDays(today, days)),
    );
    fc.assert(
      fc.property(typed, typed, fc.option(fc.integer({ min: 1, max: 400 })), (from, to, cap) => {
        const given = { ...limits, maxRangeDays: cap ?? undefined };
        const { window, problems } = customRange(from, to, given);
        expect(window === undefined).to.equal(problems.length > 0);
        if (!window) return;
        const days = daysBetween(window.from, window.to);
        expect(days).to.be.within(1, cap ?? 5000);
        expect(window.to <= addDays(today, 1)).to.equal(true);
      }),
    );
  });

  it('starts from the days that are on screen, without those still to come', () => {
    expect(asCustom(presetWindow('2m', limits), limits)).to.eql({
      from: '2026-02-01',
      to: today,
    });
    expect(asCustom(presetWindow('2m', complete), complete)).to.eql({
      from: '2026-01-01',
      to: '2026-02-28',
    });
  });
});

describe('the bars of a window', () => {
  it('are its days or its months, by date', () => {
    const window = { from: '2026-03-07', to: '2026-03-10', granularity: 'day' } as const;
    expect(bucketStarts(window)).to.eql(['2026-03-07', '2026-03-08', '2026-03-09']);
    const months = { from: '2025-12-01', to: '2026-03-01', granularity: 'month' } as const;
    expect(bucketStarts(months)).to.eql(['2025-12-01', '2026-01-01', '2026-02-01']);
  });
});
