/**
 * One confirmation of a purchase, known to the server by one key. However often it is sent (a
 * double click, a lost answer, a reload in the middle, a second tab with the same review) it has
 * one effect. Servers remember keys for a day, so they are kept no longer.
 * Source: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */

const prefix = 'billing-confirmation ';
const keptFor = 24 * 60 * 60 * 1000;

interface Kept {
  readonly key: string;
  readonly at: number;
}

/** Where the page may not store anything, the keys live as long as the page. */
const memory = new Map<string, string>();

function stored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return memory.get(name) ?? null;
  }
}

function store(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    memory.set(name, value);
  }
}

function drop(name: string): void {
  memory.delete(name);
  try {
    localStorage.removeItem(name);
  } catch {
    // A page that may not store anything has nothing to drop there.
  }
}

function parse(text: string | null): Kept | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null) return undefined;
    if (!('key' in value) || typeof value.key !== 'string' || value.key.length < 16)
      return undefined;
    if (!('at' in value) || typeof value.at !== 'number') return undefined;
    return { key: value.key, at: value.at };
  } catch {
    return undefined;
  }
}

/** The confirmation of one review; another review of the same purchase has the same one until it ends. */
export class Confirmation {
  /** Sent as `Idempotency-Key`. */
  readonly key: string;
  readonly #name: string;

  /**
   * @param subject - What is confirmed: the API's base, the operation, what is bought and for how
   * much. Two subjects that differ in anything are two confirmations.
   */
  constructor(subject: readonly (string | undefined)[]) {
    this.#name = prefix + JSON.stringify(subject);
    const kept = parse(stored(this.#name));
    const isFresh = kept && Date.now() - kept.at < keptFor && kept.at <= Date.now();
    this.key = isFresh ? kept.key : crypto.randomUUID();
    if (!isFresh) store(this.#name, JSON.stringify({ key: this.key, at: Date.now() }));
  }

  /** The server has given its final answer: the next review of the same purchase is a new one. */
  end(): void {
    if (parse(stored(this.#name))?.key === this.key) drop(this.#name);
  }
}
