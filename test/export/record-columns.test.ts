import { expect } from 'chai';

import { csvColumns, recordCells } from '../../src/export/record-columns.js';

describe('the columns of records', () => {
  it('keep their names and order, and are numbers, dates or text as the meter says', () => {
    const columns = csvColumns(
      [
        { id: 'botId', name: 'Bot ID', type: 'text' },
        { id: 'start', name: 'Billing Session Start Date Time', type: 'date-time' },
        { id: 'minutes', name: 'Minutes', type: 'number' },
        { id: 'quantity', name: 'Quantity', type: 'text' },
      ],
      'America/New_York',
    );
    expect(columns).to.eql([
      { name: 'Bot ID', kind: 'text' },
      { name: 'Billing Session Start Date Time', kind: 'date' },
      { name: 'Minutes', kind: 'number' },
      { name: 'Quantity', kind: 'number' },
    ]);
  });

  it('name the zone of dates that do not say it themselves', () => {
    const day = { id: 'day', name: 'Day', type: 'date' } as const;
    expect(csvColumns([day], 'America/New_York')).to.eql([
      { name: 'Day (America/New_York)', kind: 'date' },
    ]);
    expect(csvColumns([day], undefined)).to.eql([{ name: 'Day', kind: 'date' }]);
  });

  const text = (id: string) => ({ id, name: id, type: 'text' }) as const;

  it('take their cells from the record by id, and only what the server put there', () => {
    const record = { id: '1', at: '2026-03-18T00:13:04Z', values: { b: 2, a: 'x', c: null } };
    const columns = ['a', 'b', 'c', 'd', 'constructor', '__proto__'].map(text);
    expect(recordCells(columns, record)).to.eql(['x', 2, null, null, null, null]);
  });

  it("have the record's own quantity where its values have none", () => {
    const own = { id: '1', at: '2026-03-18T00:13:04Z', quantity: '2.50', values: {} };
    expect(recordCells([text('quantity')], own)).to.eql(['2.50']);
    expect(recordCells([text('quantity')], { ...own, values: { quantity: 3 } })).to.eql([3]);
  });
});
