/**
 * Names, amounts and dates inside a text of another direction. What a text inserts is isolated here, in
 * one place, wherever a letter runs from right to left; texts without any stay plain.
 */

type Say = (...values: readonly unknown[]) => unknown;

const openIsolate = '\u2068';
const closeIsolate = '\u2069';
const marks = { ltr: '\u200E', rtl: '\u200F' } as const;

const rightToLeft = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\u200F\u061C]/u;
/** What could change the order of anything: letters, marks, embeddings, isolates. */
const turning = new RegExp(`${rightToLeft.source}|[\\u202A-\\u202E\\u2066-\\u2069]`, 'u');
const controls = /[\u202A-\u202E\u2066-\u2069]/gu;
const firstStrong = /[\p{L}\u200E\u200F\u061C]/u;
/** Digits keep their order by themselves, and a percent sign beside them must see them. */
const plainNumber = /^[\p{Nd}.,\u066B\u066C\u00A0\u202F’]*$/u;

const isolating = new WeakMap<Say, Say>();

/** A text that isolates what it inserts. The same one for the same text, so that texts can be compared. */
function isolatingText(say: Say): Say {
  const known = isolating.get(say);
  if (known) return known;
  const made: Say = (...values) => sayIsolated(say, values);
  isolating.set(say, made).set(made, made);
  return made;
}

/** Texts that isolate what they insert. */
export function isolatingTexts<Texts extends object>(texts: Texts): Texts {
  const isolated = { ...texts };
  for (const key in isolated) {
    const text: unknown = isolated[key];
    if (typeof text === 'function') Reflect.set(isolated, key, isolatingText(text as Say));
  }
  return isolated;
}

/** What a text says of these values, each of them isolated where anything runs from right to left. */
export function sayIsolated<Said>(
  say: (...values: readonly unknown[]) => Said,
  values: readonly unknown[],
): Said | string {
  const plain = say(...values);
  if (typeof plain !== 'string' || !turning.test(plain)) return plain;
  // What is only looked up, such as a word of the contract, must stay as it is.
  const text = say(...values.map((value) => (isShown(value, plain) ? isolate(value) : value)));
  return directed(String(text));
}

/** A text that stands beside others, isolated where anything in it runs from right to left. */
export const isolated = (text: string): string => (turning.test(text) ? isolate(text) : text);

const isShown = (value: unknown, text: string): value is string =>
  typeof value === 'string' && !plainNumber.test(value) && text.includes(value);

/** First strong isolate and pop. A value that would end its own isolation loses its controls. */
const isolate = (value: string): string =>
  openIsolate +
  (outside(value) === undefined ? value.replaceAll(controls, '') : value) +
  closeIsolate;

/**
 * `<bdi>` and `dir="auto"` go by the first letter, isolated or not; a sentence that begins with a
 * foreign name would run the name's way. A mark before it tells them.
 */
function directed(text: string): string {
  const own = directionOf(outside(text) ?? text);
  return own === undefined || own === directionOf(text) ? text : marks[own] + text;
}

function directionOf(text: string): 'ltr' | 'rtl' | undefined {
  const strong = firstStrong.exec(text)?.[0];
  return strong === undefined ? undefined : rightToLeft.test(strong) ? 'rtl' : 'ltr';
}

/** What stands in a text outside of isolates; `undefined` where these are not in pairs. */
function outside(text: string): string | undefined {
  let depth = 0;
  let found = '';
  for (const character of text) {
    if (character === closeIsolate) depth -= 1;
    else if (character >= '\u2066' && character <= openIsolate) depth += 1;
    else if (depth === 0) found += character;
    if (depth < 0) return undefined;
  }
  return depth === 0 ? found : undefined;
}
