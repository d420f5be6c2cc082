import { expect } from 'chai';
import fc from 'fast-check';

import { addDecimals, compareDecimals, multiplyDecimals } from '../../src/billing/decimal.js';
import { amountFault, inDigitsOf, unitsFor } from '../../src/billing/reload-amount.js';
import type { AmountBounds } from '../../src/billing/reload-amount.js';

const usd = (amount: string) => ({ amount, currency: 'USD' });

/** What the product documents for one transaction. */
const bounds: AmountBounds = { min: usd('100.00'), max: usd('20000.00') };
const inDollars: AmountBounds = { ...bounds, step: '1' };

/** A number of cents as a decimal. */
const fromCents = (cents: number): string => {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

describe('the bounds of a reload', () => {
  const vectors = [
    ['99.99', 'too_small'],
    ['100.00', undefined],
    ['100', undefined],
    ['20000.00', undefined],
    ['20000.01', 'too_large'],
    ['100.005', 'too_fine'],
    ['100.0000', undefined],
    ['0', 'too_small'],
    ['-100.00', 'too_small'],
    ['99999999999999999999', 'too_large'],
  ] as const;
  for (const [amount, fault] of vectors) {
    it(fault ? `refuse ${amount}: ${fault}` : `take ${amount}`, () => {
      expect(amountFault(usd(amount), bounds)).to.equal(fault);
    });
  }

  it('refuse another currency', () => {
    expect(amountFault({ amount: '100.00', currency: 'EUR' }, bounds)).to.equal('currency');
  });

  it('count steps from the smallest amount, exactly', () => {
    expect(amountFault(usd('101'), inDollars)).to.equal(undefined);
    expect(amountFault(usd('100.50'), inDollars)).to.equal('off_step');
    const odd = { min: usd('10.00'), max: usd('100.00'), step: '0.10' };
    expect(amountFault(usd('10.30'), odd)).to.equal(undefined);
    expect(amountFault(usd('10.35'), odd)).to.equal('off_step');
    const tens = { min: usd('15.00'), max: usd('100.00'), step: '10' };
    expect(amountFault(usd('25.00'), tens)).to.equal(undefined);
    expect(amountFault(usd('20.00'), tens)).to.equal('off_step');
  });

  it('take as many digits as the finest of the three figures has', () => {
    const whole = { min: usd('100'), max: usd('20000') };
    expect(amountFault(usd('100.5'), whole)).to.equal('too_fine');
    expect(amountFault(usd('100.5'), { ...whole, step: '0.5' })).to.equal(undefined);
    const yen = { amount: '1500.5', currency: 'JPY' };
    const inYen = {
      min: { amount: '1000', currency: 'JPY' },
      max: { amount: '9000', currency: 'JPY' },
    };
    expect(amountFault(yen, inYen)).to.equal('too_fine');
  });

  it('see no step where the server sends zero', () => {
    expect(amountFault(usd('123.45'), { ...bounds, step: '0' })).to.equal(undefined);
  });

  it('take every step between the ends, and nothing beside them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 19_900 }),
        fc.integer({ min: 0, max: 99 }),
        (steps, cents) => {
          const amount = addDecimals('100.00', multiplyDecimals(String(steps), '1'));
          expect(amountFault(usd(amount), inDollars)).to.equal(undefined);
          const beside = addDecimals(amount, fromCents(cents));
          const fault = amountFault(usd(beside), inDollars);
          if (cents === 0) expect(fault).to.equal(undefined);
          else expect(fault).to.be.oneOf(['off_step', 'too_large']);
        },
      ),
    );
  });
});

describe('an amount that a person typed', () => {
  it('is written with the digits of the currency, and keeps its value', () => {
    expect(inDigitsOf('150', '100.00')).to.equal('150.00');
    expect(inDigitsOf('150.5', '100.00')).to.equal('150.50');
    expect(inDigitsOf('150.500', '100.00')).to.equal('150.50');
    expect(inDigitsOf('1500', '1000')).to.equal('1500');
    expect(inDigitsOf('150.505', '100.00')).to.equal('150.505');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (cents) => {
        const amount = fromCents(cents);
        expect(compareDecimals(inDigitsOf(amount, '1.000'), amount)).to.equal(0);
      }),
    );
  });
});

describe('what an amount pays for', () => {
  const vectors = [
    ['100.00', '0.20', '500'],
    ['184.60', '0.20', '923'],
    ['19.90', '0.10', '199'],
    ['0.30', '0.10', '3'],
    ['0.19', '0.20', '0'],
  ] as const;
  for (const [amount, price, units] of vectors) {
    it(`is ${units} at ${amount} and ${price} each`, () => {
      expect(unitsFor(usd(amount), usd(price))).to.equal(units);
    });
  }

  it('is not told without a price, at no price, or in another currency', () => {
    expect(unitsFor(usd('100.00'), undefined)).to.equal(undefined);
    expect(unitsFor(usd('100.00'), usd('0.00'))).to.equal(undefined);
    expect(unitsFor(usd('100.00'), { amount: '0.20', currency: 'EUR' })).to.equal(undefined);
  });
});
