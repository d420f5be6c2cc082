/** Chance that is the same on every machine and every day, so that worlds can be tested by figures. */

/** The next number of a sequence, from 0 to less than 1. */
export type Random = () => number;

/** A number from 0 to 2^32 - 1 for a text; equal texts have the same. */
export function hashOf(text: string): number {
  let hash = 0x811c_9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x0100_0193);
  }
  return mixed(hash);
}

/** A sequence that belongs to a seed. */
export function seeded(seed: string): Random {
  let state = hashOf(seed);
  return () => {
    state = (state + 0x9e37_79b9) | 0;
    return mixed(state) / 4_294_967_296;
  };
}

/** So many hexadecimal digits for a text, as engines name their objects. */
export function hexOf(text: string, digits: number): string {
  let hex = '';
  for (let part = 0; hex.length < digits; part += 1) {
    hex += hashOf(`${part}#${text}`).toString(16).padStart(8, '0');
  }
  return hex.slice(0, digits);
}

/** Spreads neighbouring numbers over all 32 bits. */
function mixed(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85eb_ca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
