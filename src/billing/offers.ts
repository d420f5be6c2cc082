import type { Account, Action, Permission, Slot, Subscription } from './types.js';

/** How an action is offered: to be taken, or to be seen and not taken for now. */
export type Offer = 'open' | 'off';

/** Reasons that pass: the person can do something about them, or just has. */
const passing = ['past_due', 'pending_change'];

/** How an action is offered to a person; `undefined` where there is nothing for them to see. */
export function offerOf(permission: Permission | undefined): Offer | undefined {
  if (permission?.allowed) return 'open';
  return passing.includes(permission?.reason ?? '') ? 'off' : undefined;
}

const undone: Record<Slot, Record<'change' | 'cancel', Action>> = {
  plan: { change: 'changePlan', cancel: 'cancelPlan' },
  support: { change: 'changeSupport', cancel: 'cancelSupport' },
};

/** Whether a person may undo what is scheduled. Who may act may undo it, and so may who waits for it. */
export function mayResume({ can }: Account, { scheduled, slot }: Subscription): boolean {
  if (!scheduled) return false;
  const permission = can[undone[slot][scheduled.type === 'cancel' ? 'cancel' : 'change']];
  return permission !== undefined && (permission.allowed || permission.reason === 'pending_change');
}
