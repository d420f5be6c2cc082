import { expect } from 'chai';

import { timeOf } from '../../../src/engines/kore/records.js';

describe('Times of Kore.ai', () => {
  it('are read in the order and zone that the host names', () => {
    const cases = [
      ['03-10-2021 2:05:03 pm', 'day-month', 'UTC', '2021-10-03T14:05:03.000Z'],
      ['03-10-2021 2:05:03 pm', 'month-day', 'UTC', '2021-03-10T14:05:03.000Z'],
      ['03-10-2021 12:00:00 am', 'day-month', 'UTC', '2021-10-03T00:00:00.000Z'],
      ['03-10-2021 12:00:00 PM', 'day-month', 'UTC', '2021-10-03T12:00:00.000Z'],
      ['08-03-2026 3:30:00 am', 'day-month', 'America/New_York', '2026-03-08T07:30:00.000Z'],
      ['2021-10-03T14:05:03+05:30', 'month-day', 'UTC', '2021-10-03T14:05:03+05:30'],
    ] as const;
    for (const [written, dateOrder, timeZone, instant] of cases) {
      expect(timeOf(written, { dateOrder, timeZone }), written).to.equal(instant);
    }
  });

  it('are none where they can not be read', () => {
    const wrong = [
      '',
      '13-13-2021 2:05:03 pm',
      '03-10-2021 14:05:03',
      '03-10-2021 0:05:03 am',
      5,
      null,
    ];
    for (const written of wrong) {
      expect(
        timeOf(written, { dateOrder: 'day-month', timeZone: 'UTC' }),
        String(written),
      ).to.equal(undefined);
    }
  });
});
