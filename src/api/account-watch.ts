import type { Account } from '../billing/types.js';
import { BillingError } from './billing-error.js';

export interface AccountWatchSettings {
  /** The base as it is asked; where it ends with the account's id, no other account is expected. */
  readonly apiBase?: string | undefined;
  /**
   * Where the session names the account, another one answers now. All that is held from the client
   * must go; so must the client, which refuses every read from now on: make a new one.
   */
  readonly onAccountChanged?: (() => void) | undefined;
}

/** Sees to it that a client speaks of one account only: the one that it heard of first. */
export interface AccountWatch {
  /** Hears which account answers. */
  see(account: Account): void;
  /**
   * @param hasAnswer - Whether it is about an answer: what comes along with another account's may be
   *   that one's too, whatever it is.
   * @throws {BillingError} `wrong_account` where another account answers than before
   */
  check(hasAnswer: boolean): void;
}

export function watchAccount({ apiBase, onAccountChanged }: AccountWatchSettings): AccountWatch {
  let first: string | undefined;
  let isAstray = false;
  let isChanged = false;

  return {
    see: ({ id }) => {
      first ??= id;
      isAstray = id !== first;
      // A base that names its account still means it; only what answers now is astray.
      if (!isAstray || isChanged || namesAccount(apiBase, first)) return;
      isChanged = true;
      onAccountChanged?.();
    },
    check: (hasAnswer) => {
      if (isChanged || (hasAnswer && isAstray)) throw new BillingError('wrong_account');
    },
  };
}

function namesAccount(apiBase: string | undefined, id: string): boolean {
  const [path = ''] = (apiBase ?? '').split(/[?#]/);
  return path.replace(/\/+$/, '').split('/').at(-1) === encodeURIComponent(id);
}
