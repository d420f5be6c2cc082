/**
 * Texts, and others that stand in for some of them. Words for values of the contract are merged word
 * by word: whoever renames one status has said nothing of the others. They have no prototype, for a
 * server may say `constructor` and mean a status of that name.
 */
export function mergeTexts<Known extends object, Others extends object>(
  known: Known,
  others: Others,
): Known & Others {
  const merged = { ...known, ...others };
  for (const key in merged) {
    const words: unknown = Reflect.get(merged, key);
    if (words && typeof words === 'object') {
      Reflect.set(merged, key, { __proto__: null, ...Reflect.get(known, key), ...words });
    }
  }
  return merged;
}
