import { expect } from 'chai';
import fc from 'fast-check';

import { cellText } from '../../src/export/csv-cells.js';
import type { CsvCell } from '../../src/export/csv-cells.js';
import { csvFile, loadCsvWriter } from '../../src/export/csv.js';
import type { CsvColumn } from '../../src/export/csv.js';
import { recordsOf, textOf } from './csv-files.js';
import { formulas, mightRun } from './formulas.js';
import { parseCsv } from './parse-csv.vendor.js';

const column = (kind: CsvColumn['kind'], name = 'Name'): CsvColumn => ({ name, kind });

const csv = await loadCsvWriter();

describe('CSV', () => {
  it('is UTF-8 with a mark that says so', async () => {
    const bytes = new Uint8Array(
      await csvFile([csv.header([column('text', 'Größe')])]).arrayBuffer(),
    );
    expect([...bytes.slice(0, 3)]).to.eql([0xef, 0xbb, 0xbf]);
    expect(await textOf(csvFile(['"Größe"\r\n']))).to.equal('\uFEFF"Größe"\r\n');
    expect(csvFile([]).type).to.equal('text/csv;charset=utf-8');
  });

  it('ends each record with CRLF, the last one too', () => {
    const columns = [column('text'), column('number')];
    expect(csv.header(columns)).to.equal('"Name","Name"\r\n');
    expect(
      csv.rows(columns, [
        ['a', '1'],
        ['b', '2'],
      ]),
    ).to.equal('"a",1\r\n"b",2\r\n');
    expect(csv.rows(columns, [])).to.equal('');
    expect(csv.rows([], [[], []])).to.equal('');
  });

  it('leaves numbers and dates bare, quotes all text, and tells "" from nothing', () => {
    const columns = [
      column('date'),
      column('number'),
      column('text'),
      column('text'),
      column('text'),
    ];
    expect(csv.rows(columns, [['2026-03-18', '-5.25', '-5.25', '', null]])).to.equal(
      '2026-03-18,-5.25,"-5.25","",\r\n',
    );
    expect(csv.rows(columns, [['18 March', '1,5', 'say "hi"', 'a\nb']])).to.equal(
      '"18 March","1,5","say ""hi""","a\nb",\r\n',
    );
  });

  it('does what papaparse by itself does not', () => {
    const numbers = [column('number')];
    expect(csv.rows(numbers, [[-5.25], ['-5.25'], [NaN], [1e21]])).to.equal(
      '-5.25\r\n-5.25\r\n\r\n1000000000000000000000\r\n',
    );
    expect(csv.rows([column('text')], [[' =1'], ['＝1']])).to.equal('"\' =1"\r\n"\'＝1"\r\n');
  });

  it('quotes and guards headers, also those that look like numbers', () => {
    const columns = [
      column('number', '=1+1'),
      column('number', '2026'),
      column('date', '2026-03-18'),
    ];
    expect(csv.header(columns)).to.equal('"\'=1+1","2026","2026-03-18"\r\n');
    expect(csv.header(columns, { guard: false })).to.equal('"=1+1","2026","2026-03-18"\r\n');
  });

  it('holds no cell that a spreadsheet would run, wherever a formula was put', async () => {
    const kinds = ['text', 'number', 'date'] as const;
    const columns = formulas.flatMap((name) => kinds.map((kind) => column(kind, name)));
    const rows = formulas.map((formula) => columns.map(() => formula));
    const records = await recordsOf(csvFile([csv.header(columns), csv.rows(columns, rows)]));
    const cells = records.flat();
    expect(cells).to.have.length((formulas.length + 1) * columns.length);
    expect(cells.filter(mightRun)).to.eql([]);
  });

  it('gives all cells back to another program, but for the mark', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'",;\r\n\t =+-@\'1.x') }),
    );
    const anyCell: fc.Arbitrary<CsvCell> = fc.option(fc.oneof(anyText, fc.double()), { nil: null });
    const anyColumn = fc.record({
      name: anyText,
      kind: fc.constantFrom('text' as const, 'number' as const, 'date' as const),
    });
    const table = fc
      .array(anyColumn, { minLength: 1, maxLength: 5 })
      .chain((columns) =>
        fc.tuple(
          fc.constant(columns),
          fc.array(fc.tuple(...columns.map(() => anyCell)), { maxLength: 5 }),
        ),
      );
    fc.assert(
      fc.property(table, ([columns, rows]) => {
        const written = parseCsv(csv.header(columns) + csv.rows(columns, rows)).slice(0, -1);
        const wanted = [
          columns.map(({ name }) => cellText(name, 'text', true) ?? ''),
          ...rows.map((row) =>
            row.map((cell, at) => cellText(cell, columns[at]!.kind, true) ?? ''),
          ),
        ];
        expect(written).to.eql(wanted);
      }),
      { numRuns: 1000 },
    );
  });
});
