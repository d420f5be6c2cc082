/** Words of 32 bits in a fingerprint. */
const words = 4;
/** A table has this many bits of places for fingerprints: 2 MB of memory. */
const bits = 17;
const idsPerTable = 2 ** bits * 0.75; // fuller, it takes long to search

/**
 * Remembers millions of ids, in some 21 bytes each.
 *
 * A `Set` of a million texts takes twice that and, worse, makes the browser's clean-up of memory
 * hold the page up for longer than a task may take. So only a fingerprint of each id is kept, where
 * there is nothing to clean up. It has 128 bits: that two of a million ids share one by chance is
 * less likely (1 in 10^26) than that the machine errs, and the count of records would tell.
 */
export class SeenIds {
  readonly #mark = new Int32Array(words);
  /** Tables are added, not enlarged: to copy one would take too long as well. */
  readonly #tables = [new Int32Array(words * 2 ** bits)];
  #idsInLast = 0;

  has(id: string): boolean {
    takeFingerprint(id, this.#mark);
    return this.#tables.some((table) => table[placeOf(this.#mark, table)] !== 0);
  }

  /** Takes note of an id that is not there yet. */
  add(id: string): void {
    if (this.#idsInLast === idsPerTable) {
      this.#tables.push(new Int32Array(words * 2 ** bits));
      this.#idsInLast = 0;
    }
    this.#idsInLast += 1;
    takeFingerprint(id, this.#mark);
    const table = this.#tables.at(-1);
    table?.set(this.#mark, placeOf(this.#mark, table));
  }
}

/**
 * Each character changes the first word, each word the next one, and every step could be undone:
 * ids that differ in one character only never share a fingerprint.
 */
function takeFingerprint(id: string, mark: Int32Array): void {
  let a = 0x3c6ef372;
  let b = 0x1f83d9ab;
  let c = 0x5be0cd19;
  let d = 0x2545f491;
  for (let at = 0; at < id.length; at += 1) {
    a = Math.imul(rotated(a ^ id.charCodeAt(at), 15), 0x2c1b3c6d);
    b = Math.imul(rotated(b ^ a, 13), 0x297a2d39);
    c = Math.imul(rotated(c ^ b, 16), 0x1b56c4e9);
    d = Math.imul(rotated(d ^ c, 11), 0x7feb352d);
  }
  mark[0] = a || 1; // a place that begins with 0 is free
  mark[1] = b;
  mark[2] = c;
  mark[3] = d;
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** Where a table has this fingerprint, or the free place where it would have it. */
function placeOf(mark: Int32Array, table: Int32Array): number {
  // The upper bits: multiplication mixes them best.
  let place = ((mark[3] ?? 0) >>> (32 - bits)) * words;
  while (table[place] !== 0 && !isAt(place, mark, table)) {
    place = (place + words) % table.length;
  }
  return place;
}

function isAt(place: number, mark: Int32Array, table: Int32Array): boolean {
  for (let word = 0; word < words; word += 1) {
    if (table[place + word] !== mark[word]) return false;
  }
  return true;
}
