/** The texts of languages other than English, as far as they have come. */
import { lookAgain } from './language.js';
import type { AllMessages } from './messages.js';

/** Texts of a language; what is missing is said in English. */
export type LanguageTexts = Partial<AllMessages>;

/** Fetches the texts of a language. */
export type LanguageLoader = () => Promise<LanguageTexts>;

/** Nobody is shown nothing for longer than this: then English speaks until the language comes. Milliseconds. */
const longestWait = 3_000;

const added = new Map<string, LanguageLoader>();
const known = new Map<string, LanguageTexts>();
const coming = new Map<string, Promise<unknown>>();

/**
 * Adds a language, or puts another in place of a built-in one.
 *
 * ```js
 * registerLanguage('nl', () => import('./billing-nl.js').then(({ texts }) => texts));
 * ```
 *
 * @param tag - BCP 47 tag; `nl` holds for all of Dutch, `nl-BE` for Belgium alone
 */
export function registerLanguage(tag: string, load: LanguageLoader): void {
  added.set(tag.toLowerCase(), load);
  known.clear();
  coming.clear();
  lookAgain();
}

/** What is known of a language; nothing of English, and nothing before it has come. */
export function textsOf(tag: string): LanguageTexts | undefined {
  return known.get(tag);
}

/**
 * Fetches a language once.
 * @returns what to wait for before anything is said; `undefined` where there is nothing to wait for.
 * Where the language cannot be had it rejects once, and English speaks from then on.
 */
export function fetchTexts(tag: string): Promise<unknown> | undefined {
  const [language = ''] = tag.split('-');
  const load = added.get(tag.toLowerCase()) ?? added.get(language);
  if (known.has(tag) || (language === 'en' && !load)) return undefined;
  return coming.get(tag) ?? fetchFrom(load, tag);
}

function fetchFrom(load: LanguageLoader | undefined, tag: string): Promise<unknown> {
  let texts: LanguageTexts = {};
  const arrived = import('./languages.js')
    .then(({ textsFor }) => textsFor(tag, load))
    .then((found) => {
      texts = found;
    })
    .finally(() => {
      known.set(tag, texts);
    });
  const late = new Promise((resolve) => {
    setTimeout(resolve, longestWait);
  });
  // Whoever has not waited looks again.
  void late.then(() => arrived).then(lookAgain, lookAgain);
  const wait = Promise.race([arrived, late]);
  coming.set(tag, wait);
  return wait;
}
