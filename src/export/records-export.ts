import type { RecordColumn, UsageRecordPage } from '../billing/types.js';
import { writeRows } from './csv-rows.js';
import { csvFile, type CsvWriter } from './csv.js';
import { RecordCollection } from './record-collection.js';
import { csvColumns, recordCells } from './record-columns.js';

/** Which page to ask for. The first one has no cursor. */
export interface RecordsPageQuery {
  readonly limit: number;
  readonly cursor?: string;
}

export interface RecordsProgress {
  /** Records that are in the file by now, each counted once. */
  readonly rows: number;
  /** Records of the whole range, where the server said so. */
  readonly total: number | undefined;
}

/** How a run ended. `missing` is how many records are known to be left out, if that is known. */
export type RecordsOutcome = RecordsProgress &
  (
    | { readonly kind: 'complete'; readonly file: Blob }
    /** The pages came to an end, or went round in circles, and the records do not add up. */
    | { readonly kind: 'incomplete'; readonly missing: number | undefined }
    /** A page could not be had. `cause` is what its loader threw. */
    | { readonly kind: 'failed'; readonly missing: number | undefined; readonly cause: unknown }
    | { readonly kind: 'canceled' }
  );

export interface RecordsExportConfig {
  readonly csv: CsvWriter;
  /** The meter's own columns, in their order. */
  readonly columns: readonly RecordColumn[];
  /** Asks for one page; every page for the same account, meter, range and zone. */
  readonly load: (
    page: RecordsPageQuery,
    options: { readonly signal: AbortSignal },
  ) => Promise<UsageRecordPage>;
  /** Told after each page. */
  readonly onProgress?: (progress: RecordsProgress) => void;
}

/** Records a page: the most that the contract allows. */
const limit = 1000;

/**
 * Brings every single record of a range home as one CSV file, page by page. A file that is not
 * known to be whole is never given out as if it were.
 */
export class RecordsExport {
  readonly #config: RecordsExportConfig;
  #collection = new RecordCollection();
  #lastRun: Promise<unknown> = Promise.resolve();

  constructor(config: RecordsExportConfig) {
    this.#config = config;
  }

  /**
   * Begins, or goes on from where the last run stopped: pages that came are not asked for again.
   * Only where none is left to ask for and the records do not add up, it starts over.
   *
   * Once the signal is aborted it asks for nothing more and takes nothing more in. A run waits for
   * the one before it to end, so no page is ever on its way twice.
   */
  run(signal: AbortSignal): Promise<RecordsOutcome> {
    const start = () => this.#run(signal);
    const run = this.#lastRun.then(start, start);
    this.#lastRun = run;
    return run;
  }

  /** What there is so far, for a file that is named as incomplete. */
  partial(): Blob {
    const { csv, columns } = this.#config;
    const { texts, timeZone } = this.#collection;
    return csvFile([csv.header(csvColumns(columns, timeZone)), ...texts]);
  }

  async #run(signal: AbortSignal): Promise<RecordsOutcome> {
    if (this.#collection.cursor === null && !this.#collection.isComplete) {
      this.#collection = new RecordCollection();
    }
    const collection = this.#collection;
    try {
      signal.throwIfAborted();
      let leadsOn = true;
      while (leadsOn && collection.cursor !== null) {
        leadsOn = await this.#takePage(collection, signal);
        this.#config.onProgress?.(progress(collection));
        // Also after the last page: whoever listens to the progress may be the one who cancels.
        signal.throwIfAborted();
      }
    } catch (cause) {
      if (signal.aborted) return { kind: 'canceled', ...progress(collection) };
      const { missing } = collection;
      return { kind: 'failed', ...progress(collection), missing, cause };
    }
    if (collection.isComplete) {
      return { kind: 'complete', ...progress(collection), file: this.partial() };
    }
    return { kind: 'incomplete', ...progress(collection), missing: collection.missing };
  }

  async #takePage(collection: RecordCollection, signal: AbortSignal): Promise<boolean> {
    const { csv, columns, load } = this.#config;
    const { cursor, timeZone } = collection;
    const page = await load({ limit, ...(typeof cursor === 'string' && { cursor }) }, { signal });
    const records = collection.newAmong(page.items);
    const text = await writeRows(csv, csvColumns(columns, timeZone), records, (record) =>
      recordCells(columns, record),
    );
    signal.throwIfAborted();
    return collection.take(page, records, text);
  }
}

function progress({ rows, total }: RecordCollection): RecordsProgress {
  return { rows, total };
}
