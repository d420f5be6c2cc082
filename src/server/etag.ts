import { digest } from './digest.js';

/** The entity tag of a body. */
export async function etagOf(body: string): Promise<string> {
  return `"${await digest(body)}"`;
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
