import { expect } from 'chai';
import { jsPDF } from 'jspdf';

import { font } from '../../src/export/fonts/semitic.font.js';
import { leaveTextAsIs, widthOf, wrapped } from '../../src/export/pdf-text.js';

const width = 120;

function newDocument(): jsPDF {
  const doc = new jsPDF({ unit: 'pt', compress: false, putOnlyUsedFonts: true });
  leaveTextAsIs(doc);
  doc.addFileToVFS('semitic.ttf', font);
  doc.addFont('semitic.ttf', 'semitic', 'normal');
  doc.setFont('semitic', 'normal');
  doc.setFontSize(10);
  return doc;
}

describe('a text that is wider than its column', () => {
  const doc = newDocument();
  const sentence = 'Support for the month of March, by agreement, at the price of last year';

  it('is broken between its words, as late as there is room', () => {
    const lines = wrapped(doc, sentence, width);
    expect(lines.length).to.be.greaterThan(1);
    expect(lines.join(' ')).to.equal(sentence);
    for (const [index, line] of lines.entries()) {
      expect(widthOf(doc, line)).to.be.at.most(width);
      const [next] = lines[index + 1]?.split(' ') ?? [];
      if (next !== undefined) expect(widthOf(doc, `${line} ${next}`)).to.be.greaterThan(width);
    }
  });

  it('is broken within a word where the word alone is too wide, and loses nothing of it', () => {
    const address = `https://billing.example/${'account/'.repeat(20)}`;
    const lines = wrapped(doc, `See ${address} today`, width);
    expect(lines.join('').replaceAll(' ', '')).to.equal(`See${address}today`);
    for (const line of lines) expect(widthOf(doc, line)).to.be.at.most(width);
  });

  it('is one line where it fits, whatever white space is in it', () => {
    expect(wrapped(doc, 'one\n two', width)).to.eql(['one two']);
    expect(wrapped(doc, '', width)).to.eql([]);
  });
});
