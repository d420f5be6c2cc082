import { expect } from '@open-wc/testing';

import { planTexts } from '../../src/i18n/en-plans.js';
import { commonTexts } from '../../src/i18n/en.js';
import { formatsOf } from '../../src/i18n/formats.js';
import { isolatingTexts, sayIsolated } from '../../src/i18n/isolate.js';
import { textsFor } from '../../src/i18n/languages.js';
import { withTexts } from '../../src/i18n/with-texts.js';

const english = isolatingTexts({
  title: 'Plan & Usage',
  changesOn: (plan: string, day: string) => `Changes to ${plan} on ${day}.`,
  low: (name: string) => `${name}: running low.`,
});

/** What is isolated, between brackets; marks by their names. */
const shown = (text: string): string =>
  text
    .replaceAll('\u2068', '[')
    .replaceAll('\u2069', ']')
    .replaceAll('\u200E', 'LRM ')
    .replaceAll('\u200F', 'RLM ');

/** Where the first and the last character of a text stand in a `<bdi>`, from the left. */
function ends(text: string): { readonly first: number; readonly last: number } {
  const element = document.createElement('bdi');
  element.textContent = text;
  document.body.append(element);
  const left = (at: number) => {
    const range = document.createRange();
    range.setStart(element.firstChild ?? element, at);
    range.setEnd(element.firstChild ?? element, at + 1);
    return range.getBoundingClientRect().left;
  };
  // A mark before the text has no place of its own.
  const found = { first: left(/^[\u200E\u200F]/.test(text) ? 1 : 0), last: left(text.length - 1) };
  element.remove();
  return found;
}

describe('what a text inserts', () => {
  it('stays plain where nothing runs from right to left', () => {
    expect(english.title).to.equal('Plan & Usage');
    expect(english.changesOn('Pro (2)', 'Jan 1')).to.equal('Changes to Pro (2) on Jan 1.');
    expect(formatsOf('en').list(['a', 'b'])).to.equal('a and b');
  });

  it('is isolated in a text of another direction', async () => {
    expect(shown(english.changesOn('בסיסי', 'Jan 1'))).to.equal('Changes to [בסיסי] on [Jan 1].');
    const hebrew = await textsFor('he');
    expect(shown(hebrew.otherError?.('too-many') ?? '')).to.equal('משהו השתבש ([too-many]).');
    expect(shown(formatsOf('he').list(['a-1', 'b-2']))).to.equal('RLM [a-1] ו-[b-2]');
  });

  it('is isolated in English, and in texts of the page', () => {
    const messages = { ...commonTexts, requestId: (id: string) => `בקשה ${id}` };
    const locale = withTexts({ tag: 'en', direction: 'ltr', messages }, planTexts);
    expect(shown(locale.messages.changesOn('בסיסי', 'Jan 1'))).to.contain('to [בסיסי] on');
    expect(shown(locale.messages.requestId('8f-3'))).to.equal('בקשה [8f-3]');
  });

  it('does not turn a sentence that begins with it', async () => {
    const { balanceLow } = await textsFor('ar');
    const low = balanceLow?.('Credits') ?? '';
    expect(shown(low)).to.match(/^RLM \[Credits\]: /);
    expect(shown(english.low('אשראי'))).to.equal('LRM [אשראי]: running low.');
    // The full stop closes the sentence on the left of Arabic and on the right of English.
    expect(ends(low).last).to.be.lessThan(ends(low).first);
    expect(ends(english.low('אשראי')).last).to.be.greaterThan(ends(english.low('אשראי')).first);
  });

  it('is looked up as it is where it is a word of the contract', async () => {
    const { every, gaps } = await textsFor('ar');
    expect(every?.('month', 1, '1')).to.equal('شهريًا');
    expect(every?.('year', 2, '2')).to.equal('كل سنتين');
    expect(shown(every?.('fortnight', 3, '3') ?? '')).to.equal('كل 3 [fortnight]');
    expect(gaps?.(2, '2', 'month')).to.contain('لشهرين');
  });

  it('leaves digits at their percent sign', async () => {
    const { taxAt } = await textsFor('he');
    expect(shown(taxAt?.('מע״מ (VAT)', '19') ?? '')).to.equal('[מע״מ (VAT)] (19%)');
  });

  it('cannot break out of its isolation', () => {
    for (const name of ['a\u2069b', 'a\u202Eb\u2069', '\u2068a', '\u2069']) {
      const said = sayIsolated((value) => `שלום ${String(value)}.`, [name]);
      let depth = 0;
      for (const character of said.slice(0, -1)) {
        if (character === '\u2068') depth += 1;
        if (character === '\u2069') depth -= 1;
        if (depth === 0) expect(character, name).not.to.match(/[ab\u202E]/);
      }
      expect(depth, name).to.equal(0);
    }
    // An override turns what follows it in any language.
    expect(english.changesOn('x\u202E', 'Jan 1')).to.equal(
      'Changes to \u2068x\u202E\u2069 on \u2068Jan 1\u2069.',
    );
  });

  it('is the same text for the same text, so that texts can be compared', () => {
    const texts = { low: (name: string) => `${name}: running low.` };
    expect(isolatingTexts(texts).low).to.equal(isolatingTexts(isolatingTexts(texts)).low);
  });
});
