import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';

import { BillingElement } from '../../src/elements/billing-element.js';
import { formatsOf } from '../../src/i18n/formats.js';
import { registerLanguage } from '../../src/i18n/language-texts.js';
import type { LanguageTexts } from '../../src/i18n/language-texts.js';
import type { BillingErrorEvent } from '../../src/ui/faces.events.js';

// The browser keeps the first 250 only, and a page of tests fetches more than that.
performance.setResourceTimingBufferSize(5_000);

@customElement('dated-element')
class DatedElement extends BillingElement {
  override reload(): void {
    this.requestUpdate();
  }

  protected override render() {
    const { date, number } = formatsOf(this.i18n.tag);
    const { close } = this.i18n.messages;
    return html`<p>${close}</p>
      <time>${date('2026-03-18', 'long')}</time>
      <data>${number('1234.5')}</data>`;
  }
}

const said = (el: LitElement, tag = 'p'): string | undefined =>
  el.shadowRoot?.querySelector(tag)?.textContent;

/** An element on a page of a language, with what it told the page of. */
const onPage = async (lang: string) => {
  document.documentElement.lang = 'en';
  const page = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  const el = new DatedElement();
  const heard: string[] = [];
  el.addEventListener('billing-error', ({ code }: BillingErrorEvent) => heard.push(code));
  page.append(el);
  await el.updateComplete;
  return { el, heard, page };
};

/** The languages that have been fetched so far, by the names of their files. */
const fetched = (): string[] => {
  const files = performance.getEntriesByType('resource').map(({ name }) => name);
  const found = files.flatMap((name) => /\/i18n\/languages\/(\w+)\.[jt]s/u.exec(name)?.[1] ?? []);
  return [...new Set(found)].sort();
};

describe('the language of the page', () => {
  it('is fetched when it is spoken first, and no other with it', async () => {
    await onPage('en-GB');
    const before = fetched();
    expect(before).not.to.include('pl');
    const { el } = await onPage('pl');
    expect(said(el)).to.equal('Zamknij');
    await waitUntil(() => fetched().includes('pl'), 'the browser tells of the file');
    expect(fetched()).to.deep.equal([...before, 'pl'].sort());
  });

  it('may be named as other systems do, with a region that is not among the built-in ones', async () => {
    for (const [lang, words] of [
      ['de_AT', 'Schließen'],
      ['pt-PT', 'Fechar'],
      ['es-419', 'Cerrar'],
      ['iw', 'סגירה'],
      ['ZH-cn', '关闭'],
      ['zh-SG', '关闭'],
    ] as const) {
      const { el } = await onPage(lang);
      expect(said(el), lang).to.equal(words);
    }
  });

  it('is English where it is none that is known, and nobody is told of a failure', async () => {
    for (const lang of ['en_US', 'xx', 'C', '', 'nl', 'x-klingon', '../de', 'constructor']) {
      const { el, heard } = await onPage(lang);
      expect(said(el), lang).to.equal('Close');
      expect(heard, lang).to.eql([]);
    }
  });

  it('does not give simplified characters to those who read the traditional ones', async () => {
    for (const lang of ['zh-TW', 'zh-HK', 'zh-Hant']) {
      const { el } = await onPage(lang);
      expect(said(el), lang).to.equal('Close');
      expect(said(el, 'time'), lang).to.equal('2026年3月18日');
    }
  });

  it('is followed when it changes, there and back', async () => {
    const { el, page } = await onPage('ko');
    expect(said(el)).to.equal('닫기');
    page.lang = 'ja';
    await waitUntil(() => said(el) === '閉じる', 'Japanese');
    page.lang = 'en';
    await waitUntil(() => said(el) === 'Close', 'English');
    page.lang = 'ko';
    await waitUntil(() => said(el) === '닫기', 'Korean again');
  });

  it('leaves what the page put inside on show until it is there, and only at first', async () => {
    let [arrive, isAsked] = [(_texts: LanguageTexts): void => undefined, false];
    registerLanguage('fy', () => new Promise((resolve) => (arrive = resolve)));
    registerLanguage('lb', () => {
      isAsked = true;
      return new Promise(() => undefined);
    });
    const page = await fixture<HTMLElement>(html`<div lang="fy"></div>`);
    const el = new DatedElement();
    const inside = document.createElement('span');
    inside.textContent = 'Your plan is in your mail.';
    el.append(inside);
    page.append(el);
    await waitUntil(() => inside.checkVisibility() && el.shadowRoot, 'what is inside');
    arrive({ close: 'Slute' });
    await waitUntil(() => said(el) === 'Slute', 'Frisian');
    expect(inside.checkVisibility()).to.be.false;
    page.lang = 'lb';
    await waitUntil(() => isAsked, 'Luxembourgish');
    expect(inside.checkVisibility()).to.be.false;
    expect(said(el)).to.equal('Slute');
  });

  it('is outdone by the one that an element is told', async () => {
    const { el } = await onPage('fr');
    expect(said(el)).to.equal('Fermer');
    el.locale = 'it';
    await el.updateComplete;
    expect(said(el)).to.equal('Chiudi');
  });

  it('keeps the digits and the calendar that are forced on it', async () => {
    for (const [locale, words, date, number] of [
      ['ar-EG-u-nu-latn', 'إغلاق', '18 مارس 2026', '1,234.5'],
      ['ar-EG-u-nu-arab', 'إغلاق', '١٨ مارس ٢٠٢٦', '١٬٢٣٤٫٥'],
      ['de-u-ca-buddhist', 'Schließen', '18. März 2569 BE', '1.234,5'],
      ['hi-u-nu-deva', 'बंद करें', '१८ मार्च २०२६', '१,२३४.५'],
    ] as const) {
      const { el } = await onPage('en');
      el.locale = locale;
      await el.updateComplete;
      expect(said(el), locale).to.equal(words);
      expect(said(el, 'time'), locale).to.equal(date);
      expect(said(el, 'data'), locale).to.equal(number);
    }
  });
});
