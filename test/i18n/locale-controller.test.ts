import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import { LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';

import { LocaleController } from '../../src/i18n/locale-controller.js';
import type { Messages } from '../../src/i18n/messages.js';
import { settled } from '../support/mount.js';

@customElement('locale-host')
class LocaleHost extends LitElement {
  wanted: string | undefined;
  texts: Partial<Messages> = {};
  updates = 0;

  readonly i18n = new LocaleController(this, {
    locale: () => this.wanted,
    messages: () => this.texts,
  });

  protected override updated(): void {
    this.updates += 1;
  }
}

const host = async (lang = 'en') => {
  const around = await fixture(html`<div lang=${lang}><locale-host></locale-host></div>`);
  const el = around.querySelector<LocaleHost>('locale-host');
  if (!el) throw new Error('not defined');
  return { around, el };
};

/** What a formatted number says, digit by digit. */
const digits = (text: string) => text.replaceAll(/[^\d.]/g, '');

describe('the language of an element', () => {
  it('is the one it asks for, else the nearest lang, across shadow hosts', async () => {
    const { around, el } = await host('de');
    expect(el.i18n.tag).to.equal('de');
    const shell = document.createElement('div');
    shell.lang = 'pl';
    around.append(shell);
    shell.attachShadow({ mode: 'open' }).append(el);
    await settled(el);
    expect(el.i18n.tag).to.equal('pl');
    el.wanted = 'fr-CA';
    el.requestUpdate();
    await settled(el);
    expect(el.i18n.tag).to.equal('fr-CA');
  });

  it('follows a lang that is set later', async () => {
    const { around, el } = await host('de');
    const before = el.updates;
    around.setAttribute('lang', 'ja');
    await settled(el);
    expect(el.updates).to.be.greaterThan(before);
    expect(el.i18n.tag).to.equal('ja');
  });

  it('survives underscores and nonsense', async () => {
    const { around, el } = await host('pt_BR');
    expect(el.i18n.tag).to.equal('pt-BR');
    for (const nonsense of ['C', '!!', 'xx', '']) {
      around.setAttribute('lang', nonsense);
      await settled(el);
      expect(el.i18n.number('1'), nonsense).to.equal('1');
    }
  });

  it('follows the direction of the page', async () => {
    const { around, el } = await host();
    expect(el.i18n.direction).to.equal('ltr');
    around.setAttribute('dir', 'rtl');
    await settled(el);
    expect(el.i18n.direction).to.equal('rtl');
  });
});

describe('numbers and money', () => {
  it('keep every digit that was sent', async () => {
    const { el } = await host();
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 25n }),
        fc.integer({ min: 1, max: 9 }),
        (value, scale) => {
          const all = value.toString().padStart(scale + 1, '0');
          const amount = `${all.slice(0, -scale)}.${all.slice(-scale)}`;
          expect(digits(el.i18n.number(amount))).to.equal(amount);
          expect(digits(el.i18n.money({ amount, currency: 'USD' }))).to.equal(amount);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('show the fraction digits of the server, not those of the currency', async () => {
    const { el } = await host();
    expect(el.i18n.money({ amount: '1500', currency: 'JPY' })).to.equal('¥1,500');
    expect(el.i18n.money({ amount: '5.125', currency: 'KWD' })).to.match(/5\.125$/);
    expect(el.i18n.money({ amount: '10.45', currency: 'HUF' })).to.match(/10\.45$/);
    expect(el.i18n.money({ amount: '7', currency: 'USD' })).to.equal('$7');
  });

  it('keep the sign', async () => {
    const { el } = await host();
    expect(el.i18n.money({ amount: '-3.40', currency: 'USD' })).to.equal('-$3.40');
  });

  it('write an unknown currency out', async () => {
    const { el } = await host();
    expect(el.i18n.money({ amount: '1234.57', currency: 'USDT' })).to.equal('USDT 1,234.57');
  });
});

describe('dates', () => {
  it('are the calendar date, whatever zone the browser is in', async () => {
    const { el } = await host();
    expect(el.i18n.date('2026-01-01', 'long')).to.equal('January 1, 2026');
    expect(el.i18n.month('2026-03-01')).to.equal('March 2026');
    expect(el.i18n.dateRange('2026-03-01', '2026-03-31')).to.equal('Mar 1 – 31, 2026');
  });

  it('of an instant are those of the zone asked for', async () => {
    const { el } = await host();
    expect(el.i18n.day('2026-03-18T02:00:00Z', 'America/New_York')).to.equal('March 17, 2026');
    expect(el.i18n.day('2026-03-18T02:00:00Z', 'UTC')).to.equal('March 18, 2026');
  });

  it('fall back to UTC in a zone that nobody knows', async () => {
    const { el } = await host();
    expect(el.i18n.day('2026-03-18T02:00:00Z', 'Mars/Olympus')).to.equal('March 18, 2026');
  });
});

describe('texts', () => {
  it('of the page stand in for the built-in ones, key by key', async () => {
    const { el } = await host();
    el.texts = { retry: 'Once more' };
    el.requestUpdate();
    await settled(el);
    expect(el.i18n.messages.retry).to.equal('Once more');
    expect(el.i18n.messages.signIn).to.equal('Sign in again');
  });
});
