/** The entity tag of a body. */
export function etagOf(body: string): string {
  return `"${mixed(body)}"`;
}

/**
 * 128 bits that another text practically never has. No secret hangs on it, so it need not be hard to
 * forge; made at once, it costs a fraction of `crypto.subtle`, which goes to another thread.
 */
function mixed(text: string): string {
  let [a, b, c, d] = [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ unit, 0x9e37_79b1);
    b = c ^ Math.imul(b ^ unit, 0x85eb_ca6b);
    c = d ^ Math.imul(c ^ unit, 0xc2b2_ae35);
    d = a ^ Math.imul(d ^ unit, 0x27d4_eb2f);
  }
  return [a ^ text.length, b, c, d].map(spread).join('');
}

/** Every bit decides about every other one, as in the end of MurmurHash3; in eight digits. */
function spread(bits: number): string {
  let all = Math.imul(bits ^ (bits >>> 16), 0x85eb_ca6b);
  all = Math.imul(all ^ (all >>> 13), 0xc2b2_ae35);
  return ((all ^ (all >>> 16)) >>> 0).toString(16).padStart(8, '0');
}

/**
 * Whether an `If-None-Match` header names the tag. A proxy that compresses may have made it weak,
 * so tags are compared without that mark.
 * Source: https://www.rfc-editor.org/rfc/rfc9110#name-if-none-match
 */
export function isNamedBy(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
