import type { BillingApi } from '../api/billing-api.js';

/** A read of the port. */
export type Read = keyof BillingApi;

/** Somebody who shows answers of a client, and asks again when they are no longer true. */
export interface Reader {
  readonly client: BillingApi | undefined;
  /** The reads that what is shown was made from. */
  readonly reads: ReadonlySet<Read>;
  reload(): void;
}

const readers = new Set<Reader>();

/** Tells a reader of changes until the function that it answers is called. */
export function whileShowing(reader: Reader): () => void {
  readers.add(reader);
  return () => readers.delete(reader);
}

/** Says that something was changed: whatever was made from one of these reads asks again. */
export function changed(client: BillingApi, reads: readonly Read[]): void {
  for (const reader of [...readers]) {
    if (reader.client === client && reads.some((read) => reader.reads.has(read))) reader.reload();
  }
}
