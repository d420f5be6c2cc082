import { expect } from 'chai';
import fc from 'fast-check';

import { cellText, isBare } from '../../src/export/csv-cells.js';
import { formulas, mightRun } from './formulas.js';

const numRuns = 1000;
const decimal = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.bigInt({ min: 0n, max: 10n ** 40n }),
    fc.stringMatching(/^\d{0,20}$/),
  )
  .map(([sign, whole, fraction]) => `${sign}${whole}${fraction && `.${fraction}`}`);
const isZero = (number: string) => /^-?[0.]+$/.test(number);

describe('a CSV cell', () => {
  describe('of a number column', () => {
    const number = (cell: string | number | null | undefined) => cellText(cell, 'number', true);

    it('is the number that was sent, digit by digit', () => {
      fc.assert(
        fc.property(
          decimal.filter((text) => !isZero(text)),
          (text) => {
            expect(number(text)).to.equal(text);
            expect(isBare(text, 'number')).to.equal(true);
          },
        ),
        { numRuns },
      );
    });

    it('writes a JSON number out, without an exponent', () => {
      expect(number(1e21)).to.equal('1000000000000000000000');
      expect(number(-1.5e-7)).to.equal('-0.00000015');
      expect(number(1.25e25)).to.equal('12500000000000000000000000');
      expect(number(5e-324)).to.equal(`0.${'0'.repeat(323)}5`);
      expect(number(12.5)).to.equal('12.5');
      expect(number(100)).to.equal('100');
    });

    it('gives a JSON number back as it was', () => {
      const numbers = fc.double({ noNaN: true, noDefaultInfinity: true });
      fc.assert(
        fc.property(numbers, (value) => {
          const text = number(value) ?? '';
          expect(isBare(text, 'number'), text).to.equal(true);
          expect(Number(text)).to.equal(value === 0 ? 0 : value);
        }),
        { numRuns },
      );
    });

    it('writes whole JSON numbers as they are, as far as they are exact', () => {
      fc.assert(
        fc.property(fc.maxSafeInteger(), (value) => {
          expect(number(value)).to.equal(BigInt(value).toString());
        }),
        { numRuns },
      );
    });

    it('knows no negative zero', () => {
      expect(number(-0)).to.equal('0');
      expect(number('-0')).to.equal('0');
      expect(number('-0.00')).to.equal('0.00');
      expect(number('-0.01')).to.equal('-0.01');
    });

    it('is empty where there is no number', () => {
      for (const cell of [null, undefined, NaN, Infinity, -Infinity]) {
        expect(number(cell)).to.equal(null);
      }
    });

    it('is guarded text where something else was sent', () => {
      const others = [
        '1,000.00',
        '$5',
        '1e+21',
        'NaN',
        '',
        '+5',
        ' 5',
        '5 ',
        '5.',
        '.5',
        '5\n',
        '٥',
        '−5',
        '=1',
      ];
      for (const text of others) {
        expect(isBare(text, 'number'), text).to.equal(false);
        expect(mightRun(number(text) ?? ''), text).to.equal(false);
      }
      expect(number('1e+21')).to.equal('1e+21');
      expect(number('+5')).to.equal("'+5");
    });
  });

  describe('of a date column', () => {
    const asSent = [
      '2026-03-18',
      '2026-03-18T00:13:04-04:00',
      '2026-03-18T00:13:04.5Z',
      '2026-03-18t00:13z',
      '2026-03-18T00:13',
    ];

    it('is the ISO date that was sent', () => {
      for (const date of asSent) {
        expect(cellText(date, 'date', true)).to.equal(date);
        expect(isBare(date, 'date'), date).to.equal(true);
      }
    });

    it('is text where something else was sent', () => {
      for (const text of ['18.03.2026', '2026-03-18 =1', '2026-03-18\n', '-1', '5', '']) {
        expect(isBare(text, 'date'), text).to.equal(false);
      }
    });
  });

  describe('of a text column', () => {
    const text = (cell: string | number | null) => cellText(cell, 'text', true);

    it('is never bare', () => {
      for (const cell of ['x', '5', '2026-03-18', '']) expect(isBare(cell, 'text')).to.equal(false);
    });

    it('leaves a negative number alone, whether it came as a number or as text', () => {
      expect(text('-5.25')).to.equal('-5.25');
      expect(text(-5.25)).to.equal('-5.25');
      expect(text('-0')).to.equal('-0');
    });

    it('leaves ids alone, zeros and all', () => {
      expect(text('000123')).to.equal('000123');
      expect(text('615f0c2e9b000000000001')).to.equal('615f0c2e9b000000000001');
    });

    it('tells the empty text from what is missing', () => {
      expect(text('')).to.equal('');
      expect(text(null)).to.equal(null);
    });

    it('puts a mark before what a spreadsheet would run, and changes nothing else', () => {
      for (const formula of formulas) {
        expect(mightRun(formula), formula).to.equal(true);
        expect(text(formula)).to.equal(`'${formula}`);
      }
    });

    it('never begins live', () => {
      const near = fc.array(fc.constantFrom(...' \t\r\n\0=+-@＝＋－＠1.x\'"'), { maxLength: 6 });
      const any = fc.oneof(
        near.map((characters) => characters.join('')),
        fc.string({ unit: 'binary' }),
      );
      fc.assert(
        fc.property(any, (cell) => {
          const written = text(cell) ?? '';
          expect(written).to.equal(mightRun(cell) ? `'${cell}` : cell);
          expect(mightRun(written)).to.equal(false);
        }),
        { numRuns },
      );
    });

    it('is as it was for a machine that asked for no guard', () => {
      for (const formula of formulas) {
        expect(cellText(formula, 'text', false)).to.equal(formula);
      }
    });
  });
});
