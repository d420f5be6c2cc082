import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';

import { BillingElement } from '../../src/elements/billing-element.js';
import { formatsOf } from '../../src/i18n/formats.js';
import { registerLanguage } from '../../src/i18n/language-texts.js';
import type { LanguageTexts } from '../../src/i18n/language-texts.js';
import type { BillingErrorEvent } from '../../src/ui/faces.events.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { storyTime } from '../support/clock.js';
import { held } from '../support/serving.js';

@customElement('speaking-element')
class SpeakingElement extends BillingElement {
  override reload(): void {
    this.requestUpdate();
  }

  protected override render() {
    const { denied, retry } = this.i18n.messages;
    return html`<p>${retry}, ${denied}</p>
      <data>${formatsOf(this.i18n.tag).number('1234.5')}</data>`;
  }
}

const said = (el: LitElement): string | undefined => el.shadowRoot?.querySelector('p')?.textContent;

/** An element that a page has put there, whether it says anything yet or not. */
const speaking = async (locale: string) => {
  const around = await fixture(html`<div></div>`);
  const el = new SpeakingElement();
  el.locale = locale;
  const heard: string[] = [];
  el.addEventListener('billing-error', ({ code }: BillingErrorEvent) => heard.push(code));
  around.append(el);
  return { el, heard };
};

const untilSaid = (el: LitElement, words: string): Promise<void> =>
  waitUntil(() => said(el) === words, words);

const english = 'Try again, You do not have access to this.';

