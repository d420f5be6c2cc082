import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { compareDecimals } from '../../src/billing/decimal.js';
import { numberFormat } from '../../src/i18n/intl.js';
import { readDecimal } from '../../src/i18n/read-decimal.js';

describe('a number that a person types', () => {
  const read: readonly (readonly [tag: string, typed: string, decimal: string])[] = [
    ['en', '150', '150'],
    ['en', ' 150.50 ', '150.50'],
    ['en', '1,250.50', '1250.50'],
    ['en', '$1,250', '1250'],
    ['en', '1.250', '1.250'],
    ['en', '007', '7'],
    ['en', '0.5', '0.5'],
    ['en-IN', '1,00,000', '100000'],
    ['de', '1.250,50', '1250.50'],
    ['de', '150,5 €', '150.5'],
    ['de-CH', "1'250.50", '1250.50'],
    ['fr', '1 250,50', '1250.50'],
    ['fr', '1250.50', '1250.50'],
    ['ar-EG', '١٬٢٥٠٫٥', '1250.5'],
    ['ar-EG', '1250.5', '1250.5'],
    ['fa', '۱۵۰', '150'],
    ['he', '\u200f150.50\u200f', '150.50'],
  ];
  for (const [tag, typed, decimal] of read) {
    it(`is ${decimal} for "${typed}" in ${tag}`, () => {
      expect(readDecimal(typed, tag)).to.equal(decimal);
    });
  }

  const refused: readonly (readonly [tag: string, typed: string])[] = [
    ['en', ''],
    ['en', 'abc'],
    ['en', '-5'],
    ['en', '1e3'],
    ['en', '0x10'],
    ['en', '1,2'],
    ['en', '150,50'],
    ['en', '12,34,5'],
    ['en', '1.2.3'],
    ['en', '.'],
    ['en', '5.'],
    ['de', '150.50'],
    ['de', '1,250.50'],
    ['ar-EG', '1,250'],
    ['en', '9'.repeat(41)],
    ['en', 'Infinity'],
  ];
  for (const [tag, typed] of refused) {
    it(`is none for "${typed}" in ${tag}, rather than a guess`, () => {
      expect(readDecimal(typed, tag)).to.equal(undefined);
    });
  }

  it('is what was meant, in the notation of every language', () => {
    const cents = fc.integer({ min: 0, max: 2_000_000_000 });
    const tags = fc.constantFrom(
      'en',
      'de',
      'fr',
      'es',
      'pl',
      'sv',
      'pt',
      'ar-EG',
      'fa',
      'he',
      'hi',
      'ja',
    );
    fc.assert(
      fc.property(cents, tags, fc.boolean(), (amount, tag, useGrouping) => {
        const text = String(amount).padStart(3, '0');
        const decimal = `${text.slice(0, -2).replace(/^0+(?=\d)/, '')}.${text.slice(-2)}`;
        const format = numberFormat(tag, { minimumFractionDigits: 2, useGrouping });
        const typed = format.format(decimal as Intl.StringNumericLiteral);
        expect(compareDecimals(readDecimal(typed, tag) ?? '-1', decimal)).to.equal(0);
      }),
    );
  });
});
