/**
 * Keys that open a whole billing system, by their beginnings: Stripe's, Polar's, and Autumn's
 * (`am_sk_`, for which no page of theirs was found).
 * Sources: https://docs.stripe.com/keys, https://polar.sh/docs/integrate/oat
 */
const secretKey = /^(?:sk_|rk_|am_sk_|polar_oat_|polar_pat_)/;

const isPage = (): boolean => 'document' in globalThis;

/**
 * Refuses an engine whose key must stay on a server.
 * @throws {TypeError} in a page
 */
export function requireServer(engine: string): void {
  if (isPage())
    throw new TypeError(`${engine} is for servers: in a page anyone could read its key.`);
}

/**
 * Refuses a key that must stay on a server; for engines that a page may use with a token.
 * @throws {TypeError} in a page, without repeating the key
 */
export function refuseSecretInPage(key: string): void {
  if (isPage() && secretKey.test(key)) {
    throw new TypeError('This key is a secret of a server, and must never reach a page.');
  }
}
