/** What the host says of its plans and meters, beyond what an engine knows of them. */
import type { Account, Action, Meter, Plan, Slot } from '../../billing/types.js';

/**
 * A plan that the host offers, in the place where it stands in the list. What is given here wins
 * over what the engine says. A plan with a name that the engine doesn't have is shown as it is given,
 * for example one by agreement: `{ id, name, price: null, change: 'contact' }`.
 */
export type OfferedPlan = Pick<Plan, 'id'> & Partial<Omit<Plan, 'id'>>;

/** The plans that the host offers, by slot and in display order. A slot that is left out is not served. */
export type OfferedPlans = Partial<Readonly<Record<Slot, readonly OfferedPlan[]>>>;

/** A meter as the host describes it. */
export type OfferedMeter = Pick<Meter, 'id' | 'name'> &
  Partial<Pick<Meter, 'unit' | 'granularities' | 'dimensions' | 'maxRangeDays'>>;

/** The plan of an engine as the host offers it; the plan that is held is the current one. */
export function asOffered(
  plan: Plan,
  offered: OfferedPlan | undefined,
  heldId: string | undefined,
): Plan {
  const merged = { ...plan, ...offered };
  return plan.id === heldId ? { ...merged, change: 'current' } : merged;
}

/** A plan of which nothing else is known. */
export const namedPlan = (id: string, name: string): Plan => ({
  id,
  name,
  intervalCount: 1,
  recommended: false,
  change: 'switch',
});

/** An offered plan that the engine doesn't have: as it is, where it has a name. */
export function ownPlan(offered: OfferedPlan, heldId: string | undefined): Plan[] {
  const { id, name } = offered;
  return name === undefined ? [] : [asOffered(namedPlan(id, name), offered, heldId)];
}

/** A meter as the account lists it. */
export function meterOf(
  { id, name, granularities, unit, dimensions, maxRangeDays }: OfferedMeter,
  timeZones: Meter['timeZones'],
): Meter {
  return {
    id,
    name,
    granularities: granularities ?? ['day', 'month'],
    timeZones,
    ...(unit !== undefined && { unit }),
    ...(dimensions && { dimensions }),
    ...(maxRangeDays !== undefined && { maxRangeDays }),
  };
}

export const slotsOf = (plans: OfferedPlans): Slot[] =>
  (['plan', 'support'] as const).filter((slot) => plans[slot] !== undefined);

const actionsOf: Readonly<Record<Slot, readonly [change: Action, cancel: Action]>> = {
  plan: ['changePlan', 'cancelPlan'],
  support: ['changeSupport', 'cancelSupport'],
};

/** What the account may do with its subscriptions, where the engine can do all of it. */
export function slotActions(plans: OfferedPlans, cancellable: readonly Slot[]): Account['can'] {
  const can: Account['can'] = {};
  for (const slot of slotsOf(plans)) {
    const [change, cancel] = actionsOf[slot];
    if (plans[slot]?.length) can[change] = { allowed: true };
    if (cancellable.includes(slot)) can[cancel] = { allowed: true };
  }
  return can;
}
