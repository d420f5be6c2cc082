import type { Account, Permission, Plan } from './types.js';

/** Where to turn for help. */
export type Contact =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'email'; readonly email: string }
  | { readonly kind: 'phone'; readonly phone: string };

/** The first contact that the server names, from the most special one to the account's own. */
export function contactFor(
  account: Account,
  permission?: Permission,
  plan?: Plan | null,
): Contact | undefined {
  const { email, phone, url } = account.contact ?? {};
  const address = permission?.contactUrl ?? plan?.contactUrl ?? url;
  if (address) return { kind: 'url', url: address };
  if (email) return { kind: 'email', email };
  return phone ? { kind: 'phone', phone } : undefined;
}

/** The actions on a plan that this account may not take, with the reason of each. */
export function refusals(
  account: Account,
  actions: readonly (keyof Account['can'])[],
): Permission[] {
  return actions.flatMap((action) => {
    const permission = account.can[action];
    return permission && !permission.allowed ? [permission] : [];
  });
}
