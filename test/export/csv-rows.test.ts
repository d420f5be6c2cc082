import { expect } from 'chai';
import { onTestFinished, vi } from 'vitest';

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

  it('leave the memory of the page part by part', async () => {
    const sizes: number[] = [];
    const PlainBlob = Blob;
    vi.stubGlobal(
      'Blob',
      class extends PlainBlob {
        constructor(parts: BlobPart[]) {
          super(parts);
          sizes.push(...parts.flatMap((part) => (typeof part === 'string' ? part.length : [])));
        }
      },
    );
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    const rows = Array.from({ length: 20_000 }, (_, index) => index);
    await writeRows(csv, columns, rows, () => ['1', 'x'.repeat(100)]);
    const text = 20_000 * '1,"…"\r\n'.replace('…', 'x'.repeat(100)).length;
    expect(sizes.reduce((sum, size) => sum + size)).to.equal(text);
    const last = sizes.pop();
    expect(last, 'the rest').to.be.below(2 ** 18);
    expect(Math.min(...sizes), 'worth a part').to.be.at.least(2 ** 18);
    expect(Math.max(...sizes), 'no more than a few rows over it').to.be.below(2 ** 19);
  });

  it('are an empty file where there is none', async () => {
    expect((await writeRows(csv, columns, [], () => [])).size).to.equal(0);
  });
});
