import { safeUrl } from '../api/safe-url.js';

/**
 * Leaves the page for a provider's. The one place from which an element navigates, so it looks at
 * the address itself, whoever has looked before.
 * @returns whether the address is one to follow
 */
export function leavePage(address: string, allowedOrigins: readonly string[] | undefined): boolean {
  const url = safeUrl(address, allowedOrigins);
  if (url === null) return false;
  location.assign(url);
  return true;
}
