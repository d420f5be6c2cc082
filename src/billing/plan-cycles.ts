import type { Plan } from './types.js';

/** How often a plan is paid, as far as plans of one name differ by it. */
export type Cycle = string;

const cycleOf = ({ interval = '', intervalCount }: Plan): Cycle => `${intervalCount} ${interval}`;

/** The plans whose name others have as well: the same plan, paid in another cycle. */
function variants(plans: readonly Plan[]): readonly Plan[] {
  return plans.filter(({ name }) => plans.filter((plan) => plan.name === name).length > 1);
}

export interface CycleChoice {
  readonly cycle: Cycle;
  /** A plan of that cycle, to name the cycle by. */
  readonly example: Plan;
}

/** The cycles to choose from, in the server's order; none where no plan comes in several. */
export function cyclesOf(plans: readonly Plan[]): readonly CycleChoice[] {
  const found = new Map<Cycle, Plan>();
  for (const plan of variants(plans)) {
    if (!found.has(cycleOf(plan))) found.set(cycleOf(plan), plan);
  }
  return found.size > 1 ? [...found].map(([cycle, example]) => ({ cycle, example })) : [];
}

/** The cycle that an account is in, else the first one. */
export function firstCycle(plans: readonly Plan[]): Cycle | undefined {
  const cycles = cyclesOf(plans);
  const current = variants(plans).find(({ change }) => change === 'current');
  return (
    cycles.find(({ cycle }) => current && cycle === cycleOf(current))?.cycle ?? cycles[0]?.cycle
  );
}

/** The plans of one cycle, with those that come in no other. */
export function plansIn(plans: readonly Plan[], cycle: Cycle | undefined): readonly Plan[] {
  if (cycle === undefined) return plans;
  const several = variants(plans);
  return plans.filter(
    (plan) =>
      cycleOf(plan) === cycle ||
      !several.includes(plan) ||
      !several.some((other) => other.name === plan.name && cycleOf(other) === cycle),
  );
}
