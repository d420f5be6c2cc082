import { expect } from 'chai';

import { filesOf, found, withoutComments } from '../support/source.js';
import { english } from '../support/texts.js';

describe('The messages', () => {
  it('are each said by something', () => {
    const code = filesOf('src', '.ts')
      .filter(({ path }) => !/^src\/i18n\/(?:en\b|languages\/)/.test(path))
      .map(({ text }) => withoutComments(text))
      .join('\n');
    const said = found(code, /(?:messages|textsOf\(speech\))\.(\w+)/gu);
    expect(Object.keys(english).filter((key) => !said.includes(key))).to.eql([]);
  });
});
