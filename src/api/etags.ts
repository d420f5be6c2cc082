import type { Answer } from './answer.js';

/** Addresses that are remembered, the latest ones. */
const MOST = 50;
/** Bytes of an answer worth remembering. */
const LARGEST = 250_000;

/** Remembers the answers that came with an ETag, so that an unchanged one isn't sent again. */
export interface EtagMemory {
  recall(address: string): RememberedAnswer | undefined;
  /** Takes note of a good answer; one without an ETag makes the older one forgotten. */
  keep(address: string, answer: Answer): void;
  forget(address: string): void;
}

export interface RememberedAnswer {
  readonly etag: string;
  readonly answer: Answer;
}

export function createEtagMemory(): EtagMemory {
  const remembered = new Map<string, RememberedAnswer>();
  return {
    recall: (address) => remembered.get(address),
    keep: (address, answer) => {
      const etag = answer.headers.get('ETag');
      remembered.delete(address);
      if (!etag || answer.body.byteLength > LARGEST) return;
      remembered.set(address, { etag, answer });
      const [oldest] = remembered.keys();
      if (remembered.size > MOST && oldest !== undefined) remembered.delete(oldest);
    },
    forget: (address) => {
      remembered.delete(address);
    },
  };
}
