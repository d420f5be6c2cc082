import { html } from 'lit';
import type { ReactiveController, ReactiveElement, TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import type { UsageChartLocale as Locale } from '../../i18n/locale.js';

/** What the file is to hold. */
export type ExportContent = 'summary' | 'records';

/** The button that exports, and the choice behind it where there is one. */
export class ExportMenu implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #choose: (content: ExportContent) => void;
  #isOpen = false;

  constructor(host: ReactiveElement, choose: (content: ExportContent) => void) {
    this.#host = host;
    this.#choose = choose;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#isOpen = false;
  }

  render(hasRecords: boolean, isBusy: boolean, { messages }: Locale): TemplateResult {
    const isOpen = this.#isOpen && hasRecords && !isBusy;
    return html`<div class="export" @keydown=${this.#closeOnEscape} @focusout=${this.#closeOutside}>
      <button
        id="export"
        part="export button"
        class="button"
        type="button"
        aria-expanded=${ifDefined(hasRecords ? flag(isOpen) : undefined)}
        aria-controls=${ifDefined(hasRecords ? 'export-choices' : undefined)}
        aria-disabled=${flag(isBusy)}
        @click=${() => {
          if (isBusy) return;
          if (hasRecords) this.#open(!isOpen);
          else this.#choose('summary');
        }}
      >
        ${messages.exportCsv}
      </button>
      <ul id="export-choices" part="export-choices" class="choices" role="list" ?hidden=${!isOpen}>
        ${this.#renderChoice('summary', messages.exportSummary)}
        ${this.#renderChoice('records', messages.exportRecords)}
      </ul>
    </div>`;
  }

  /** Where focus goes when something of the export goes away. */
  focus(): void {
    this.#host.renderRoot.querySelector<HTMLElement>('#export')?.focus();
  }

  #renderChoice(content: ExportContent, name: string) {
    return html`<li>
      <button
        part="export-${content} choice-button"
        class="choice-button"
        type="button"
        @click=${() => {
          this.#open(false);
          this.focus();
          this.#choose(content);
        }}
      >
        ${name}
      </button>
    </li>`;
  }

  #open(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#host.requestUpdate();
  }

  readonly #closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#isOpen) return;
    event.stopPropagation();
    this.#open(false);
    this.focus();
  };

  readonly #closeOutside = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!this.#isOpen || !(currentTarget instanceof HTMLElement)) return;
    if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
    this.#open(false);
  };
}

const flag = (isSet: boolean): 'true' | 'false' => (isSet ? 'true' : 'false');
