/**
 * Texts, and others that stand in for some of them. Words for values of the contract are merged word
 * by word: whoever renames one status has said nothing of the others.
 */
export function mergeTexts<Known extends object, Others extends object>(
  known: Known,
  others: Others,
): Known & Others {
  const merged = { ...known, ...others };
  for (const key in others) {
    const words: unknown = others[key];
    const before: unknown = Reflect.get(known, key);
    if (isWords(words) && isWords(before)) Reflect.set(merged, key, { ...before, ...words });
  }
  return merged;
}

function isWords(text: unknown): text is object {
  return typeof text === 'object' && text !== null;
}
