import { expect } from 'chai';

import { writeRows } from '../../src/export/csv-rows.js';
import type { CsvColumn } from '../../src/export/csv.js';
import { loadCsvWriter } from '../../src/export/csv.js';

const columns: readonly CsvColumn[] = [
  { name: 'Number', kind: 'number' },
  { name: 'Text', kind: 'text' },
];

const csv = await loadCsvWriter();

describe('rows of a CSV', () => {
  it('are all there, once and in their order, in a file of many parts', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => index);
    const file = await writeRows(csv, columns, rows, (row) => [String(row), `row ${row} é`]);
    const lines = (await file.text()).split('\r\n');
    expect(file.size, 'more than a part').to.be.greaterThan(2 ** 18);
    expect(lines.pop(), 'the end of the last one').to.equal('');
    expect(lines).to.eql(rows.map((row) => `${row},"row ${row} é"`));
  });

  it('are an empty file where there is none', async () => {
    expect((await writeRows(csv, columns, [], () => [])).size).to.equal(0);
  });
});
