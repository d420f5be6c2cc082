import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';

import { checkoutLocale } from '../../src/i18n/checkout-messages.js';
import { checkoutMessages } from '../../src/i18n/en-checkout.js';
import { planUsageTexts } from '../../src/i18n/en-plan-usage.js';
import { usageChartTexts } from '../../src/i18n/en-usage-chart.js';
import { commonTexts } from '../../src/i18n/en.js';
import { LocaleController } from '../../src/i18n/locale-controller.js';
import type { AllMessages } from '../../src/i18n/messages.js';

class Speaker extends LitElement {
  texts: Partial<AllMessages> = {};

  readonly i18n = new LocaleController(this, {
    locale: () => 'en',
    messages: () => this.texts,
  });
}
customElements.define('checkout-speaker', Speaker);

const speaker = () => fixture<Speaker>(html`<checkout-speaker></checkout-speaker>`);

describe('the language of dialogs and of the payment page', () => {
  it('has no key that the first texts have, so that a page can replace either', () => {
    const firstKeys = new Set(
      [commonTexts, planUsageTexts, usageChartTexts].flatMap((texts) => Object.keys(texts)),
    );
    expect(Object.keys(checkoutMessages).filter((key) => firstKeys.has(key))).to.eql([]);
  });

  it('says its own texts and the first ones, each as the page wants it', async () => {
    const { i18n, texts } = await speaker();
    Object.assign(texts, { continue: 'Go on', retry: 'Once more' });
    const locale = checkoutLocale(i18n);
    expect(locale.messages.continue).to.equal('Go on');
    expect(locale.messages.retry).to.equal('Once more');
    expect(locale.messages.back).to.equal('Back');
    expect(locale.messages.loading).to.equal('Loading…');
  });

  it('writes numbers and dates like the language that it stands on', async () => {
    const { i18n } = await speaker();
    const locale = checkoutLocale(i18n);
    expect(locale.tag).to.equal(i18n.tag);
    const money = { amount: '1234.50', currency: 'USD' };
    expect(locale.money(money)).to.equal('$1,234.50');
    expect(locale.day('2026-03-18T02:00:00Z', 'America/New_York')).to.equal('March 17, 2026');
  });
});
