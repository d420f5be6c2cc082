/** The texts of languages other than English, as far as they have come. */
import { isOfIntl, lookAgain } from './language.js';
import type { AllMessages } from './messages.js';

/** Texts of a language; what is missing is said in English. */
export type LanguageTexts = Partial<AllMessages>;

/** Fetches the texts of a language. */
export type LanguageLoader = () => Promise<LanguageTexts>;

/** Nobody is shown nothing for longer than this: then English speaks until the language comes. Milliseconds. */
const longestWait = 3_000;

interface Added {
  readonly loaders: Map<string, LanguageLoader>;
  /** What each copy of the package does when there is another language. */
  readonly listeners: Set<() => void>;
}

const shared = Symbol.for('billing-languages');

/** The page's, not this copy's: a page may take the elements from one copy and this function from another. */
const added: Added = ((globalThis as { [shared]?: Added | undefined })[shared] ??= {
  loaders: new Map(),
  listeners: new Set(),
});

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
  added.loaders.set(tag.toLowerCase().replaceAll('_', '-'), load);
  for (const listener of added.listeners) listener();
}

added.listeners.add(() => {
  known.clear();
  coming.clear();
  lookAgain();
});

/** Whether there can be texts of a language: `Intl` knows of it, or the page has added it. */
export const isSpoken = (tag: string): boolean =>
  isOfIntl(tag) || addedFor(tag.toLowerCase()) !== undefined;

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
  const load = addedFor(tag.toLowerCase());
  if (known.has(tag) || (/^en\b/u.test(tag) && !load)) return undefined;
  return coming.get(tag) ?? fetchFrom(load, tag);
}

/** The most exact one that was added: without the digits or the region that end the tag, if need be. */
function addedFor(tag: string): LanguageLoader | undefined {
  if (!tag) return undefined;
  return added.loaders.get(tag) ?? addedFor(tag.replace(/-?[^-]+$/u, ''));
}

function fetchFrom(load: LanguageLoader | undefined, tag: string): Promise<unknown> {
  let texts: LanguageTexts = {};
  // A page may have added a language while another one for the same tag was on its way.
  const isMeant = (): boolean => coming.get(tag) === wait;
  const arrived = import('./languages.js')
    .then(({ textsFor }) => textsFor(tag, load))
    .then((found) => {
      texts = found;
    })
    .finally(() => {
      if (isMeant()) known.set(tag, texts);
    });
  let isLate = false;
  const late = new Promise<void>((resolve) => {
    setTimeout(() => {
      isLate = true;
      resolve();
    }, longestWait);
  });
  // Whoever has not waited any longer looks again.
  const tell = (): void => {
    if (isLate) lookAgain();
  };
  void arrived.then(tell, tell);
  const wait: Promise<unknown> = Promise.race([arrived, late]).then(() =>
    isMeant() ? undefined : fetchTexts(tag),
  );
  coming.set(tag, wait);
  return wait;
}
