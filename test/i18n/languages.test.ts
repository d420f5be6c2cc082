import { expect } from '@open-wc/testing';

import { builtInTags, textsFor } from '../../src/i18n/languages.js';
import type { AllMessages } from '../../src/i18n/messages.js';
import { counts, english, everythingSaid } from '../support/texts.js';
import type { Said } from '../support/texts.js';

/** The keys of texts, and of the words inside them. */
const pathsOf = (texts: object): string[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'object' && text !== null
      ? Object.keys(text as object).map((word) => `${key}.${word}`)
      : [key],
  );

/** What a text says beside what it inserts. Marks that isolate an insertion are no part of it. */
function ownWords({ inserted, text }: Said): string {
  const rest = inserted.reduce((left, value) => left.replace(value, ''), plain(text));
  return rest.trim();
}

const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069\u200E\u200F]/gu, '');

/** How a text ends, whatever sign its language writes for that. */
function endOf(text: string): string {
  const western = plain(text)
    .replaceAll(/[。।]/gu, '.')
    .replaceAll(/[？؟]/gu, '?')
    .replaceAll('：', ':');
  return /[.…?:]$/u.exec(western)?.[0] ?? '';
}

/** Whether a number may be said in words, and not be written. */
function isInWords(tag: string, { count, path }: Said): boolean {
  if (count === undefined) return false;
  // A single day; and no range is shorter than that.
  if (path === 'rangeTooLong' && count < 2) return true;
  // These languages have forms for none, one and two that hold the number.
  return count <= 2 && ['ar', 'he'].includes(tag);
}

/** What reads as it does in English, and why. */
const sameAsEnglish: Record<string, Record<string, string>> = {
  de: { Status: 'the German word', Support: 'what German companies call it' },
  es: { Plan: 'the Spanish word', Subtotal: 'the Spanish word', Total: 'the Spanish word' },
  fr: {
    Actions: 'the French word',
    Date: 'the French word',
    Description: 'the French word',
    Page: 'the French word',
    Total: 'the French word',
  },
  pl: { Plan: 'the Polish word' },
  pt: {
    Item: 'the Portuguese word',
    Subtotal: 'the Portuguese word',
    Total: 'the Portuguese word',
  },
};

/** What nobody writes in a language: what to look for, and what is wrong with it. */
const misprints: Record<string, readonly (readonly [pattern: RegExp, fault: string])[]> = {
  de: [[/\p{L}…|\p{L} …|\d %/u, 'a space that does not break goes before … and %']],
  es: [
    [/\d ?%/u, 'a space that does not break goes before %'],
    [/^[^¿]*\?/u, 'a question begins with ¿'],
  ],
  fr: [[/[^\u202F][:;!?%»]/u, 'a narrow space that does not break goes before : ; ! ? % »']],
  ja: [[/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}] ?[,.:;?!()]/u, 'signs are full-width']],
  'zh-Hans': [[/\p{sc=Han} ?[,.:;?!()]/u, 'signs are full-width']],
};

/** A text that counts, in words of each language that has more than one and many. */
const chosen: Record<string, Record<number, string>> = {
  de: { 1: '1 Rechnung ausgewählt', 5: '5 Rechnungen ausgewählt' },
  es: { 1: '1 factura seleccionada', 1_000_000: '1.000.000 de facturas seleccionadas' },
  fr: {
    0: '0 facture sélectionnée',
    2: '2 factures sélectionnées',
    1_000_000: '1\u202F000\u202F000 de factures sélectionnées',
  },
  it: { 1: '1 fattura selezionata', 1_000_000: '1.000.000 di fatture selezionate' },
  ja: { 1: '1件の請求書を選択中', 5: '5件の請求書を選択中' },
  pl: {
    1: 'Wybrano 1 fakturę',
    3: 'Wybrano 3 faktury',
    5: 'Wybrano 5 faktur',
    21: 'Wybrano 21 faktur',
  },
  pt: { 0: '0 fatura selecionada', 1_000_000: '1.000.000 de faturas selecionadas' },
};

describe('the built-in languages', () => {
  it('are those that are promised', () => {
    const promised = ['ar', 'de', 'es', 'fr', 'he', 'hi', 'it', 'ja', 'ko', 'pl', 'pt', 'zh-Hans'];
    expect([...builtInTags].sort()).to.deep.equal(promised);
  });

  it('are looked at with counts of every plural category that whole numbers have', () => {
    for (const tag of ['en', ...builtInTags]) {
      const rules = new Intl.PluralRules(tag);
      const met = counts.map((count) => rules.select(count));
      for (const category of rules.resolvedOptions().pluralCategories) {
        if (category !== 'other') expect(met, tag).to.include(category);
      }
    }
  });
});

