/** Chance that is the same on every machine and every day, so that worlds can be tested by figures. */

/** The next number of a sequence, from 0 to less than 1. */
export type Random = () => number;

/** A number from 0 to 2^32 - 1 for a text; equal texts have the same. Salts make it another one. */
export function hashOf(text: string, salt = 0): number {
  let hash = 0x811c_9dc5 ^ salt;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x0100_0193);
  }
  return mixed(hash);
}

/** A sequence that belongs to a seed. */
export function seeded(seed: string): Random {
  const numbers = sequenceOf(hashOf(seed));
  return () => numbers() / 4_294_967_296;
}

/** Whole numbers from 0 to 2^32 - 1 that belong to a first one. */
export function sequenceOf(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x9e37_79b9) | 0;
    return mixed(state);
  };
}

/** Sixteen hexadecimal digits that name a text: far too many to be given twice. */
export function nameOf(text: string): string {
  return hexOf(hashOf(text)) + hexOf(hashOf(text, 0x5bd1_e995));
}

/** Eight hexadecimal digits. */
export const hexOf = (number: number): string => number.toString(16).padStart(8, '0');

/** Spreads neighbouring numbers over all 32 bits. */
function mixed(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85eb_ca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
