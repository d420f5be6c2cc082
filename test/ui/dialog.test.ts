import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { css, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';

import { LocaleController } from '../../src/i18n/locale-controller.js';
import { LazyModule } from '../../src/state/lazy-module.js';
import { controls } from '../../src/ui/controls.styles.js';
import { LazyDialog } from '../../src/ui/dialog.js';
import type { DialogContent, DialogFrame } from '../../src/ui/dialog.js';
import { dialogFrame } from '../../src/ui/dialog.styles.js';
import type { BillingErrorEvent } from '../../src/ui/faces.events.js';
import { tokens } from '../../src/ui/tokens.styles.js';
import { accessibleNodes } from '../support/browser-commands.js';
import { parts, press, settled, textOf, texts } from '../support/mount.js';
import { held } from '../support/serving.js';

type Load = () => Promise<typeof Greeting>;

class Greeting implements DialogContent<string> {
  readonly styles = css`
    .greeting {
      text-decoration: underline;
    }
  `;

  #name = '';
  #steps = 0;
  readonly #frame: DialogFrame;

  constructor(frame: DialogFrame) {
    this.#frame = frame;
  }

  open(name: string): void {
    this.#name = name;
    this.#steps = 1;
  }

  render() {
    return html`
      <p part="greeting" class="greeting">Hello ${this.#name}, step ${this.#steps}</p>
      <input part="first" aria-label="First" />
      <button
        part="next"
        @click=${() => {
          this.#steps += 1;
          this.#frame.turnPage();
        }}
      >
        Next
      </button>
      <button part="done" @click=${() => this.#frame.close()}>Done</button>
    `;
  }
}

@customElement('dialog-host')
class DialogHost extends LitElement {
  static override styles = [tokens, controls, dialogFrame];

  @property({ attribute: false }) load: Load = () => Promise.resolve(Greeting);
  @property() owner = 'a';
  @property({ type: Boolean }) hasButton = true;

  readonly #locale = new LocaleController(this, { locale: () => 'en', messages: () => ({}) });

  readonly dialog = new LazyDialog<string, typeof Greeting>(this, {
    name: 'greeting',
    heading: () => 'Greeting',
    owner: () => this.owner,
    module: new LazyModule(this, () => this.load()),
    content: (Content, frame) => new Content(frame),
  });

  protected override render() {
    return html`
      <h2 part="heading" tabindex="-1">The host</h2>
      ${
        this.hasButton
          ? html`<button part="open" @click=${() => this.dialog.open('Ada')}>Open</button>`
          : nothing
      }
      ${this.dialog.render(this.#locale)}
    `;
  }
}

const shown = async (load?: Load): Promise<DialogHost> => {
  const around = await fixture(html`
    <div>
      <button id="before">Before</button>
      ${load ? html`<dialog-host .load=${load}></dialog-host>` : html`<dialog-host></dialog-host>`}
      <button id="after">After</button>
    </div>
  `);
  const el = around.querySelector<DialogHost>('dialog-host');
  if (!el) throw new Error('not defined');
  await settled(el);
  return el;
};

const focused = (el: DialogHost): string =>
  el.shadowRoot?.activeElement ? textOf(el.shadowRoot.activeElement) : '';

const opened = async (load?: Load): Promise<DialogHost> => {
  const el = await shown(load);
  press(el, 'open');
  await settled(el);
  return el;
};

describe('a dialog', () => {
  it('is not there until it is opened, and fetches nothing before', async () => {
    let fetches = 0;
    const el = await shown(() => {
      fetches += 1;
      return Promise.resolve(Greeting);
    });
    expect(parts(el, 'dialog')).to.eql([]);
    expect(fetches).to.equal(0);
    press(el, 'open');
    await settled(el);
    expect(texts(el, 'greeting')).to.eql(['Hello Ada, step 1']);
    expect(fetches).to.equal(1);
  });

  it('gives the focus to its heading, which names it', async () => {
    const el = await opened();
    expect(focused(el)).to.equal('Greeting');
    const dialogs = (await accessibleNodes()).filter(({ role }) => role === 'dialog');
    expect(dialogs.map(({ name }) => name)).to.eql(['Greeting']);
  });

  it('keeps the focus inside, whichever way Tab goes', async () => {
    const el = await opened();
    const isInside = () => {
      const { activeElement } = el.shadowRoot ?? {};
      return !activeElement || parts(el, 'dialog')[0]?.contains(activeElement);
    };
    const press = async (key: string) => {
      await sendKeys({ press: key });
      // Between its last and its first control, the browser's own controls have their turn.
      expect(['before', 'after']).not.to.contain(document.activeElement?.id);
      expect(isInside()).to.equal(true);
    };
    for (let times = 0; times < 7; times += 1) await press('Tab');
    await sendKeys({ down: 'Shift' });
    for (let times = 0; times < 9; times += 1) await press('Tab');
    await sendKeys({ up: 'Shift' });
  });

  it('closes by Esc, and gives the focus back to what opened it', async () => {
    const el = await opened();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => parts(el, 'dialog').length === 0);
    expect(focused(el)).to.equal('Open');
  });

  it('closes by its button, and opens again from the start', async () => {
    const el = await opened();
    press(el, 'next');
    await settled(el);
    expect(texts(el, 'greeting')).to.eql(['Hello Ada, step 2']);
    press(el, 'close');
    await settled(el);
    expect(parts(el, 'dialog')).to.eql([]);
    expect(focused(el)).to.equal('Open');
    press(el, 'open');
    await settled(el);
    expect(texts(el, 'greeting')).to.eql(['Hello Ada, step 1']);
    expect(parts<HTMLDialogElement>(el, 'dialog')[0]?.matches(':modal')).to.equal(true);
  });

  it('stays when it is closed and opened again in one go', async () => {
    const el = await opened();
    el.dialog.close();
    el.dialog.open('Grace');
    await settled(el);
    await settled(el);
    expect(texts(el, 'greeting')).to.eql(['Hello Grace, step 1']);
    expect(parts<HTMLDialogElement>(el, 'dialog')[0]?.matches(':modal')).to.equal(true);
  });

  it('stays when the browser tells late that the one before it has closed', async () => {
    const el = await opened();
    const [before] = parts(el, 'dialog');
    press(el, 'close');
    await settled(el);
    press(el, 'open');
    await settled(el);
    before?.dispatchEvent(new Event('close'));
    await settled(el);
    expect(parts<HTMLDialogElement>(el, 'dialog')[0]?.matches(':modal')).to.equal(true);
  });

  it('does not close by a click beside it, for that would lose what was typed', async () => {
    const el = await opened();
    parts<HTMLInputElement>(el, 'first')[0]?.focus();
    await sendKeys({ type: 'typed' });
    await sendMouse({ type: 'click', position: [3, 3] });
    await settled(el);
    expect(parts<HTMLInputElement>(el, 'first').map(({ value }) => value)).to.eql(['typed']);
  });

  it('gives the focus to the heading of its element where what opened it is gone', async () => {
    const el = await opened();
    el.hasButton = false;
    await settled(el);
    press(el, 'done');
    await settled(el);
    expect(focused(el)).to.equal('The host');
  });

  it('gives the focus to its heading again when a page is turned', async () => {
    const el = await opened();
    press(el, 'next');
    await settled(el);
    expect(focused(el)).to.equal('Greeting');
  });

  it('brings the looks of its content along', async () => {
    const el = await opened();
    const [greeting] = parts(el, 'greeting');
    expect(greeting && getComputedStyle(greeting).textDecorationLine).to.equal('underline');
  });

  it('says that it is on its way', async () => {
    const { promise, resolve } = held<typeof Greeting>();
    const el = await opened(() => promise);
    expect(textOf(parts(el, 'dialog')[0] ?? el)).to.contain('Loading');
    resolve(Greeting);
    await settled(el);
    expect(texts(el, 'greeting')).to.eql(['Hello Ada, step 1']);
    expect(textOf(parts(el, 'dialog')[0] ?? el)).not.to.contain('Loading');
  });

  it('says at once that it could not be fetched, once to the page, and tries again', async () => {
    let isThere = false;
    const heard: BillingErrorEvent[] = [];
    const el = await shown(() =>
      isThere ? Promise.resolve(Greeting) : Promise.reject(new TypeError('404')),
    );
    el.addEventListener('billing-error', (event) => heard.push(event));
    press(el, 'open');
    await settled(el);
    expect(textOf(parts(el, 'dialog')[0] ?? el)).to.contain(
      'A part of this page could not be loaded.',
    );
    expect(heard.map(({ code, tag }) => [code, tag])).to.eql([['module_failed', 'dialog-host']]);
    isThere = true;
    press(el, 'retry');
    await settled(el);
    expect(texts(el, 'greeting')).to.eql(['Hello Ada, step 1']);
    expect(focused(el)).to.equal('Greeting');
    expect(heard).to.have.length(1);
  });

  it('closes when its data becomes that of somebody else', async () => {
    const el = await opened();
    el.owner = 'b';
    await settled(el);
    expect(parts(el, 'dialog')).to.eql([]);
    expect(focused(el)).to.equal('Open');
  });

  it('stays modal when its element is moved', async () => {
    const el = await opened();
    document.body.append(el);
    await settled(el);
    expect(parts<HTMLDialogElement>(el, 'dialog')[0]?.matches(':modal')).to.equal(true);
    expect(focused(el)).to.equal('Greeting');
    el.remove();
  });

  it('does not come back with an element that left the page', async () => {
    const el = await opened();
    const around = el.parentElement;
    el.remove();
    await settled(el);
    around?.append(el);
    await settled(el);
    expect(parts(el, 'dialog')).to.eql([]);
  });

  it('is accessible, open and failed', async () => {
    await expect(await opened()).to.be.accessible();
    await expect(await opened(() => Promise.reject(new TypeError('404')))).to.be.accessible();
  });
});
