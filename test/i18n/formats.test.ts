import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';

import { formatsOf } from '../../src/i18n/formats.js';
import { drawnOrder } from '../support/drawn-order.js';

const english = formatsOf('en');

/** What a formatted number says, digit by digit. */
const digits = (text: string) => text.replaceAll(/[^\d.]/g, '');

describe('numbers and money', () => {
  it('keep every digit that was sent', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 25n }),
        fc.integer({ min: 1, max: 9 }),
        (value, scale) => {
          const all = value.toString().padStart(scale + 1, '0');
          const amount = `${all.slice(0, -scale)}.${all.slice(-scale)}`;
          expect(digits(english.number(amount))).to.equal(amount);
          expect(digits(english.money({ amount, currency: 'USD' }))).to.equal(amount);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('show the fraction digits of the server, not those of the currency', () => {
    expect(english.money({ amount: '1500', currency: 'JPY' })).to.equal('¥1,500');
    expect(english.money({ amount: '5.125', currency: 'KWD' })).to.match(/5\.125$/);
    expect(english.money({ amount: '10.45', currency: 'HUF' })).to.match(/10\.45$/);
    expect(english.money({ amount: '7', currency: 'USD' })).to.equal('$7');
  });

  it('keep the sign', () => {
    expect(english.money({ amount: '-3.40', currency: 'USD' })).to.equal('-$3.40');
  });

  it('stand in one piece in a language that runs from right to left', async () => {
    const drawn = async (tag: string, amount: string, currency: string) => {
      const text = formatsOf(tag).money({ amount, currency });
      return drawnOrder(await fixture(html`<bdi dir="rtl">${text}</bdi>`));
    };
    for (const tag of ['ar', 'ar-AE']) {
      expect(await drawn(tag, '3.40', 'USD'), tag).to.equal('US$ 3.40');
      expect(await drawn(tag, '-3.40', 'USD'), tag).to.equal('US$ -3.40');
    }
    expect(await drawn('ar', '-3.40', 'CHF')).to.equal('CHF -3.40');
    expect(await drawn('he', '-3.40', 'USD')).to.equal('$ -3.40');
    expect(await drawn('he', '-3.40', 'CHF')).to.equal('CHF -3.40');
  });

  it('write an unknown currency out', () => {
    expect(english.money({ amount: '1234.57', currency: 'USDT' })).to.equal('USDT 1,234.57');
  });
});

describe('dates', () => {
  it('are the calendar date, whatever zone the browser is in', () => {
    expect(english.date('2026-01-01', 'long')).to.equal('January 1, 2026');
    expect(english.month('2026-03-01')).to.equal('March 2026');
    expect(english.dateRange('2026-03-01', '2026-03-31')).to.equal('Mar 1 – 31, 2026');
  });

  it('of an instant are those of the zone asked for', () => {
    expect(english.day('2026-03-18T02:00:00Z', 'America/New_York')).to.equal('March 17, 2026');
    expect(english.day('2026-03-18T02:00:00Z', 'UTC')).to.equal('March 18, 2026');
  });

  it('fall back to UTC in a zone that nobody knows', () => {
    expect(english.day('2026-03-18T02:00:00Z', 'Mars/Olympus')).to.equal('March 18, 2026');
  });
});
