import { expect } from 'chai';
import fc from 'fast-check';

import {
  minorOfMoney,
  moneyOfMajor,
  moneyOfMinor,
  quantityOf,
} from '../../../src/engines/shared/money.js';

describe('money of engines', () => {
  it('has the digits of ISO 4217, whatever Intl says', () => {
    const shown = (amount: number, currency: string) => moneyOfMinor(amount, currency).amount;
    expect(shown(1045, 'huf')).to.equal('10.45');
    expect(shown(1045, 'IDR')).to.equal('10.45');
    expect(shown(1045, 'JPY')).to.equal('1045');
    expect(shown(1045, 'KWD')).to.equal('1.045');
    expect(shown(1045, 'CLF')).to.equal('0.1045');
    expect(shown(-5, 'USD')).to.equal('-0.05');
    expect(shown(-0, 'USD')).to.equal('0.00');
    expect(moneyOfMinor(1, 'eur').currency).to.equal('EUR');
  });

  it("follows a vendor's own minor units, and drops no digit that counts", () => {
    const exceptions = { ISK: 2, MGA: 0 };
    expect(moneyOfMinor(12300, 'isk', exceptions).amount).to.equal('123');
    expect(moneyOfMinor(12350, 'isk', exceptions).amount).to.equal('123.5');
    expect(moneyOfMinor(100, 'mga', exceptions).amount).to.equal('100.00');
    expect(minorOfMoney({ amount: '123', currency: 'ISK' }, exceptions)).to.equal(12300n);
  });

  it('takes prices below a minor unit, and amounts beyond what a float holds', () => {
    expect(moneyOfMinor('0.5', 'usd').amount).to.equal('0.005');
    expect(moneyOfMinor('1234567890123456789012', 'usd').amount).to.equal(
      '12345678901234567890.12',
    );
    expect(() => moneyOfMinor(2 ** 60, 'usd')).to.throw('upstream_unavailable');
    expect(() => moneyOfMinor(1.5, 'usd')).to.throw('upstream_unavailable');
  });

  it('takes floats for their shortest decimal', () => {
    expect(moneyOfMajor(0.1, 'USD').amount).to.equal('0.10');
    expect(moneyOfMajor(1e-7, 'USD').amount).to.equal('0.0000001');
    expect(moneyOfMajor('12', 'KWD').amount).to.equal('12.000');
    expect(() => moneyOfMajor(NaN, 'USD')).to.throw('upstream_unavailable');
  });

  it('comes back as the minor units that it was made of', () => {
    const currency = fc.constantFrom('USD', 'JPY', 'KWD', 'CLF', 'HUF');
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), currency, (minor, code) => {
        expect(minorOfMoney(moneyOfMinor(minor, code))).to.equal(minor);
      }),
    );
    expect(minorOfMoney({ amount: '0.005', currency: 'USD' })).to.equal(undefined);
  });

  it('tells a currency from anything else', () => {
    expect(() => moneyOfMinor(1, 'dollars')).to.throw('upstream_unavailable');
  });

  it('writes quantities without an exponent', () => {
    expect(quantityOf(1e21)).to.equal('1000000000000000000000');
    expect(quantityOf('1.5e3')).to.equal('1500');
    expect(quantityOf('0.30')).to.equal('0.30');
    expect(quantityOf(-0)).to.equal('0');
    for (const wrong of ['', 'many', 'NaN', Infinity]) {
      expect(() => quantityOf(wrong), String(wrong)).to.throw('upstream_unavailable');
    }
  });
});