describe('a language that the page brings', () => {
  let time: HeldTime;
  beforeEach(() => {
    time = holdTime(storyTime);
  });
  afterEach(() => {
    time.release();
  });

  it('is spoken, and what is missing of it is said in English', async () => {
    registerLanguage('nl', () => Promise.resolve({ retry: 'Opnieuw proberen' }));
    const { el } = await speaking('nl');
    await untilSaid(el, 'Opnieuw proberen, You do not have access to this.');
  });

  it('holds for every region that has none of its own', async () => {
    registerLanguage('nl', () => Promise.resolve({ retry: 'Opnieuw proberen' }));
    registerLanguage('nl-BE', () => Promise.resolve({ retry: 'Nog eens proberen' }));
    const [dutch, flemish] = [await speaking('nl-NL'), await speaking('nl-BE')];
    await waitUntil(() => said(dutch.el)?.startsWith('Opnieuw') === true, 'Dutch');
    await waitUntil(() => said(flemish.el)?.startsWith('Nog eens') === true, 'Flemish');
  });

  it('holds for its script, and whatever digits or calendar the page asks for', async () => {
    registerLanguage('zh-Hant', () => Promise.resolve({ retry: '再試一次' }));
    registerLanguage('sk_SK', () => Promise.resolve({ retry: 'Skúsiť znova' }));
    const [chinese, slovak] = [
      await speaking('zh-Hant-HK-u-nu-hanidec'),
      await speaking('sk-SK-u-ca-buddhist'),
    ];
    await untilSaid(chinese.el, '再試一次, You do not have access to this.');
    await untilSaid(slovak.el, 'Skúsiť znova, You do not have access to this.');
  });

  it('is spoken where Intl knows nothing of it; numbers are then those of the nearest language', async () => {
    registerLanguage('xx', () => Promise.resolve({ retry: 'Xoxo' }));
    const { el } = await speaking('xx-Latn');
    const around = el.parentElement;
    for (const [lang, number] of [
      ['de', '1.234,5'],
      ['hi-u-nu-deva', '१,२३४.५'],
      ['xx', '1,234.5'],
    ] as const) {
      around?.setAttribute('lang', lang);
      await untilSaid(el, 'Xoxo, You do not have access to this.');
      await waitUntil(() => el.shadowRoot?.querySelector('data')?.textContent === number, lang);
    }
  });

  it('is not spoken by a language that only begins like it', async () => {
    registerLanguage('xx', () => Promise.resolve({ retry: 'Xoxo' }));
    const { el } = await speaking('xxa');
    await untilSaid(el, english);
  });

  it('is fetched once, however many elements speak it', async () => {
    let fetched = 0;
    registerLanguage('sv', () => {
      fetched += 1;
      return Promise.resolve({ retry: 'Försök igen' });
    });
    const elements = [await speaking('sv'), await speaking('sv'), await speaking('sv')];
    for (const { el } of elements) {
      await waitUntil(() => said(el)?.startsWith('Försök igen') === true, 'Swedish');
    }
    expect(fetched).to.equal(1);
  });

  it('takes the place of another one while elements speak that', async () => {
    registerLanguage('da', () => Promise.resolve({ retry: 'Prøv igen' }));
    const { el } = await speaking('da');
    await waitUntil(() => said(el)?.startsWith('Prøv igen') === true, 'Danish');
    registerLanguage('da', () => Promise.resolve({ retry: 'Forsøg igen' }));
    await waitUntil(() => said(el)?.startsWith('Forsøg igen') === true, 'other Danish');
  });

  it('takes the place of another one that is still on its way', async () => {
    const [slow, meant] = [held<LanguageTexts>(), held<LanguageTexts>()];
    registerLanguage('et', () => slow.promise);
    const first = await speaking('et');
    registerLanguage('et', () => meant.promise);
    const later = await speaking('et');
    slow.resolve({ retry: 'Proovi veel kord' });
    await aTimeout(0);
    expect(said(first.el)).to.equal(undefined);
    meant.resolve({ retry: 'Proovi uuesti' });
    for (const { el } of [first, later]) {
      await untilSaid(el, 'Proovi uuesti, You do not have access to this.');
    }
  });

  it('is not undone by one that comes after it', async () => {
    const slow = held<LanguageTexts>();
    registerLanguage('lv', () => slow.promise);
    await speaking('lv');
    registerLanguage('lv', () => Promise.resolve({ retry: 'Mēģināt vēlreiz' }));
    const { el } = await speaking('lv');
    await untilSaid(el, 'Mēģināt vēlreiz, You do not have access to this.');
    slow.resolve({ retry: 'Vēlreiz' });
    await aTimeout(0);
    el.requestUpdate();
    await el.updateComplete;
    expect(said(el)).to.equal('Mēģināt vēlreiz, You do not have access to this.');
  });

  it('takes the place of a built-in one, as a whole', async () => {
    const { el } = await speaking('it-CH');
    await untilSaid(el, 'Riprova, Non hai accesso a questi dati.');
    registerLanguage('it', () => Promise.resolve({ retry: 'Ancora una volta' }));
    await untilSaid(el, 'Ancora una volta, You do not have access to this.');
  });

  it('takes the place of English too', async () => {
    registerLanguage('en', () => Promise.resolve({ retry: 'Once more' }));
    const { el } = await speaking('en');
    await untilSaid(el, 'Once more, You do not have access to this.');
    registerLanguage('en', () => Promise.resolve({}));
    await untilSaid(el, english);
  });

  it('is waited for, but not for ever: then English speaks until it comes', async () => {
    const texts = held<LanguageTexts>();
    registerLanguage('fi', () => texts.promise);
    const { el, heard } = await speaking('fi');
    await waitUntil(() => time.due.length > 0, 'the wait');
    await time.pass(2_999);
    expect(said(el)).to.equal(undefined);
    await time.pass(1);
    await untilSaid(el, english);
    texts.resolve({ retry: 'Yritä uudelleen' });
    await untilSaid(el, 'Yritä uudelleen, You do not have access to this.');
    expect(heard).to.eql([]);
  });

  it('that cannot be had is told to the page, and English speaks', async () => {
    registerLanguage('nb', () => Promise.reject(new TypeError('gone')));
    const { el, heard } = await speaking('nb');
    await untilSaid(el, english);
    expect(heard).to.eql(['module_failed']);
    el.requestUpdate();
    await el.updateComplete;
    expect(heard, 'once').to.have.length(1);
  });
});
