/**
 * One confirmation of a purchase, known to the server by one key. However often it is sent (a
 * double click, a lost answer, a reload in the middle, a second tab with the same review) it has
 * one effect. Servers remember keys for a day, so they are kept no longer.
 * Source: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
import { fields, text, token, wholeFrom } from '../api/read.js';
import { drop, keep, kept } from './keeping.js';

/** What was sent under a confirmation's key, while its final answer is missing. */
export interface SentOrder {
  /** The order as it went out, or as somebody else has left it there. */
  readonly order: unknown;
  /** What the person agreed to, in the words that were on screen. */
  readonly words: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The operation that the server has made of it; left out where no answer has come. */
  readonly operationId?: string;
}

const readSent = fields(
  { order: (value) => value, words: text, at: wholeFrom(0) },
  { operationId: token },
);

const readConfirmation = fields(
  { key: (value) => (isKey(value) ? value : undefined), terms: text, reference: token },
  { sent: readSent },
);

/** Servers take 16 to 255 characters. */
const isKey = (value: unknown): value is string =>
  typeof value === 'string' && value.length >= 16 && value.length <= 255;

/** What is confirmed: the API's base, the operation, what is bought and for how much. */
export type Subject = readonly (string | undefined)[];

const nameOf = (subject: Subject): string => nameOfText(JSON.stringify(subject));
const nameOfText = (subject: string): string => `confirmation ${subject}`;

const keptUnder = (name: string) =>
  readConfirmation(kept(name), { path: [], aside: [], wrong: '' });

/** What was sent for a subject, by this page or another tab, and has no final answer yet. */
export function sentOrderFor(subject: Subject): SentOrder | undefined {
  return keptUnder(nameOf(subject))?.sent;
}

/**
 * The operation that was made of an order is final: the next review of the same purchase is a new one.
 * @param subject - As JSON.
 */
export function operationEnded(subject: string, operationId: string): void {
  const name = nameOfText(subject);
  if (keptUnder(name)?.sent?.operationId === operationId) drop(name);
}

/** The person has decided to begin anew, whatever became of what was sent. */
export function abandonOrder(subject: Subject): void {
  drop(nameOf(subject));
}

/** The confirmation of one review; another review of the same purchase has the same one until it ends. */
export class Confirmation {
  /** Sent as `Idempotency-Key`. */
  readonly key: string;
  /** Names the confirmation in an address that leads back to it, and says nothing about it. */
  readonly reference: string;
  readonly #name: string;
  readonly #terms: string;

  /**
   * @param subject - Two subjects that differ in anything are two confirmations.
   * @param terms - The figures that the person agrees to. Others are another confirmation, unless
   * one is under way: what becomes of that has to be known first.
   */
  constructor(subject: Subject, terms = '') {
    this.#name = nameOf(subject);
    const known = keptUnder(this.#name);
    const holds = known && (known.terms === terms || known.sent !== undefined);
    this.key = holds ? known.key : crypto.randomUUID();
    this.reference = holds ? known.reference : crypto.randomUUID().slice(0, 8);
    this.#terms = holds ? known.terms : terms;
    if (!holds) this.#write(undefined);
  }

  /** What was sent under this key and has no final answer yet, by this page or another tab. */
  get sent(): SentOrder | undefined {
    const known = keptUnder(this.#name);
    return known?.key === this.key ? known.sent : undefined;
  }

  /** An order goes out: from now on a reload or another tab knows of it. */
  send(order: object, words: string): void {
    this.#keep({ order, words, at: Date.now() });
  }

  /** The server has taken the order, and its outcome is still open. */
  take(operationId: string): void {
    const { sent } = this;
    if (sent) this.#keep({ ...sent, operationId });
  }

  /** The order had no effect, and may be sent again under the same key. */
  withdraw(): void {
    this.#keep(undefined);
  }

  /** The server has given its final answer: the next review of the same purchase is a new one. */
  end(): void {
    if (keptUnder(this.#name)?.key === this.key) drop(this.#name);
  }

  /** Where a newer confirmation of another tab stands in this one's place, that stays. */
  #keep(sent: SentOrder | undefined): void {
    const known = keptUnder(this.#name);
    if (!known || known.key === this.key) this.#write(sent);
  }

  #write(sent: SentOrder | undefined): void {
    keep(this.#name, { key: this.key, terms: this.#terms, reference: this.reference, sent });
  }
}
