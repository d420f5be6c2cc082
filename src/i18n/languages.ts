/** The languages that come with the elements. Fetched when a page first speaks another one than English. */
import { isolatingTexts } from './isolate.js';
import type { AllMessages } from './messages.js';

type Language = Readonly<Record<'texts', AllMessages>>;
type Load = () => Promise<Partial<AllMessages>>;

/** By language; where a script decides, with the script. */
const languages: Readonly<Record<string, () => Promise<Language>>> = {
  ar: () => import('./languages/ar.js'),
  de: () => import('./languages/de.js'),
  es: () => import('./languages/es.js'),
  fr: () => import('./languages/fr.js'),
  he: () => import('./languages/he.js'),
  hi: () => import('./languages/hi.js'),
  it: () => import('./languages/it.js'),
  ja: () => import('./languages/ja.js'),
  ko: () => import('./languages/ko.js'),
  pl: () => import('./languages/pl.js'),
  // Brazilian; in Portugal it is understood.
  pt: () => import('./languages/pt.js'),
  // Whoever reads the traditional characters is not given the simplified ones.
  'zh-Hans': () => import('./languages/zh.js'),
};

/** The tags of all of them. */
export const builtInTags: readonly string[] = Object.keys(languages);

/**
 * The texts of a language, as the page loads it, else as it is built in; none where it is neither,
 * for then English speaks. They isolate what they insert.
 */
export async function textsFor(tag: string, load?: Load): Promise<Partial<AllMessages>> {
  const found = load ?? builtIn(tag);
  return found ? isolatingTexts(await found()) : {};
}

function builtIn(tag: string): Load | undefined {
  const { language, script } = new Intl.Locale(tag).maximize();
  const load = languages[`${language}-${script ?? ''}`] ?? languages[language];
  return load && (() => load().then(({ texts }) => texts));
}
