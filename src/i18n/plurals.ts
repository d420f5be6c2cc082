import { pluralRules } from './intl.js';

/** A text in the forms that a language has; `other` stands for those that are left out. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & {
  readonly other: string;
};

/** The plurals of a language, by the rules of CLDR: https://cldr.unicode.org/index/cldr-spec/plural-rules */
export const pluralsOf =
  (tag: string) =>
  (count: number, forms: PluralForms): string =>
    forms[pluralRules(tag).select(count)] ?? forms.other;
