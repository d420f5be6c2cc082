/** Words of 32 bits in a fingerprint. */
const words = 4;
/** The first table has this many bits of places: 2 MB of memory. */
const firstBits = 17;
/** Each next one is twice as large, up to 8 MB: the fewer there are, the fewer have to be searched. */
const mostBits = 19;
const fullAt = 0.75; // fuller, it takes long to search

/**
 * Places for fingerprints. What tells whether a place is free, and nearly always whose it is, stands
 * apart: a million fingerprints are far more than a processor keeps near, and to fetch is what
 * takes time.
 */
interface Table {
  readonly bits: number;
  /** The first word of each, 0 where the place is free. */
  readonly first: Int32Array;
  /** The others. */
  readonly others: Int32Array;
}

function tableOf(bits: number): Table {
  const places = 2 ** bits;
  return { bits, first: new Int32Array(places), others: new Int32Array((words - 1) * places) };
}

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
  readonly #tables: Table[] = [];
  #last = tableOf(firstBits);
  #idsInLast = 0;

  has(id: string): boolean {
    takeFingerprint(id, this.#mark);
    return isIn(this.#last, this.#mark) || this.#tables.some((table) => isIn(table, this.#mark));
  }

  /** Takes note of an id that is not there yet. */
  add(id: string): void {
    if (this.#idsInLast === this.#last.first.length * fullAt) {
      this.#tables.push(this.#last);
      this.#last = tableOf(Math.min(this.#last.bits + 1, mostBits));
      this.#idsInLast = 0;
    }
    this.#idsInLast += 1;
    takeFingerprint(id, this.#mark);
    put(this.#mark, this.#last);
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

function isIn(table: Table, mark: Int32Array): boolean {
  return table.first[placeOf(mark, table)] !== 0;
}

function put(mark: Int32Array, table: Table): void {
  const place = placeOf(mark, table);
  table.first[place] = mark[0] ?? 0;
  for (let word = 1; word < words; word += 1) {
    table.others[placeOfOthers(place) + word - 1] = mark[word] ?? 0;
  }
}

/** Where a table has this fingerprint, or the free place where it would have it. */
function placeOf(mark: Int32Array, { bits, first, others }: Table): number {
  // The upper bits: multiplication mixes them best.
  let place = (mark[3] ?? 0) >>> (32 - bits);
  while (first[place] !== 0 && !(first[place] === mark[0] && isAt(place, mark, others))) {
    place = (place + 1) % first.length;
  }
  return place;
}

function placeOfOthers(place: number): number {
  return place * (words - 1);
}

function isAt(place: number, mark: Int32Array, others: Int32Array): boolean {
  for (let word = 1; word < words; word += 1) {
    if (others[placeOfOthers(place) + word - 1] !== mark[word]) return false;
  }
  return true;
}
