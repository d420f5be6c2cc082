/**
 * An address of the API as one may follow it, or `null`. Whatever reaches `href` or `location`
 * comes through here: `https:` with a host, without user name and password; `http:` only between
 * loopback hosts, for development.
 *
 * @param allowedOrigins - Exact origins that it may lead to; left out, any.
 * @param pageHost - Host of the page that would follow it.
 */
export function safeUrl(
  value: unknown,
  allowedOrigins?: readonly string[],
  pageHost = typeof location === 'undefined' ? '' : location.hostname,
): string | null {
  const url = absoluteUrl(value);
  if (!url || url.username || url.password) return null;
  // `pay.example.` is another origin to browsers and lists, but the same place to DNS.
  const host = url.hostname.replace(/\.+$/, '');
  url.hostname = host;
  // A name that cannot be set, such as none at all, leaves the old one.
  if (url.hostname !== host || !hasSafeScheme(url, pageHost)) return null;
  return !allowedOrigins || allowedOrigins.includes(url.origin) ? url.href : null;
}

/** Without a base, so that nothing relative (`""`, `//x`, `/\x`) becomes an address. */
function absoluteUrl(value: unknown): URL | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    return new URL(value);
  } catch {
    return undefined;
  }
}

function hasSafeScheme({ protocol, hostname }: URL, pageHost: string): boolean {
  if (protocol === 'https:') return true;
  return protocol === 'http:' && isLoopback(hostname) && isLoopback(pageHost);
}

function isLoopback(host: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(host);
}