it('English says one thing as one', () => {
  // Rows beyond a first page, and bars of several days: these are never one.
  const neverOne = ['rowsShown', 'perBar'];
  const wrong = everythingSaid(english, 'en').filter(
    ({ count, path, text }) =>
      count === 1 && !neverOne.includes(path) && /\b1 (?!is\b|expires\b)[a-z]+s\b/u.test(text),
  );
  expect(wrong.map(({ path, text }) => `${path}: ${text}`)).to.deep.equal([]);
});

describe('units of what is counted', () => {
  const unitsIn = (texts: AllMessages) => [
    texts.buys('1', undefined),
    texts.buysUnits('1', undefined),
    texts.buys('2', undefined),
  ];

  it('are one, or several', async () => {
    expect(unitsIn(english)).to.eql(['1 unit', '1 unit', '2 units']);
    const hebrew = (await textsFor('he')) as AllMessages;
    expect(unitsIn(hebrew)).to.eql(['יחידה אחת', 'יחידה אחת', '2 יחידות']);
  });

  it('keep the name that the server gave, which has no other form', () => {
    expect(english.buys('1', 'Sessions')).to.equal('Sessions: 1');
    expect(english.buysUnits('20', 'Sessions')).to.equal('20 Sessions');
  });
});

for (const tag of builtInTags) {
  describe(`in the language ${tag}`, () => {
    let texts: AllMessages;
    let all: readonly Said[];

    before(async () => {
      texts = (await textsFor(tag)) as AllMessages;
      all = everythingSaid(texts, tag);
    });

    it('there is every text that there is in English, and no other', () => {
      expect(pathsOf(texts).sort()).to.deep.equal(pathsOf(english).sort());
    });

    it('every text says something, and all that it was given', () => {
      for (const said of all) {
        const text = plain(said.text);
        expect(text.trim(), said.path).not.to.equal('');
        expect(text, said.path).not.to.match(/undefined|NaN|\[object|\$\{/u);
        if (isInWords(tag, said)) continue;
        for (const value of said.inserted) expect(text, said.path).to.contain(value);
      }
    });

    it('a word that every object has under it is none of the language', () => {
      for (const word of ['constructor', 'toString', '__proto__']) {
        for (const count of [1, 3]) {
          expect(texts.every(word, count, String(count)), word).to.contain(word);
          expect(texts.every(word, count, String(count)), word).not.to.match(/native|object/u);
        }
      }
    });

    it('no text was left in English', () => {
      const inEnglish = everythingSaid(english, tag);
      const left = all
        .filter(({ text }, at) => text === inEnglish[at]?.text)
        .map(ownWords)
        // Nothing but signs around what is inserted is the same anywhere.
        .filter((words) => /\p{L}/u.test(words));
      expect([...new Set(left)].sort()).to.deep.equal(Object.keys(sameAsEnglish[tag] ?? {}));
    });

    it('texts end as they do in English: sentences with a stop, labels without', () => {
      const inEnglish = everythingSaid(english, tag);
      const wrong = all.filter(({ text }, at) => endOf(text) !== endOf(inEnglish[at]?.text ?? ''));
      expect(wrong.map(({ path, text }) => `${path}: ${text}`)).to.deep.equal([]);
    });

    it('texts are set as the language is written', () => {
      const faults = [
        [/^\s|\s$|\s\s/u, 'a space that nobody needs'],
        [/['"]|\.\.\./u, 'signs of a typewriter'],
        ...(misprints[tag] ?? []),
      ] as const;
      for (const [pattern, fault] of faults) {
        const wrong = all.filter(({ text }) => pattern.test(plain(text)));
        expect(
          wrong.map(({ path, text }) => `${path}: ${text}`),
          fault,
        ).to.deep.equal([]);
      }
    });

    it('a date that ends with a stop ends no sentence', () => {
      const day = new Intl.DateTimeFormat(tag, { dateStyle: 'medium' }).format(0);
      expect(plain(texts.stillRunning(day))).not.to.match(/\.[.。।]/u);
    });

    for (const [count, words] of Object.entries(chosen[tag] ?? {})) {
      it(`counts ${count} as people do`, () => {
        const shown = new Intl.NumberFormat(tag).format(Number(count));
        expect(plain(texts.chosenInvoices(Number(count), shown))).to.equal(words);
      });
    }
  });
}
