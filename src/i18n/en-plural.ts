import { pluralRules } from './intl.js';

/** One word for one, another for the rest: English knows no more forms. */
export const plural = (count: number, one: string, other: string): string =>
  pluralRules('en').select(count) === 'one' ? one : other;
