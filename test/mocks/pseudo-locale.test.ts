import { expect } from 'chai';

import { isForeign, pseudoTexts } from '../../mocks/pseudo-locale.js';
import { english, everythingSaid } from '../support/texts.js';

const models = everythingSaid(english, 'en');
const all = everythingSaid(pseudoTexts, 'en')
  .map((said, at) => ({ ...said, model: models[at]?.text ?? '' }))
  // English says "1 entry" in words of its own, and does not insert the number.
  .filter(({ count }) => count !== 1);

/** What a text says beside what it inserts. */
const ownWords = (text: string, inserted: readonly string[]): string =>
  inserted.reduce((left, value) => left.replace(value, ''), text);

describe('the pseudo-language', () => {
  it('says every text in brackets, and none of it in plain letters', () => {
    for (const { inserted, path, text } of all) {
      expect(text, path).to.match(/^⟦.*⟧$/su);
      expect(isForeign(ownWords(text, inserted)), `${path}: ${text}`).to.equal(false);
    }
  });

  it('leaves what a text inserts as it is', () => {
    for (const { inserted, path, text } of all) {
      for (const value of inserted) expect(text, path).to.contain(value);
    }
  });

  it('is longer than English by 40 %', () => {
    for (const { inserted, model, path, text } of all) {
      const own = ownWords(model, inserted).length;
      const { length } = ownWords(text, inserted);
      expect(length, `${path}: ${text}`).to.be.within(own * 1.4, own * 1.4 + 4);
    }
  });

  it('can be told from what was hard-coded', () => {
    expect(isForeign(pseudoTexts.retry)).to.equal(false);
    expect(isForeign('⟦Ŕééţŕýý⟧ now')).to.equal(true);
    expect(isForeign('7')).to.equal(true);
    expect(isForeign('· — × …')).to.equal(false);
  });
});
