import type { Account, Action, Meter, Permission, Slot } from '../../src/billing/types.js';
import { sessionColumns } from '../generate/records.js';
import { contactUrl } from '../worlds/plans.js';
import { basicSupportId } from '../worlds/support-plans.js';
import { forbidden, notSupported } from './refusals.js';
import type { AccountState } from './state.js';

type Permissions = Partial<Record<Action, Permission>>;

const dimensions = [{ id: 'channel', name: 'Channel' }];

/** The meters of every world. The second one counts in the account's zone alone, without rows. */
export const meters: readonly Meter[] = [
  {
    id: 'sessions',
    name: 'Billing sessions',
    unit: 'session',
    granularities: ['day', 'month'],
    timeZones: 'any',
    dimensions,
    maxRangeDays: 366,
    records: { columns: [...sessionColumns] },
  },
  {
    id: 'conversations',
    name: 'Conversations',
    unit: 'conversation',
    granularities: ['day', 'month'],
    timeZones: 'fixed',
    dimensions,
    maxRangeDays: 366,
  },
];

export function accountOf(state: AccountState): Account {
  const { id, world } = state;
  const saved = world.waysToPay.includes('pm_visa_4242');
  return {
    id,
    name: world.accountName,
    contact: { url: contactUrl, email: 'billing@example.com', phone: '+1-415-555-0100' },
    currency: 'USD',
    timeZone: world.timeZone,
    meters: [...meters],
    slots: ['plan', 'support'],
    can: permissionsOf(state),
    ...(saved && { paymentMethod: { label: 'Visa •••• 4242', expires: '2028-04' } }),
  };
}

/** What this account may do now. An action left out isn't offered. */
function permissionsOf(state: AccountState): Permissions {
  const { world } = state;
  const allowed: Permission = { allowed: true };
  if (world.isByContract) {
    const ask: Permission = { allowed: false, reason: 'contact_support', contactUrl };
    return {
      changePlan: ask,
      topUp: ask,
      managePayment: ask,
      changeSupport: ask,
      cancelSupport: ask,
      viewInvoices: ask,
    };
  }
  return {
    changePlan: changePermission(state, 'plan'),
    changeSupport: changePermission(state, 'support'),
    ...(hasBoughtSupport(state) && { cancelSupport: changePermission(state, 'support') }),
    ...(world.offersReload && { topUp: allowed }),
    viewInvoices: allowed,
    payInvoice: allowed,
    managePayment: allowed,
  };
}

function changePermission({ holdings }: AccountState, slot: Slot): Permission {
  if (holdings[slot]?.scheduled) return { allowed: false, reason: 'pending_change' };
  if (holdings[slot]?.status === 'past_due') return { allowed: false, reason: 'past_due' };
  return { allowed: true };
}

function hasBoughtSupport({ holdings }: AccountState): boolean {
  return holdings.support !== undefined && holdings.support.planId !== basicSupportId;
}

/**
 * Refuses an action that this account may not take.
 * @throws {BillingError} `not_supported` where it isn't offered, `forbidden` where it isn't allowed
 */
export function mustAllow(state: AccountState, action: Action): void {
  const permission = permissionsOf(state)[action];
  if (!permission) throw notSupported();
  if (!permission.allowed) throw forbidden();
}
