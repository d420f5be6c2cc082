import { expect } from '@open-wc/testing';

import { commonTexts } from '../../src/i18n/en.js';
import { builtInTags, textsFor } from '../../src/i18n/languages.js';
import type { Speech } from '../../src/i18n/locale.js';
import { sentences } from '../../src/i18n/sentences.js';

const speechOf = async (tag: string): Promise<Speech> => ({
  tag,
  direction: 'ltr',
  messages: { ...commonTexts, ...(await textsFor(tag)) },
});

describe('sentences one after the other', () => {
  it('have a space between them, but not where none is written', async () => {
    const unspaced: string[] = [];
    for (const tag of ['en', ...builtInTags]) {
      const { someMissing, signedOut } = (await speechOf(tag)).messages;
      const said = sentences([someMissing, signedOut], await speechOf(tag));
      if (said.replaceAll(/[\u2066-\u2069]/gu, '') === someMissing + signedOut) unspaced.push(tag);
      else expect(said.replaceAll(/[\u2066-\u2069]/gu, '')).to.equal(`${someMissing} ${signedOut}`);
    }
    expect(unspaced).to.have.members(['ja', 'zh-Hans']);
  });

  it('are only those that say something', async () => {
    const english = await speechOf('en');
    expect(sentences(['One.', undefined, '', 'Two.', 'Three.', ''], english)).to.equal(
      'One. Two. Three.',
    );
    expect(sentences(['', undefined], english)).to.equal('');
  });
});
