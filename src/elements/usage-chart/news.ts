import { html } from 'lit';
import type { TemplateResult } from 'lit';

import type { UsageFigure } from './figure.js';

/**
 * What is told of a figure that somebody has chosen, once it is there. What comes by itself, a refresh
 * or another day, is not told; and what was told is taken back once it no longer is what is shown.
 */
export class ChosenNews {
  #isDue = false;
  #told: { readonly of: UsageFigure; readonly text: string } | undefined;

  /** Another range, meter or group was chosen. */
  expect(): void {
    this.#isDue = true;
    this.#told = undefined;
  }

  /** @param words - What is told of a figure. */
  render(figure: UsageFigure | undefined, words: (figure: UsageFigure) => string): TemplateResult {
    if (figure && this.#isDue) {
      this.#isDue = false;
      this.#told = { of: figure, text: words(figure) };
    }
    if (this.#told?.of !== figure) this.#told = undefined;
    return html`<p class="visually-hidden" role="status"><bdi>${this.#told?.text}</bdi></p>`;
  }
}
