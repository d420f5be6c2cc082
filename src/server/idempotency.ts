import { refusal } from './problem.js';

/** A write as it was confirmed. */
export interface ConfirmedWrite {
  /** The account that it is for: the same key of two accounts is two confirmations. */
  readonly account: string;
  /** The client's name for the confirmation, from the header `Idempotency-Key`. */
  readonly key: string;
  /** Names the operation and its content; a key that comes again with another one is a mistake. */
  readonly fingerprint: string;
}

/**
 * Remembers what was answered to a write, so that a repeated one has no second effect. A server
 * with several processes needs one that they share.
 */
export interface IdempotencyStore {
  /**
   * Carries a write out unless it was carried out before, and answers the same either way. A second
   * call while the first one runs waits for it. A write that rejects had no effect as far as the
   * store can know, so its key is free again.
   * @throws {BillingError} `invalid_request`, 422, where the key was used for something else
   */
  once(write: ConfirmedWrite, act: () => Promise<string>): Promise<string>;
}

export interface MemoryIdempotencyOptions {
  /** Milliseconds for which an answer is kept; left out, a day. */
  readonly keepFor?: number;
  /** How many answers are kept; left out, 10,000. The oldest go first. */
  readonly most?: number;
  /** The current time in milliseconds. */
  readonly now?: () => number;
}

interface Remembered {
  readonly fingerprint: string;
  readonly answer: Promise<string>;
  /** When the answer came, in milliseconds; `undefined` while the write runs. */
  answeredAt: number | undefined;
}

/** A store for a server of one process. It forgets when the process ends. */
export function memoryIdempotencyStore({
  keepFor = 86_400_000,
  most = 10_000,
  now = Date.now,
}: MemoryIdempotencyOptions = {}): IdempotencyStore {
  const writes = new Map<string, Remembered>();

  const forgetOld = () => {
    const oldest = now() - keepFor;
    for (const [name, { answeredAt }] of writes) {
      // One that still runs is never forgotten: its duplicate would run beside it.
      if (answeredAt === undefined) continue;
      if (writes.size <= most && answeredAt > oldest) return;
      writes.delete(name);
    }
  };

  return {
    once: async ({ account, key, fingerprint }, act) => {
      const name = JSON.stringify([account, key]);
      forgetOld();
      const known = writes.get(name);
      if (known) {
        if (known.fingerprint === fingerprint) return known.answer;
        throw refusal('invalid_request', 422, [
          { parameter: 'Idempotency-Key', detail: 'Was used for another request.' },
        ]);
      }
      const write: Remembered = { fingerprint, answer: act(), answeredAt: undefined };
      writes.set(name, write);
      try {
        const answer = await write.answer;
        write.answeredAt = now();
        return answer;
      } catch (error) {
        writes.delete(name);
        throw error;
      }
    },
  };
}
