/**
 * Texts over other texts. Words for values of the contract are merged word by word: whoever renames
 * one status has said nothing of the others.
 */
export function mergeTexts<Known extends object>(
  known: Known,
  ...others: readonly (object | undefined)[]
): Known {
  const merged = Object.fromEntries<unknown>(Object.entries(known));
  for (const [key, text] of others.flatMap((texts) => Object.entries(texts ?? {}))) {
    const before = merged[key];
    merged[key] = isWords(text) && isWords(before) ? { ...before, ...text } : text;
  }
  return merged as Known;
}

function isWords(text: unknown): text is object {
  return typeof text === 'object' && text !== null;
}
