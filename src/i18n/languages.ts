/** The languages that come with the elements. Fetched when a page first speaks another one than English. */
import type { AllMessages } from './messages.js';

type Language = Readonly<Record<'texts', AllMessages>>;

/** By language; where a script decides, with the script. */
const languages: Readonly<Record<string, () => Promise<Language>>> = {
  ar: () => import('./languages/ar.js'),
  de: () => import('./languages/de.js'),
  es: () => import('./languages/es.js'),
  fr: () => import('./languages/fr.js'),
  he: () => import('./languages/he.js'),
  hi: () => import('./languages/hi.js'),
  // Brazilian; in Portugal it is understood.
  pt: () => import('./languages/pt.js'),
};

/** The tags of all of them. */
export const builtInTags: readonly string[] = Object.keys(languages);

/** The texts of a language; none where it is not among the built-in ones, for then English speaks. */
export async function builtIn(tag: string): Promise<Partial<AllMessages>> {
  const { language, script } = new Intl.Locale(tag).maximize();
  const load = languages[`${language}-${script ?? ''}`] ?? languages[language];
  return load ? (await load()).texts : {};
}
