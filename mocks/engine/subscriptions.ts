import type { Slot, Subscription } from '../../src/billing/types.js';
import { asOffered, heldPlan } from './catalogue.js';
import type { AccountState, HoldingState } from './state.js';

/** What a slot holds, as the contract says it. */
export function subscriptionOf(state: AccountState, slot: Slot): Subscription {
  const holding = state.holdings[slot];
  const plan = heldPlan(state, slot);
  if (!holding || !plan) return { slot, status: 'none', plan: null };
  const { calendar } = state;
  const { period, status } = holding;
  return {
    slot,
    id: `sub_${slot}`,
    status,
    plan: asOffered(plan, state, slot),
    ...(period && {
      period: { start: calendar.instant(period.start), end: calendar.instant(period.end) },
    }),
    renewsAt: renews(holding) && period ? calendar.instant(period.end) : null,
    ...(status === 'trialing' && period && { trialEndsAt: calendar.instant(period.end) }),
    ...scheduledOf(state, slot, holding),
  };
}

/** Whether the period is followed by another one of the same plan. */
export function renews({ scheduled, status }: HoldingState): boolean {
  return scheduled?.type !== 'cancel' && status !== 'trialing' && status !== 'canceled';
}

function scheduledOf(
  state: AccountState,
  slot: Slot,
  { period, scheduled }: HoldingState,
): Pick<Subscription, 'scheduled'> {
  if (!scheduled || !period) return {};
  const at = state.calendar.instant(period.end);
  if (scheduled.type === 'cancel') return { scheduled: { type: 'cancel', at } };
  const plan = state.plans[slot].find(({ id }) => id === scheduled.planId);
  return { scheduled: { type: 'change', at, ...(plan && { plan: asOffered(plan, state, slot) }) } };
}
