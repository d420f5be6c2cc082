import { english } from '../../mocks/english-texts.js';
import type { AllMessages } from '../../src/i18n/messages.js';
import type { Words } from '../../src/i18n/words.js';

export { english };

/** Counts that between them fall into every plural category of every language. */
export const counts: readonly number[] = [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000];

type Key = keyof AllMessages;
type Say = (...values: readonly unknown[]) => unknown;

/** One thing that a language says: which text, of what, in which words. */
export interface Said {
  /** The key of the text; a word of a table follows after a full stop. */
  readonly path: string;
  readonly text: string;
  /** What was inserted and has to be found in it again. */
  readonly inserted: readonly string[];
  /** The count that it was said of, where it is said of one. */
  readonly count?: number;
}

interface Sample {
  readonly values: readonly unknown[];
  readonly inserted: readonly string[];
  readonly count?: number;
}

const names = ['Alpha', 'Beta', 'Gamma', 'Delta'];

/** Of a count and the same count in digits of the language, and of what comes after these. */
const counted =
  (...rest: readonly unknown[]) =>
  (count: number, shown: string): Sample => ({
    values: [count, shown, ...rest],
    inserted: [shown],
    count,
  });

/** Texts that take something else than names. Words of the contract are looked up, not inserted. */
const special: Partial<Record<Key, readonly ((count: number, shown: string) => Sample)[]>> = {
  setAside: [counted()],
  grants: [counted()],
  chosenInvoices: [counted()],
  rangeTooLong: [counted()],
  exportMissing: [counted()],
  gaps: [counted('day'), counted('month')],
  perBar: ['day', 'month'].map((unit) => (count, shown) => ({
    values: [shown, unit],
    inserted: [shown],
    count,
  })),
  retryingIn: [counted()],
  every: [
    ...['day', 'week', 'month', 'quarter', 'half_year', 'year'].map(
      (unit) => (count: number, shown: string) => ({
        values: [unit, count, shown],
        inserted: count === 1 ? [] : [shown],
        count,
      }),
    ),
    () => ({ values: ['one_time', 1, '1'], inserted: [] }),
    (count, shown) => ({
      values: ['fortnight', count, shown],
      inserted: ['fortnight', ...(count === 1 ? [] : [shown])],
      count,
    }),
  ],
  buys: [withOrWithoutLast(2), withOrWithoutLast(1, 2)],
  buysUnits: [withOrWithoutLast(2), withOrWithoutLast(1, 2)],
  exporting: [withOrWithoutLast(2), withOrWithoutLast(1, 2)],
  chartSummary: [withOrWithoutLast(4), withOrWithoutLast(3, 4)],
};

/** As many names as are given, and `undefined` for those after them. */
function withOrWithoutLast(given: number, of = given) {
  const inserted = names.slice(0, given);
  return (): Sample => ({
    values: Array.from({ length: of }, (_, at) => inserted[at]),
    inserted,
  });
}

/**
 * Everything that a language says, each text with names and with every count in it. What is missing
 * says nothing, so that whatever two languages say stands at the same place.
 */
export function everythingSaid(texts: AllMessages, tag: string): Said[] {
  return Object.entries(english).flatMap(([key, model]) => {
    const text: unknown = Reflect.get(texts, key);
    if (typeof model === 'string') return [{ path: key, text: textual(text), inserted: [] }];
    if (typeof model === 'object') {
      return Object.keys(model).map((word) => ({
        path: `${key}.${word}`,
        text: textual(isWords(text) ? text[word] : undefined),
        inserted: [],
      }));
    }
    return samplesOf(key as Key, tag).map(({ values, ...sample }) => ({
      path: key,
      text: typeof text === 'function' ? textual((text as Say)(...values)) : '',
      ...sample,
    }));
  });
}

const textual = (text: unknown): string => (typeof text === 'string' ? text : '');

const isWords = (text: unknown): text is Words => typeof text === 'object' && text !== null;

function samplesOf(key: Key, tag: string): Sample[] {
  const digits = new Intl.NumberFormat(tag);
  const samples = special[key];
  if (samples) {
    return samples.flatMap((sample) => counts.map((count) => sample(count, digits.format(count))));
  }
  const { length } = english[key] as Say;
  const inserted = names.slice(0, length);
  const shown = counts.map((count) => {
    const same = Array.from({ length }, () => digits.format(count));
    return { values: same, inserted: same, count };
  });
  return [{ values: inserted, inserted }, ...shown];
}
