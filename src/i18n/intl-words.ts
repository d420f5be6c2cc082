/** Formatters of words, apart from those that stand before the first request. */
import { once } from './intl.js';

export function listFormat(locale: string): Intl.ListFormat {
  return once(`l ${locale}`, () => new Intl.ListFormat(locale, { type: 'conjunction' }));
}

export function relativeFormat(locale: string): Intl.RelativeTimeFormat {
  return once(`r ${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
}
