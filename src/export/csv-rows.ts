import type { CsvCell } from './csv-cells.js';
import type { CsvColumn, CsvWriter } from './csv.js';
import { inTurns } from './in-turns.js';

/** Characters that make a part. Turning text into bytes takes its time too. */
const partLength = 2 ** 18;

/** Writes any number of rows without keeping the page waiting. */
export async function writeRows<Row>(
  csv: CsvWriter,
  columns: readonly CsvColumn[],
  rows: readonly Row[],
  cells: (row: Row) => readonly CsvCell[],
): Promise<Blob> {
  // Blobs, not one string: the browser may keep them outside of the page's memory.
  const parts: Blob[] = [];
  let text = '';
  for await (const some of inTurns(rows)) {
    text += csv.rows(columns, some.map(cells));
    if (text.length < partLength) continue;
    parts.push(new Blob([text]));
    text = '';
  }
  return new Blob([...parts, text]);
}
