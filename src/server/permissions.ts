import type { BillingApi } from '../api/billing-api.js';
import { wholePort } from '../api/whole-port.js';
import type { Account, Action, Permission } from '../billing/types.js';
import { refusal } from './problem.js';
import { actions, serves } from './billing-engine.js';
import type { BillingEngine } from './billing-engine.js';

/** Who has to allow an operation. */
export interface Need {
  /** The person's role has to allow one of these. */
  readonly role: readonly Action[];
  /** The account has to allow this, as it stands; left out, only the engine can tell. */
  readonly account?: Action;
}

/** An account's billing as a person of some role sees it; without a role, all that is offered. */
export function engineFor(engine: BillingEngine, role: readonly Action[] | undefined): BillingApi {
  return {
    ...wholePort(engine),
    account: async (options) => {
      const account = await engine.account(options);
      return { ...account, can: permissionsFor(account, engine, role) };
    },
  };
}

function permissionsFor(
  { can }: Account,
  engine: BillingEngine,
  role: readonly Action[] | undefined,
): Account['can'] {
  return Object.fromEntries(
    actions.flatMap((action): [Action, Permission][] => {
      const permission = can[action];
      if (!permission || !serves(engine, action)) return [];
      return [[action, isIn(role, action) ? permission : narrowed(permission)]];
    }),
  );
}

const isIn = (role: readonly Action[] | undefined, action: Action): boolean =>
  role?.includes(action) ?? true;

/** What the account may not do stays refused for its own reason. */
const narrowed = (permission: Permission): Permission =>
  permission.allowed ? { allowed: false, reason: 'no_permission' } : permission;

/** Refuses what a person's role does not allow. */
export function mustBeAllowedToRole(
  need: Need | undefined,
  role: readonly Action[] | undefined,
): void {
  if (need && !need.role.some((action) => isIn(role, action))) throw refusal('forbidden', 403);
}

/** Refuses what the account does not allow as it stands, before the engine is asked to do it. */
export async function mustBeAllowedToAccount(
  need: Need | undefined,
  api: BillingApi,
): Promise<void> {
  if (need?.account === undefined) return;
  const permission = (await api.account()).can[need.account];
  if (!permission) throw refusal('not_supported', 501);
  if (!permission.allowed) throw refusal('forbidden', 403);
}
