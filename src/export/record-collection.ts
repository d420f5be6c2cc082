import type { UsageRecord, UsageRecordPage } from '../billing/types.js';
import { SeenIds } from './seen-ids.js';

/**
 * What came of a range so far, and where to go on. Of the records only text is kept, and that in
 * Blobs.
 */
export class RecordCollection {
  readonly texts: Blob[] = [];
  readonly #ids = new SeenIds();
  /** How many records of a page could not be read, by the cursor it was asked for with. */
  readonly #setAside = new Map<string | undefined, number>();
  #cursor: string | undefined | null;
  #rows = 0;
  #total: number | undefined;
  #timeZone: string | undefined;

  /** The page to ask for next: `undefined` is the first one, `null` says that there is none. */
  get cursor(): string | undefined | null {
    return this.#cursor;
  }

  /** Records that came, each counted once. */
  get rows(): number {
    return this.#rows;
  }

  /** Records of the whole range, where the server said so. */
  get total(): number | undefined {
    return this.#total;
  }

  /** The zone that the server really used. */
  get timeZone(): string | undefined {
    return this.#timeZone;
  }

  /** How many records are known to be left out, if that is known. */
  get missing(): number | undefined {
    if (this.#total !== undefined) return Math.max(0, this.#total - this.#rows);
    let unread = 0;
    for (const records of this.#setAside.values()) unread += records;
    return unread > 0 ? unread : undefined;
  }

  /** Every page came, and nothing speaks against this being all. */
  get isComplete(): boolean {
    if (this.#cursor !== null) return false;
    return this.#total === undefined ? this.missing === undefined : this.#rows === this.#total;
  }

  /** The records that are not here yet, each of them once. */
  newAmong(records: readonly UsageRecord[]): UsageRecord[] {
    const found = new Map<string, UsageRecord>();
    for (const record of records) {
      if (!this.#ids.has(record.id)) found.set(record.id, record);
    }
    return [...found.values()];
  }

  /**
   * Takes in a page, with those of its records that are new and their text. Answers whether that
   * led on: a page that came before, or that points to one, leaves the cursor where it is.
   */
  take(page: UsageRecordPage, records: readonly UsageRecord[], text: Blob): boolean {
    const asked = this.#cursor ?? undefined;
    // After such a stop the page is asked for once more, and then has nothing new with good reason.
    const isAskedAgain = this.#setAside.has(asked);
    this.#setAside.set(asked, page.setAside ?? 0);
    for (const { id } of records) this.#ids.add(id);
    this.texts.push(text);
    this.#rows += records.length;
    this.#total = page.total ?? this.#total;
    this.#timeZone ??= page.timeZone;

    const { nextCursor, items } = page;
    const isRepeated = items.length > 0 && records.length === 0 && !isAskedAgain;
    const goesRound = nextCursor !== null && (isRepeated || this.#setAside.has(nextCursor));
    if (!goesRound) this.#cursor = nextCursor;
    return !goesRound;
  }
}
