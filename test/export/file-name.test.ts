import { expect } from 'chai';
import fc from 'fast-check';

import { safeFileName } from '../../src/export/file-name.js';

describe('a file name', () => {
  it('stays as it is if every system takes it', () => {
    for (const name of ['usage-sessions.csv', 'Rechnung Größe 7.pdf', '請求書.pdf', 'a.b.c']) {
      expect(safeFileName(name)).to.equal(name);
    }
  });

  it('is written in composed characters, as not every system takes both for one', () => {
    expect(safeFileName('Gro\u0308\u202E\u00DFe.csv')).to.equal('Gr\u00F6\u00DFe.csv');
    expect(safeFileName('e\u202E\u0301.csv')).to.equal('\u00E9.csv');
  });

  it('has nothing that file systems reserve', () => {
    expect(safeFileName('a/b\\c:d*e?f"g<h>i|j.csv')).to.equal('a-b-c-d-e-f-g-h-i-j.csv');
    expect(safeFileName('../../etc/passwd')).to.equal('-..-etc-passwd');
  });

  it('has no controls, and nothing that turns its order on screen', () => {
    expect(safeFileName('a\0b\nc\x7Fd\x9F.csv')).to.equal('abcd.csv');
    expect(safeFileName('invoice\u202Efdp.exe')).to.equal('invoicefdp.exe');
    expect(safeFileName('\u2066a\u2069\u200E\u200F\u061Cb\uFEFF.csv')).to.equal('ab.csv');
  });

  it('has no dot and no space at its ends', () => {
    expect(safeFileName(' ..usage.csv. ')).to.equal('usage.csv');
    expect(safeFileName('.csv')).to.equal('csv');
  });

  it('is not that of a device', () => {
    for (const name of [
      'CON',
      'con.csv',
      'Nul.tar.gz',
      'COM1',
      'lpt9.csv',
      'aux .csv',
      'COM².csv',
    ]) {
      expect(safeFileName(name)).to.equal(`_${name}`);
    }
    for (const name of ['console.csv', 'COM.csv', 'COM10.csv', 'null.csv']) {
      expect(safeFileName(name)).to.equal(name);
    }
  });

  it('keeps its extension when it is cut', () => {
    const cut = safeFileName(`${'x'.repeat(300)}.csv`);
    expect(cut).to.equal(`${'x'.repeat(116)}.csv`);
    expect(safeFileName('x'.repeat(300))).to.equal('x'.repeat(120));
  });

  it('is never cut in the middle of a character', () => {
    expect(safeFileName(`${'x'.repeat(115)}😀😀.csv`)).to.equal(`${'x'.repeat(115)}.csv`);
  });

  it('is there even if nothing is left', () => {
    for (const name of ['', ' ', '...', '\u202E']) expect(safeFileName(name)).to.equal('file');
  });

  it('of any text is safe, and safe as it is', () => {
    const anyName = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: fc.constantFrom(...'con. /\\:"\u202E\0é😀', 'e\u0301'), maxLength: 200 }),
    );
    fc.assert(
      fc.property(anyName, (name) => {
        const safe = safeFileName(name);
        expect(safe).to.match(/^[^\s.](.*[^\s.])?$/su);
        expect(safe).not.to.match(
          /[/\\:*?"<>|\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u,
        );
        expect(safe.length).to.be.at.most(120);
        expect(safeFileName(safe)).to.equal(safe);
      }),
      { numRuns: 1000 },
    );
  });

  it('of a very long text takes no time', () => {
    const before = performance.now();
    safeFileName(`x${' '.repeat(100_000)}x`);
    expect(performance.now() - before).to.be.below(1000);
  });
});
