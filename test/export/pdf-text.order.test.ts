import bidiFactory from 'bidi-js';
import { expect } from 'chai';
import { jsPDF } from 'jspdf';

import { font } from '../../src/export/fonts/semitic.font.js';
import { canDraw, clean, directionOf, drawText, leaveTextAsIs } from '../../src/export/pdf-text.js';
import { formatsOf } from '../../src/i18n/formats.js';

const bidi = bidiFactory();
const invisible = /[\u200B-\u200F\u061C\u2066-\u2069\u202A-\u202E]/gu;

/** What stands on paper from left to right by UAX #9, as another implementation has it. */
function expectedOrder(text: string, direction: 'ltr' | 'rtl'): string {
  const shaped = newDocument().processArabic(text);
  const levels = bidi.getEmbeddingLevels(shaped, direction);
  return bidi.getReorderedString(shaped, levels).replaceAll(invisible, '');
}

function newDocument(): jsPDF {
  const doc = new jsPDF({ unit: 'pt', compress: false, putOnlyUsedFonts: true });
  leaveTextAsIs(doc);
  doc.addFileToVFS('semitic.ttf', font);
  doc.addFont('semitic.ttf', 'semitic', 'normal');
  doc.setFont('semitic', 'normal');
  return doc;
}

/** What stands in the file from left to right, read back through the file's own map of its glyphs. */
function drawnOrder(text: string, direction: 'ltr' | 'rtl'): string {
  const doc = newDocument();
  drawText(doc, text, { x: 100, y: 100, align: 'left', isRtl: direction === 'rtl' });
  const file = doc.output();
  const letters = new Map(
    [...file.matchAll(/^<([0-9a-f]{4})><([0-9a-f]{4})>$/gim)].map(
      ([, glyph = '', code = '']) =>
        [glyph.toLowerCase(), String.fromCodePoint(parseInt(code, 16))] as const,
    ),
  );
  const drawn = [...file.matchAll(/<([0-9a-f]+)> Tj/gi)].map(([, hex = '']) => hex).join('');
  return (drawn.match(/.{4}/g) ?? [])
    .map((glyph) => letters.get(glyph.toLowerCase()) ?? '\uFFFD')
    .join('')
    .replaceAll(invisible, '');
}

const tags = ['en', 'pl', 'he', 'ar', 'ar-EG', 'fa', 'ur'];
const currencies = ['USD', 'EUR', 'ILS', 'KWD', 'JPY', 'INR'];
const amounts = ['1234567.10', '99.50', '-99.50', '0'];

describe('The order in which text is drawn', () => {
  for (const tag of tags) {
    it(`is that of UAX #9 for the prices of ${tag}, alone and in a sentence`, () => {
      const { money } = formatsOf(tag);
      const wrong: string[] = [];
      let compared = 0;
      for (const currency of currencies) {
        for (const amount of amounts) {
          const price = money({ amount, currency });
          for (const text of [price, `סך הכול: ${price}`, `المجموع: ${price}`, `Total: ${price}`]) {
            for (const direction of ['ltr', 'rtl'] as const) {
              const [drawn, wanted] = [
                drawnOrder(text, direction),
                expectedOrder(clean(text), direction),
              ];
              compared += 1;
              if (drawn !== wanted) wrong.push(`${direction} ${text}: ${drawn}, not ${wanted}`);
            }
          }
        }
      }
      expect(compared).to.equal(currencies.length * amounts.length * 8);
      expect(wrong).to.eql([]);
    });
  }

  it('is that of UAX #9 for words, brackets, and numbers among them', () => {
    const texts = [
      'תמיכה בעברית (ABC 12.5%)',
      'מס (8.25%)',
      'Support (שלום) 24/7',
      '2026-03-05 – 2026-04-05',
      'دعم باللغة العربية 24/7',
      'חשבונית INV-2026-07, עמוד 2 מתוך 3',
    ];
    for (const text of texts) {
      for (const direction of ['ltr', 'rtl'] as const) {
        expect(drawnOrder(text, direction), text).to.equal(expectedOrder(text, direction));
      }
    }
  });

  it('follows the first letter or mark of what other people wrote', () => {
    expect(directionOf('1 Street', 'rtl')).to.equal('ltr');
    expect(directionOf('12 רחוב', 'ltr')).to.equal('rtl');
    expect(directionOf('\u200F12 $', 'ltr')).to.equal('rtl');
    expect(directionOf('12.50', 'rtl')).to.equal('rtl');
  });

  it('is asked for only of what the font has', () => {
    const doc = newDocument();
    expect(canDraw(doc, 'مرحبا 12 ₪')).to.equal(true);
    expect(canDraw(doc, '日本')).to.equal(false);
  });
});
