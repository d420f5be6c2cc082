import { isZero } from './decimal.js';
import type { Plan } from './types.js';

export type Feature = NonNullable<Plan['features']>[number];

/** What every account has without paying for it, where the catalogue has such a plan. */
function freePlan(plans: readonly Plan[]): Plan | undefined {
  return plans.find(({ price }) => price && isZero(price.amount));
}

const says = ({ value }: Pick<Feature, 'value'>): boolean => value !== false && value !== '';

/** The features of a plan that are gone when nothing is paid any more, in the plan's order. */
export function lostFeatures(plan: Plan | null, catalogue: readonly Plan[]): readonly Feature[] {
  const rest = freePlan(catalogue)?.features ?? [];
  return (plan?.features ?? []).filter((feature) => {
    const kept = rest.find(({ group, name }) => group === feature.group && name === feature.name);
    return says(feature) && kept?.value !== feature.value;
  });
}
