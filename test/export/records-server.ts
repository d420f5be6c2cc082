import type { UsageRecord, UsageRecordPage } from '../../src/billing/types.js';
import type { RecordsExportConfig, RecordsPageQuery } from '../../src/export/records-export.js';

export const columns: RecordsExportConfig['columns'] = [
  { id: 'session', name: 'Session', type: 'text' },
  { id: 'start', name: 'Start', type: 'date-time' },
  { id: 'minutes', name: 'Minutes', type: 'number' },
];

export function record(number: number): UsageRecord {
  const id = `bs-${String(number).padStart(7, '0')}`;
  const at = '2026-03-18T00:13:04-04:00';
  return { id, at, quantity: '1', values: { session: id, start: at, minutes: number % 15 } };
}

export const recordsUpTo = (count: number): UsageRecord[] =>
  Array.from({ length: count }, (_, index) => record(index + 1));

/** A server of records, and what it was asked for. A test may put other answers in its place. */
export class RecordsServer {
  readonly asked: (string | undefined)[] = [];
  readonly limits = new Set<number>();
  readonly #records: readonly UsageRecord[];
  /** What a page is instead of what it would be, by the cursor it is asked for with. */
  readonly instead = new Map<string | undefined, (page: UsageRecordPage) => UsageRecordPage>();

  constructor(records: readonly UsageRecord[]) {
    this.#records = records;
  }

  readonly load = async (
    { limit, cursor }: RecordsPageQuery,
    { signal }: { signal: AbortSignal },
  ): Promise<UsageRecordPage> => {
    signal.throwIfAborted();
    this.asked.push(cursor);
    this.limits.add(limit);
    const start = Number(cursor ?? 0);
    const end = start + limit;
    const page: UsageRecordPage = {
      timeZone: 'America/New_York',
      total: this.#records.length,
      // As over the wire: nobody shares objects with the server.
      items: structuredClone(this.#records.slice(start, end)),
      nextCursor: end < this.#records.length ? String(end) : null,
    };
    return this.instead.get(cursor)?.(page) ?? page;
  };
}
