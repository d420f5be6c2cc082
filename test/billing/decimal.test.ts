import { expect } from 'chai';
import fc from 'fast-check';

import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  floorDivide,
  fractionDigits,
  isDecimal,
  isNegative,
  isZero,
  multiplyDecimals,
  subtractDecimals,
  sumDecimals,
} from '../../src/billing/decimal.js';

/** Any amount of cents, as the wire writes it. */
const cents = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
/** Any decimal, in any of the ways to write it: short and long, of few and many fraction digits. */
const anyDecimal = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.oneof(fc.bigInt(0n, 99n), fc.bigInt(0n, 10n ** 17n)),
    fc.constantFrom('', '.0', '.50', '.000000001', '.999999999999999', '.12345678901234567890'),
  )
  .map(([sign, whole, fraction]) => `${sign}${whole}${fraction}`);
const asDecimal = (value: bigint) => {
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

describe('exact decimals', () => {
  it('tells a decimal of the contract from other texts', () => {
    for (const good of ['0', '-3.40', '1234567890123456789.000000001', '0.00', '-0']) {
      expect(isDecimal(good), good).to.equal(true);
    }
    for (const bad of ['', '+1', '01', '1.', '.5', '1e3', 'NaN', ' 1', '1,000', '٣']) {
      expect(isDecimal(bad), bad).to.equal(false);
    }
  });

  it('divides prices without the errors of floats', () => {
    const vectors = [
      ['100.00', '0.20', '500'],
      ['184.60', '0.20', '923'],
      ['19.90', '0.10', '199'],
      ['0.30', '0.10', '3'],
      ['0.19', '0.20', '0'],
      ['-3.40', '0.20', '-17'],
      ['-3.41', '0.20', '-18'],
      ['3.41', '-0.20', '-18'],
      ['3.40', '-0.2', '-17'],
      ['-3.41', '-0.20', '17'],
      ['0.00', '-0.20', '0'],
      ['5', '0.25', '20'],
    ] as const;
    for (const [a, b, quotient] of vectors)
      expect(floorDivide(a, b), `${a} / ${b}`).to.equal(quotient);
  });

  it('rounds halves away from zero', () => {
    expect(divideDecimals('1', '8', 2)).to.equal('0.13');
    expect(divideDecimals('-1', '8', 2)).to.equal('-0.13');
    expect(divideDecimals('3976', '5', 1)).to.equal('795.2');
    expect(divideDecimals('7', '2', 0)).to.equal('4');
    expect(divideDecimals('1', '-8', 2)).to.equal('-0.13');
    expect(divideDecimals('-1', '-8', 2)).to.equal('0.13');
    expect(divideDecimals('0.00', '-8', 2)).to.equal('0.00');
    expect(() => divideDecimals('1', '0.0', 2)).to.throw(RangeError);
  });

  it('keeps the fraction digits it was given', () => {
    expect(addDecimals('1.10', '2')).to.equal('3.10');
    expect(subtractDecimals('0.00', '3.40')).to.equal('-3.40');
    expect(multiplyDecimals('20', '0.205')).to.equal('4.100');
    expect(sumDecimals(['10', '20', '30', '6'])).to.equal('66');
    expect(sumDecimals([])).to.equal('0');
    expect(fractionDigits('5.120')).to.equal(3);
  });

  it('knows that minus zero is zero and not negative', () => {
    expect(isZero('-0.00')).to.equal(true);
    expect(isZero('0.01')).to.equal(false);
    expect(subtractDecimals('3.40', '3.4')).to.equal('0.00');
    expect(isNegative('-0.00')).to.equal(false);
    expect(isNegative('-0.01')).to.equal(true);
  });

  it('refuses what is not a decimal instead of guessing', () => {
    expect(() => addDecimals('1e3', '1')).to.throw(RangeError, 'Not a decimal number.');
    for (const bad of ['', '1e3', '01', '.5', '1.', '+1', ' 1', '1.2.3', '0x1f', 'NaN']) {
      expect(() => sumDecimals(['1.50', bad]), bad).to.throw(RangeError);
    }
    expect(() => floorDivide('1', '0')).to.throw(RangeError);
  });

  it('adds, subtracts and compares as whole cents do', () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const [left, right] = [asDecimal(a), asDecimal(b)];
        expect(compareDecimals(addDecimals(left, right), asDecimal(a + b))).to.equal(0);
        expect(subtractDecimals(left, right)).to.equal(asDecimal(a - b));
        expect(Math.sign(compareDecimals(left, right))).to.equal(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it('sums a list up as it adds one to another, to the last digit', () => {
    fc.assert(
      fc.property(fc.array(anyDecimal), (list) => {
        expect(sumDecimals(list)).to.equal(list.reduce(addDecimals, '0'));
      }),
    );
  });

  it('sums up more than a float holds', () => {
    const most = '999999999999999';
    const counts = [5, 10, 9_999] as const;
    for (const count of counts) {
      const list = Array.from({ length: count }, () => most);
      expect(sumDecimals(list)).to.equal(String(BigInt(most) * BigInt(count)));
      expect(sumDecimals([...list.map((one) => `-${one}`), '0.5', ...list])).to.equal('0.5');
    }
  });

  it('divides so that the rest is smaller than the divisor', () => {
    fc.assert(
      fc.property(cents, fc.bigInt({ min: 1n, max: 10n ** 9n }), (a, b) => {
        const quotient = floorDivide(asDecimal(a), asDecimal(b));
        const rest = subtractDecimals(asDecimal(a), multiplyDecimals(quotient, asDecimal(b)));
        expect(isNegative(rest)).to.equal(false);
        expect(compareDecimals(rest, asDecimal(b))).to.equal(-1);
      }),
    );
  });
});
