import { html, nothing, svg } from 'lit';
import type { CSSResult, ReactiveController, ReactiveElement, TemplateResult } from 'lit';

import type { Speech } from '../i18n/locale.js';
import type { Loadable } from '../state/query.js';
import { PartFace } from './part-face.js';

/** A dialog as what is in it may know it. */
export interface DialogFrame {
  readonly isOpen: boolean;
  readonly close: () => void;
  /** Another step is shown: it is read from its top, and the focus goes there. */
  readonly turnPage: () => void;
}

/** What is in a dialog: fetched when it first opens, and kept from then on. */
export interface DialogContent<Subject> {
  /** Looks that its element does not bring. */
  readonly styles: CSSResult;
  /** Starts anew, for a subject. */
  open(subject: Subject): void;
  render(speech: Speech): TemplateResult;
}

/** Code that is fetched when it is first needed. */
interface Fetched<Module> extends Loadable<Module> {
  start(): void;
}

export interface LazyDialogConfig<Subject, Module> {
  /** Unique within its element. */
  readonly name: string;
  /** As wide as a comparison needs it. */
  readonly isWide?: boolean;
  readonly heading: (speech: Speech) => string;
  /** Whose data it shows: once that is somebody else's, the dialog closes. */
  readonly owner: () => unknown;
  readonly module: Fetched<Module>;
  readonly content: (module: Module, frame: DialogFrame) => DialogContent<Subject>;
  /**
   * It is gone.
   * @param byPerson - Somebody has closed it; else its element or its data went.
   */
  readonly closed?: (byPerson: boolean) => void;
}

interface Shown<Subject> {
  readonly subject: Subject;
  readonly owner: unknown;
}

const cross = svg`<path d="M4 4l8 8M12 4l-8 8" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/>`;

/**
 * A modal dialog in an element's own shadow root. Its heading takes the focus; Esc and "Close"
 * close it, a click beside it does not, for what was typed would be lost; then the focus goes back
 * to where it was, or to the element's heading.
 */
export class LazyDialog<Subject, Module = unknown> implements ReactiveController, DialogFrame {
  readonly #host: ReactiveElement;
  readonly #config: LazyDialogConfig<Subject, Module>;
  readonly #face: PartFace<Module>;
  #content: DialogContent<Subject> | undefined;
  #shown: Shown<Subject> | undefined;
  #opener: Element | null = null;
  #movesFocus: 'in' | 'back' | undefined;

  constructor(host: ReactiveElement, config: LazyDialogConfig<Subject, Module>) {
    this.#host = host;
    this.#config = config;
    this.#face = new PartFace(host, config.module);
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#shown !== undefined;
  }

  open(subject: Subject): void {
    if (this.isOpen) return;
    this.#opener = this.#root?.activeElement ?? null;
    this.#shown = { subject, owner: this.#config.owner() };
    this.#movesFocus = 'in';
    this.#content?.open(subject);
    this.#config.module.start();
    this.#host.requestUpdate();
  }

  readonly close = (): void => {
    this.#end(true);
  };

  readonly turnPage = (): void => {
    this.#movesFocus = 'in';
    this.#host.requestUpdate();
  };

  hostUpdate(): void {
    if (this.#shown && this.#shown.owner !== this.#config.owner()) this.#end(false);
    const { content, module } = this.#config;
    if (!this.#shown || this.#content || module.value === undefined) return;
    this.#content = content(module.value, this);
    this.#content.open(this.#shown.subject);
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    if (dialog && this.isOpen) {
      this.#adoptStyles();
      this.#show(dialog);
    }
    const to = this.#movesFocus;
    this.#movesFocus = undefined;
    if (to === 'in') this.#enter();
    if (to === 'back') this.#leave();
  }

  hostDisconnected(): void {
    // A move within the document is no departure; a dialog that comes back later is none either.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#end(false);
    });
  }

  render(speech: Speech): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    const { heading, isWide = false, name } = this.#config;
    return html`<dialog
      id=${name}
      part="dialog"
      class="dialog ${isWide ? 'wide' : ''}"
      aria-labelledby="${name}-heading"
      @close=${this.#closed}
    >
      <div part="dialog-head" class="dialog-head">
        <h2 id="${name}-heading" part="dialog-heading" tabindex="-1">${heading(speech)}</h2>
        <button part="close button plain" class="button plain" type="button" @click=${this.close}>
          <svg part="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            ${cross}
          </svg>
          <span class="visually-hidden">${speech.messages.close}</span>
        </button>
      </div>
      <div part="dialog-body" class="dialog-body">
        ${this.#face.render(speech, () => this.#content?.render(speech), this.turnPage)}
      </div>
    </dialog>`;
  }

  #end(byPerson: boolean): void {
    if (!this.isOpen) return;
    this.#shown = undefined;
    this.#movesFocus = 'back';
    this.#dialog?.close();
    this.#config.closed?.(byPerson);
    this.#host.requestUpdate();
  }

  get #root(): ShadowRoot | null {
    return this.#host.shadowRoot;
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.#root?.querySelector<HTMLDialogElement>(`dialog#${this.#config.name}`);
  }

  #show(dialog: HTMLDialogElement): void {
    if (dialog.matches(':modal') || !dialog.isConnected) return;
    // A dialog that was moved within the document is still `open`, but no longer modal.
    dialog.removeAttribute('open');
    dialog.showModal();
    this.#movesFocus = 'in';
  }

  #adoptStyles(): void {
    const sheet = this.#content?.styles.styleSheet;
    const root = this.#root;
    if (sheet && root && !root.adoptedStyleSheets.includes(sheet)) {
      root.adoptedStyleSheets.push(sheet);
    }
  }

  #enter(): void {
    const heading = this.#dialog?.querySelector<HTMLElement>('[part~="dialog-heading"]');
    heading?.focus();
    this.#dialog?.querySelector('.dialog-body')?.scrollTo({ top: 0 });
  }

  /** The browser itself gives the focus back, but not to what is gone by now. */
  #leave(): void {
    const opener = this.#opener;
    this.#opener = null;
    if (this.#root?.activeElement) return;
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    if (this.#root?.activeElement) return;
    this.#root?.querySelector<HTMLElement>('[part~="heading"]')?.focus();
  }

  readonly #closed = ({ currentTarget }: Event): void => {
    // The event comes a task later: by then the dialog may have been opened again, as another element.
    if (currentTarget === this.#dialog && !this.#dialog?.open) this.close();
  };
}
