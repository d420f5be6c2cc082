import { cellText, isBare, type CsvCell, type CsvKind } from './csv-cells.js';

export interface CsvColumn {
  /** The header, as people are to read it. */
  readonly name: string;
  readonly kind: CsvKind;
}

interface CsvOptions {
  /**
   * Whether text that a spreadsheet would run gets a leading `'`. Only a file that no person will
   * ever open in a spreadsheet may do without.
   * @default true
   */
  readonly guard?: boolean;
}

/** Writes records as CSV (RFC 4180), each of them ended by CRLF. */
export interface CsvWriter {
  /** The one row of headers. */
  header(columns: readonly CsvColumn[], options?: CsvOptions): string;
  /** Rows of cells in the columns' order; a missing cell is an empty one. */
  rows(
    columns: readonly CsvColumn[],
    rows: readonly (readonly CsvCell[])[],
    options?: CsvOptions,
  ): string;
}

const newline = '\r\n';

/**
 * Fetches what writes CSV.
 *
 * Rejects where the module cannot be loaded; another call tries again.
 */
export async function loadCsvWriter(): Promise<CsvWriter> {
  const { unparse } = await import('./papaparse.vendor.js');

  // papaparse only quotes and joins: its own `escapeFormulae` lets ` =1` and `＝1` pass.
  const rows: CsvWriter['rows'] = (columns, cells, { guard = true } = {}) => {
    if (cells.length === 0 || columns.length === 0) return '';
    const texts = cells.map((row) =>
      columns.map(({ kind }, column) => cellText(row[column], kind, guard)),
    );
    const quotes = (text: string, column: number) => !isBare(text, columns[column]?.kind ?? 'text');
    return unparse(texts, { quotes, newline }) + newline;
  };

  return {
    header: (columns, options) =>
      rows(
        columns.map(({ name }) => ({ name, kind: 'text' })),
        [columns.map(({ name }) => name)],
        options,
      ),
    rows,
  };
}

/** A CSV file of ready parts, the header first. The mark at its start tells Excel that it is UTF-8. */
export function csvFile(parts: readonly BlobPart[]): Blob {
  return new Blob(['\uFEFF', ...parts], { type: 'text/csv;charset=utf-8' });
}

/** A header of dates with the zone they belong to: `Date (Europe/Berlin)`. */
export function withZone(name: string, timeZone: string): string {
  return `${name} (${timeZone})`;
}
