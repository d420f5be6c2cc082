import { expect } from 'chai';

import type { UsageSeries } from '../../src/billing/types.js';
import { loadCsvWriter } from '../../src/export/csv.js';
import { summaryCsv } from '../../src/export/summary-csv.js';
import { recordsOf, textOf } from './csv-files.js';
import { formulas, mightRun } from './formulas.js';

const words = {
  day: 'Date',
  month: 'Month',
  value: 'Billing sessions',
  note: 'Note',
  partial: 'so far',
};

const byDay: UsageSeries = {
  meter: 'sessions',
  granularity: 'day',
  timeZone: 'Europe/Berlin',
  from: '2026-03-16',
  to: '2026-03-19',
  buckets: [
    { start: '2026-03-16', value: '12', partial: false },
    { start: '2026-03-17', value: '-3.40', partial: false },
    { start: '2026-03-18', value: '0.00012', partial: true },
  ],
};

const written = async (series: UsageSeries) =>
  textOf(await summaryCsv(await loadCsvWriter(), series, words));

describe('the summary as CSV', () => {
  it('has a record for each bar, its value as it was sent, and says which is still running', async () => {
    expect(await written(byDay)).to.equal(
      [
        '\uFEFF"Date (Europe/Berlin)","Billing sessions","Note"',
        '2026-03-16,12,',
        '2026-03-17,-3.40,',
        '2026-03-18,0.00012,"so far"',
        '',
      ].join('\r\n'),
    );
  });

  it('calls months by their name and the zone that was really used', async () => {
    const byMonth: UsageSeries = {
      ...byDay,
      granularity: 'month',
      timeZone: 'UTC',
      buckets: [{ start: '2026-03-01', value: '601', partial: true }],
    };
    expect(await written(byMonth)).to.equal(
      '\uFEFF"Month (UTC)","Billing sessions","Note"\r\n2026-03-01,601,"so far"\r\n',
    );
  });

  it('has a column for each group; a group that a bar lacks is a gap, not a zero', async () => {
    const grouped: UsageSeries = {
      ...byDay,
      buckets: [
        { start: '2026-03-16', value: '12', partial: false, groups: { IVR: '5', Email: '7' } },
        { start: '2026-03-17', value: '4', partial: false, groups: { SMS: '4' } },
        { start: '2026-03-18', value: '0', partial: false },
      ],
    };
    const file = await summaryCsv(await loadCsvWriter(), grouped, words);
    expect(await recordsOf(file)).to.eql([
      ['Date (Europe/Berlin)', 'Billing sessions', 'IVR', 'Email', 'SMS', 'Note'],
      ['2026-03-16', '12', '5', '7', '', ''],
      ['2026-03-17', '4', '', '', '4', ''],
      ['2026-03-18', '0', '', '', '', ''],
    ]);
    expect(await textOf(file), 'numbers are bare').to.contain('\r\n2026-03-16,12,5,7,,\r\n');
  });

  it('takes a group named like a part of every object for what it is', async () => {
    const grouped: UsageSeries = {
      ...byDay,
      buckets: [
        { start: '2026-03-16', value: '1', partial: false, groups: { constructor: '1' } },
        { start: '2026-03-17', value: '0', partial: false, groups: {} },
      ],
    };
    const file = await summaryCsv(await loadCsvWriter(), grouped, words);
    expect((await recordsOf(file)).map((cells) => cells[2])).to.eql(['constructor', '1', '']);
  });

  it('runs no formula from a group, a meter, a zone or a translation', async () => {
    for (const formula of formulas) {
      const groups = { [formula]: formula };
      const series: UsageSeries = {
        ...byDay,
        timeZone: formula,
        buckets: [{ start: formula, value: formula, partial: true, groups }],
      };
      const names = {
        day: formula,
        month: formula,
        value: formula,
        note: formula,
        partial: formula,
      };
      const file = await summaryCsv(await loadCsvWriter(), series, names);
      expect((await recordsOf(file)).flat().filter(mightRun), formula).to.eql([]);
    }
  });
});
