/** Rounds of measuring: every variant once a round, so that what else the machine does meets all of them. */

function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Measures each variant once a round, after one round that does not count, and gives the median of
 * each figure by the variant's name; of those that must never be large, the largest.
 *
 * @param {readonly { name: string }[]} variants
 * @param {(variant: any) => Promise<Record<string, number>>} measure
 * @param {readonly string[]} largest Names of those figures.
 */
export async function inRounds(rounds, variants, measure, largest = []) {
  const figures = new Map(variants.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const variant of variants) {
      const measured = await measure(variant);
      if (round > 0) figures.get(variant.name).push(measured);
    }
  }
  return Object.fromEntries([...figures].map(([name, all]) => [name, summed(all, largest)]));
}

function summed(all, largest) {
  const keys = Object.keys(all[0] ?? {});
  return Object.fromEntries(
    keys.map((key) => {
      const values = all.map((one) => one[key]);
      return [key, largest.includes(key) ? Math.max(...values) : median(values)];
    }),
  );
}
