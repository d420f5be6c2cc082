import { expect } from 'chai';
import fc from 'fast-check';

import {
  addDays,
  addMonths,
  consecutiveDates,
  dateIn,
  daysBetween,
  isCalendarDate,
  instantIn,
  isTimeZone,
  monthsBetween,
  startOfDay,
  startOfMonth,
  startOfNextDay,
} from '../../src/billing/dates.js';

const at = (instant: string) => Date.parse(instant);
const hours = (date: string, zone: string) =>
  (startOfDay(addDays(date, 1), zone) - startOfDay(date, zone)) / 3_600_000;

/** Days 1900-01-01 to 2199-12-31, made by the platform's own calendar. */
const day = fc
  .integer({
    min: at('1900-01-01T00:00:00Z') / 86_400_000,
    max: at('2199-12-31T00:00:00Z') / 86_400_000,
  })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

describe('calendar dates', () => {
  it('tells a date that exists from one that does not', () => {
    for (const good of ['2026-03-18', '2024-02-29', '2000-02-29', '0001-01-01']) {
      expect(isCalendarDate(good), good).to.equal(true);
    }
    for (const bad of [
      '2026-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-04-00',
      '26-1-1',
      '',
    ]) {
      expect(isCalendarDate(bad), bad).to.equal(false);
    }
  });

  it('adds days as the proleptic Gregorian calendar does', () => {
    expect(addDays('2024-02-28', 1)).to.equal('2024-02-29');
    expect(addDays('2026-03-01', -1)).to.equal('2026-02-28');
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const expected = new Date(at(`${date}T00:00:00Z`) + days * 86_400_000)
          .toISOString()
          .slice(0, 10);
        expect(addDays(date, days)).to.equal(expected);
        expect(daysBetween(date, expected)).to.equal(days);
      }),
    );
  });

  it('counts many days off as it adds each of them', () => {
    expect(consecutiveDates('2024-02-28', 3)).to.eql(['2024-02-28', '2024-02-29', '2024-03-01']);
    fc.assert(
      fc.property(day, fc.integer({ min: -1, max: 1500 }), (first, count) => {
        const each = Array.from({ length: Math.max(count, 0) }, (_, days) => addDays(first, days));
        expect(consecutiveDates(first, count)).to.eql(each);
      }),
    );
  });

  it('counts months from the anchor day', () => {
    expect(addMonths('2026-01-31', 1)).to.equal('2026-02-28');
    expect(addMonths('2026-01-31', 2)).to.equal('2026-03-31');
    expect(addMonths('2024-01-31', 1)).to.equal('2024-02-29');
    expect(addMonths('2024-02-29', 12)).to.equal('2025-02-28');
    expect(addMonths('2024-02-29', 48)).to.equal('2028-02-29');
    expect(addMonths('2026-01-15', -1)).to.equal('2025-12-15');
    expect(monthsBetween('2025-10-31', '2026-03-01')).to.equal(5);
    expect(startOfMonth('2026-03-18')).to.equal('2026-03-01');
  });

  it('refuses a text that is no date', () => {
    expect(() => addDays('tomorrow', 1)).to.throw(RangeError);
    expect(() => consecutiveDates('tomorrow', 1)).to.throw(RangeError);
  });
});

describe('days of a time zone', () => {
  it('gives an instant the date that the zone has then', () => {
    expect(dateIn('America/New_York', at('2026-03-18T02:00:00Z'))).to.equal('2026-03-17');
    expect(dateIn('UTC', at('2026-03-18T02:00:00Z'))).to.equal('2026-03-18');
    expect(dateIn('Pacific/Auckland', at('2026-03-18T15:00:00Z'))).to.equal('2026-03-19');
  });

  it('begins days where the zone begins them', () => {
    const vectors = [
      ['America/New_York', '2026-03-08', '2026-03-08T05:00:00Z', 23],
      ['America/New_York', '2026-11-01', '2026-11-01T04:00:00Z', 25],
      ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00Z', 23],
      ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00Z', 25],
      ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00Z', 24.5],
      ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00Z', 23.5],
      ['Asia/Kolkata', '2026-03-18', '2026-03-17T18:30:00Z', 24],
      ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00Z', 23],
      ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00Z', 23],
      ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z', 0],
      // Clocks went back a minute after midnight, in 1988 by two hours: the earlier midnight begins the day.
      ['America/St_Johns', '2010-03-14', '2010-03-14T03:30:00Z', 23],
      ['America/St_Johns', '2010-11-06', '2010-11-06T02:30:00Z', 24],
      ['America/St_Johns', '2010-11-07', '2010-11-07T02:30:00Z', 25],
      ['America/St_Johns', '1988-10-30', '1988-10-30T01:30:00Z', 26],
    ] as const;
    for (const [zone, date, first, length] of vectors) {
      expect(new Date(startOfDay(date, zone)).toISOString(), `${zone} ${date}`).to.equal(
        first.replace('Z', '.000Z'),
      );
      expect(hours(date, zone), `${zone} ${date}`).to.equal(length);
    }
  });

  it('begins a day with the first second of it, whatever zone and year', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const days = fc.integer({ min: 0, max: 25_000 }).map((count) => addDays('1970-01-01', count));
    fc.assert(
      fc.property(fc.constantFrom(...zones), days, (zone, date) => {
        const start = startOfDay(date, zone);
        expect(dateIn(zone, start) >= date, 'it has begun').to.equal(true);
        expect(dateIn(zone, start - 1000) < date, 'it had not begun before').to.equal(true);
        expect(startOfDay(addDays(date, 1), zone)).to.be.at.least(start);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds the instant that the clocks of a zone show, over their changes', () => {
    const vectors = [
      ['Asia/Kolkata', '2026-03-17', '14:05:03', '2026-03-17T08:35:03.000Z'],
      ['America/New_York', '2026-03-08', '01:59:59', '2026-03-08T06:59:59.000Z'],
      ['America/New_York', '2026-03-08', '03:00:00', '2026-03-08T07:00:00.000Z'],
      ['America/New_York', '2026-11-01', '23:00:00', '2026-11-02T04:00:00.000Z'],
      ['Pacific/Kiritimati', '2026-01-01', '00:00:00', '2025-12-31T10:00:00.000Z'],
      ['UTC', '2026-12-31', '23:59:59', '2026-12-31T23:59:59.000Z'],
    ] as const;
    for (const [zone, date, time, instant] of vectors) {
      const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
      const found = instantIn(zone, date, hours * 3600 + minutes * 60 + seconds);
      expect(new Date(found).toISOString(), `${zone} ${date} ${time}`).to.equal(instant);
    }
  });

  it('finds the next day also from an hour that comes twice', () => {
    const secondOneOClock = at('2026-11-01T06:30:00Z');
    expect(startOfNextDay(secondOneOClock, 'America/New_York')).to.equal(
      at('2026-11-02T05:00:00Z'),
    );
  });

  it('knows which zones the runtime has', () => {
    expect(isTimeZone('America/New_York')).to.equal(true);
    expect(isTimeZone('Mars/Olympus')).to.equal(false);
  });
});
