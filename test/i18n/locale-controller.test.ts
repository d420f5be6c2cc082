import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';

import { formatsOf } from '../../src/i18n/formats.js';
import { LocaleController } from '../../src/i18n/locale-controller.js';
import type { AllMessages } from '../../src/i18n/messages.js';
import { settled } from '../support/mount.js';

@customElement('locale-host')
class LocaleHost extends LitElement {
  wanted: string | undefined;
  texts: Partial<AllMessages> = {};
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
      expect(formatsOf(el.i18n.tag).number('1'), nonsense).to.equal('1');
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
