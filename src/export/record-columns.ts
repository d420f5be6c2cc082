import type { RecordColumn, UsageRecord } from '../billing/types.js';
import type { CsvCell, CsvKind } from './csv-cells.js';
import { withZone, type CsvColumn } from './csv.js';

/**
 * A meter's record columns as those of a file. Calendar dates bear the zone in their header, where
 * it is known; instants say their offset themselves.
 */
export function csvColumns(
  columns: readonly RecordColumn[],
  timeZone: string | undefined,
): CsvColumn[] {
  return columns.map((column) => ({
    name: column.type === 'date' && timeZone ? withZone(column.name, timeZone) : column.name,
    kind: kindOf(column),
  }));
}

/** A record's cells, in the order of the meter's columns. */
export function recordCells(columns: readonly RecordColumn[], record: UsageRecord): CsvCell[] {
  return columns.map(({ id }) => {
    // A column may be named like something that every object has.
    if (Object.hasOwn(record.values, id)) return record.values[id];
    return id === 'quantity' ? record.quantity : null;
  });
}

function kindOf({ id, type }: RecordColumn): CsvKind {
  if (type === 'number' || id === 'quantity') return 'number';
  return type === 'date' || type === 'date-time' ? 'date' : 'text';
}
