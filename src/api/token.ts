import { BillingError } from './billing-error.js';

/** A token with the moment from which it is no longer good. */
export interface ExpiringToken {
  readonly token: string;
  /** Epoch milliseconds, an RFC 3339 date-time or a `Date`; left out, the server's 401 decides. */
  readonly expiresAt?: number | string | Date | undefined;
}

/** The page's way to get a short-lived token; asked again when one ran out or was refused. */
export type TokenProvider = () => Promise<string | ExpiringToken>;

/** A token as it was used for a request. */
export interface HeldToken {
  readonly token: string;
  /** Epoch milliseconds. */
  readonly freshUntil: number;
}

/** The token of one provider, held in memory and nowhere else. */
export interface TokenSource {
  /** A token that is still good, as far as one can know. */
  current(now: number): Promise<HeldToken>;
  /** The token after one that the server refused; those who were refused together share it. */
  after(refused: HeldToken, now: number): Promise<HeldToken>;
}

/** So long a provider may take before the next request asks it anew. */
const PATIENCE = 15_000;
const EARLY = 30_000;

const sources = new WeakMap<TokenProvider, TokenSource>();

/** The one source of a provider, shared by all clients that were given the same function. */
export function tokenSourceOf(getToken: TokenProvider): TokenSource {
  const known = sources.get(getToken);
  if (known) return known;
  const source = createTokenSource(getToken);
  sources.set(getToken, source);
  return source;
}

function createTokenSource(getToken: TokenProvider): TokenSource {
  let held: HeldToken | undefined;
  let refresh: { readonly since: number; readonly token: Promise<HeldToken> } | undefined;

  const ask = (now: number): Promise<HeldToken> => {
    if (refresh && now - refresh.since < PATIENCE) return refresh.token;
    const mine = { since: now, token: request(getToken, now) };
    const settle = (token?: HeldToken): void => {
      if (refresh !== mine) return;
      refresh = undefined;
      held = token;
    };
    refresh = mine;
    mine.token.then(settle, () => {
      settle();
    });
    return mine.token;
  };

  return {
    current: async (now) => (held && now < held.freshUntil ? held : ask(now)),
    after: async (refused, now) => {
      // By identity: a provider may give the same text twice, and that must not ask it in a loop.
      if (held === refused) held = undefined;
      return held ?? ask(now);
    },
  };
}

async function request(getToken: TokenProvider, now: number): Promise<HeldToken> {
  // Pages in plain JavaScript answer anything.
  let given: unknown;
  try {
    given = await getToken();
  } catch (cause) {
    throw failureOf(cause);
  }
  const { token, expiresAt } = partsOf(given);
  // A header takes no other characters, and the error of `fetch` would quote the token.
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) throw unauthenticated();
  return { token, freshUntil: freshUntil(expiresAt, now) };
}

function partsOf(given: unknown): { readonly token?: unknown; readonly expiresAt?: unknown } {
  return typeof given === 'object' && given !== null ? given : { token: given };
}

function freshUntil(expiresAt: unknown, now: number): number {
  const end = epochOf(expiresAt);
  const life = end - now;
  // Run out on arrival: then a clock is wrong, and asking before each request would help nobody.
  return life > 0 ? end - Math.min(EARLY, life / 10) : Infinity;
}

function epochOf(time: unknown): number {
  if (typeof time === 'number') return time;
  return time instanceof Date ? time.getTime() : Date.parse(String(time));
}

/** `fetch` knows one error for every dead line; anything else means that the page has no token. */
function failureOf(cause: unknown): BillingError {
  if (cause instanceof BillingError) return cause;
  return cause instanceof TypeError
    ? new BillingError('network', { retryable: true, cause })
    : unauthenticated(cause);
}

const unauthenticated = (cause?: unknown): BillingError =>
  new BillingError('unauthenticated', { status: 401, cause });
