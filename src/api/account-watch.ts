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
  /** @throws {BillingError} `wrong_account` where it is another account than before */
  admit(account: Account): Account;
  /** @throws {BillingError} `wrong_account` once another account has answered */
  check(): void;
}

export function watchAccount({ apiBase, onAccountChanged }: AccountWatchSettings): AccountWatch {
  let first: string | undefined;
  let isChanged = false;

  const check = (): void => {
    if (isChanged) throw new BillingError('wrong_account');
  };

  return {
    check,
    admit: (account) => {
      check();
      first ??= account.id;
      if (account.id === first) return account;
      // A base that names its account still means it; only this answer is astray.
      if (!namesAccount(apiBase, first)) {
        isChanged = true;
        onAccountChanged?.();
      }
      throw new BillingError('wrong_account');
    },
  };
}

function namesAccount(apiBase: string | undefined, id: string): boolean {
  const [path = ''] = (apiBase ?? '').split(/[?#]/);
  return path.replace(/\/+$/, '').split('/').at(-1) === encodeURIComponent(id);
}
