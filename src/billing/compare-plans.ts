import type { Plan } from './types.js';

/** What a plan says about a feature; `undefined` where it says nothing. */
export type FeatureValue = string | boolean | undefined;

export interface FeatureRow {
  readonly name: string;
  /** In the order of the plans. */
  readonly values: readonly FeatureValue[];
}

export interface FeatureGroup {
  /** `undefined` for features without a group. */
  readonly name: string | undefined;
  readonly rows: readonly FeatureRow[];
}

/**
 * The features of plans side by side: the same name in the same group is one row. Groups and rows
 * come in the order in which the plans first name them.
 */
export function compareFeatures(plans: readonly Plan[]): FeatureGroup[] {
  const groups = new Map<string | undefined, Map<string, FeatureValue[]>>();
  plans.forEach(({ features = [] }, index) => {
    for (const { group, name, value } of features) {
      const rows = groups.get(group) ?? new Map<string, FeatureValue[]>();
      groups.set(group, rows);
      const values = rows.get(name) ?? plans.map(() => undefined);
      rows.set(name, values);
      values[index] = value;
    }
  });
  return [...groups].map(([name, rows]) => ({
    name,
    rows: [...rows].map(([row, values]) => ({ name: row, values })),
  }));
}
