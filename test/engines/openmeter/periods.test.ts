import { expect } from 'chai';

import { periodAround } from '../../../src/engines/openmeter/subscriptions.js';

const at = (instant: string): number => Date.parse(instant);

describe('The period of a subscription that OpenMeter does not align', () => {
  it('keeps the day of its anchor, and ends on the last day of a month that lacks it', () => {
    const anchor = '2026-01-31T08:00:00Z';
    const periods = ['2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z', '2026-03-31T08:00:00Z'].map(
      (now) => periodAround(at(now), anchor, 'P1M'),
    );
    expect(periods).to.deep.equal([
      { start: '2026-01-31T08:00:00.000Z', end: '2026-02-28T08:00:00.000Z' },
      { start: '2026-02-28T08:00:00.000Z', end: '2026-03-31T08:00:00.000Z' },
      { start: '2026-03-31T08:00:00.000Z', end: '2026-04-30T08:00:00.000Z' },
    ]);
  });

  it('goes back from an anchor that lies ahead', () => {
    const period = periodAround(at('2026-03-18T00:00:00Z'), '2026-06-01T00:00:00Z', 'P3M');
    expect(period).to.deep.equal({
      start: '2026-03-01T00:00:00.000Z',
      end: '2026-06-01T00:00:00.000Z',
    });
  });

  it('counts weeks, several months and years', () => {
    const starts = ['P1W', 'P2M', 'P1Y'].map(
      (cadence) => periodAround(at('2026-03-18T00:00:00Z'), '2026-01-01T00:00:00Z', cadence)?.start,
    );
    expect(starts.map((start) => start?.slice(0, 10))).to.deep.equal([
      '2026-03-12',
      '2026-03-01',
      '2026-01-01',
    ]);
  });

  it('says nothing of a rhythm that it does not know', () => {
    expect(periodAround(at('2026-03-18T00:00:00Z'), '2026-01-01T00:00:00Z', 'P1M2D')).to.equal(
      undefined,
    );
  });
});
