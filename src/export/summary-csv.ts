import type { UsageBucket, UsageSeries } from '../billing/types.js';
import type { CsvCell } from './csv-cells.js';
import { writeRows } from './csv-rows.js';
import { csvFile, withZone, type CsvColumn, type CsvWriter } from './csv.js';
import { inTurns } from './in-turns.js';

/** What the summary says in words, in the language of the page. */
export interface SummaryWords {
  /** Heads the dates of a series by day, such as `Date`. The zone is put behind it. */
  readonly day: string;
  /** Heads the dates of a series by month, such as `Month`. The zone is put behind it. */
  readonly month: string;
  /** Heads the values: what is counted, and in which unit. */
  readonly value: string;
  /** Heads the column that marks buckets which are still running. */
  readonly note: string;
  /** Stands in that column for a bucket which is still running. */
  readonly partial: string;
}

/** The bars on screen as a CSV file: date, value, one column a group, and which are still running. */
export async function summaryCsv(
  csv: CsvWriter,
  series: UsageSeries,
  words: SummaryWords,
): Promise<Blob> {
  const groups = await groupNames(series.buckets);
  const date = series.granularity === 'month' ? words.month : words.day;
  const columns: CsvColumn[] = [
    { name: withZone(date, series.timeZone), kind: 'date' },
    { name: words.value, kind: 'number' },
    ...groups.map((name): CsvColumn => ({ name, kind: 'number' })),
    { name: words.note, kind: 'text' },
  ];
  const cells = (bucket: UsageBucket): CsvCell[] => [
    bucket.start,
    bucket.value,
    ...groups.map((name) => groupValue(bucket, name)),
    bucket.partial ? words.partial : null,
  ];
  return csvFile([csv.header(columns), await writeRows(csv, columns, series.buckets, cells)]);
}

/** Every group that any bucket has, in the order in which they first appear. */
async function groupNames(buckets: readonly UsageBucket[]): Promise<string[]> {
  const names = new Set<string>();
  for await (const some of inTurns(buckets)) {
    for (const { groups = {} } of some) {
      for (const name of Object.keys(groups)) names.add(name);
    }
  }
  return [...names];
}

function groupValue({ groups }: UsageBucket, name: string): CsvCell {
  // A group may be named like something that every object has.
  return groups && Object.hasOwn(groups, name) ? groups[name] : null;
}
