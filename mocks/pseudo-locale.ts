/**
 * A language that nobody speaks, made of the English one: ⟦Çĥĥåñĝĝé þļļåñ⟧. Text without brackets and
 * accents is hard-coded; text without its second bracket is cut off. It is longer than English by
 * 40 %, as much as German or Polish may be.
 */
import { registerLanguage } from '../src/i18n/language-texts.js';
import { english } from './english-texts.js';

/** A region set aside for this. Numbers and dates are those of English. */
export const pseudoTag = 'en-XA';

/** Lets the elements speak it wherever `lang` or `locale` is `pseudoTag`. */
export function registerPseudoLocale(): void {
  registerLanguage(pseudoTag, () => Promise.resolve(pseudoTexts));
}

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const accented = 'åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ０１２３４５６７８９';
/** No sign of these takes two code units, so that one stands where the other does. */
const accentedOf = (sign: string): string => accented.charAt(plain.indexOf(sign));

/** How much longer than English. */
const growth = 0.4;

/** What has a letter or a digit in it that no text of this language has. */
export function isForeign(text: string): boolean {
  return [...text].some((sign) => /[\p{L}\p{N}]/u.test(sign) && !accented.includes(sign));
}

type Say = (...values: readonly unknown[]) => unknown;

/** Texts in this language: all that they say by themselves, but not what they insert. */
function pseudo<Texts extends object>(texts: Texts): Texts {
  const copy = { ...texts };
  for (const key in copy) {
    const text: unknown = copy[key];
    if (typeof text === 'string') Reflect.set(copy, key, bracketed(stretched(text)));
    else if (typeof text === 'function') Reflect.set(copy, key, pseudoText(text as Say));
    else if (typeof text === 'object' && text !== null) Reflect.set(copy, key, pseudo(text));
  }
  return copy;
}

const bracketed = (text: string): string => `⟦${text}⟧`;

/** Around what is inserted, while a text is made. */
const [open, close] = ['\uE000', '\uE001'];

/** Values of the contract that English makes words of, such as `per month`. */
const words = new Set(['day', 'week', 'month', 'quarter', 'half_year', 'year', 'one_time']);

const pseudoText =
  (say: Say): Say =>
  (...values) => {
    const text = String(say(...values.map(marked)));
    const own = ownTextOf(values);
    // Every other piece is an insertion.
    const pieces = text.split(/[\uE000\uE001]/u);
    return bracketed(pieces.map((piece, at) => (at % 2 ? piece : own(piece))).join(''));
  };

const marked = (value: unknown): unknown =>
  typeof value === 'string' && value !== '' && !words.has(value) ? open + value + close : value;

/** A text that writes a count itself, and not as it was shown to it, keeps the digits and is found by them. */
function ownTextOf(values: readonly unknown[]): (text: string) => string {
  const count = values.filter((value) => typeof value === 'number').find((value) => value !== 1);
  if (count === undefined) return stretched;
  const digits = String(count);
  return (text) => text.split(digits).map(stretched).join(digits);
}

/** A text with accents, and with every so many letters twice. */
function stretched(text: string): string {
  let added = 0;
  return [...text]
    .map((sign, at) => {
      if (!plain.includes(sign)) return sign;
      const letter = accentedOf(sign);
      const due = /\d/u.test(sign) ? 0 : Math.ceil((at + 1) * growth) - added;
      added += Math.max(0, due);
      return letter.repeat(1 + Math.max(0, due));
    })
    .join('');
}

export const pseudoTexts = pseudo(english);
