import { compareDecimals, isZero } from '../../src/billing/decimal.js';
import type { Plan, Plans, Slot } from '../../src/billing/types.js';
import type { AccountState } from './state.js';

/** The plan that a slot holds, if it holds one. */
export function heldPlan(state: AccountState, slot: Slot): Plan | undefined {
  const id = state.holdings[slot]?.planId;
  return state.plans[slot].find((plan) => plan.id === id);
}

/** The plans of a slot as this account sees them: which is its own, and which way leads to others. */
export function plansFor(state: AccountState, slot: Slot): Plans {
  return { items: state.plans[slot].map((plan) => asOffered(plan, state, slot)) };
}

/** A plan of a slot as this account sees it. */
export function asOffered(plan: Plan, state: AccountState, slot: Slot): Plan {
  const held = heldPlan(state, slot);
  const isSuggested = held?.id === 'plan_standard' && plan.id === 'plan_essential';
  return {
    ...plan,
    change: directionOf(plan, held),
    ...(isSuggested && {
      recommended: true,
      recommendedReason: 'Covers your use of the last 30 days',
    }),
  };
}

function directionOf(plan: Plan, held: Plan | undefined): Plan['change'] {
  if (plan.id === held?.id) return 'current';
  if (!plan.price) return 'contact';
  if (!held?.price || isZero(held.price.amount)) return 'upgrade';
  if (isZero(plan.price.amount)) return 'downgrade';
  if (plan.interval !== held.interval) return 'switch';
  return compareDecimals(plan.price.amount, held.price.amount) > 0 ? 'upgrade' : 'downgrade';
}
