import type { ReactiveController, ReactiveElement } from 'lit';

import { commonTexts } from './en.js';
import { isOfIntl, languageOf, watchLanguage } from './language.js';
import type { Speech } from './locale.js';
import { mergeTexts } from './merge-texts.js';
import type { AllMessages, CommonMessages } from './messages.js';
import { fetchTexts, isSpoken, textsOf } from './language-texts.js';

export interface LocaleConfig {
  /** The language that the page asked for; left out, the nearest `lang`. */
  locale: () => string | undefined;
  /** Texts that stand in for the built-in ones. */
  messages: () => Partial<AllMessages>;
}

/** Keeps its host in the language of the page around it. */
export class LocaleController implements Speech, ReactiveController {
  readonly #host: ReactiveElement;
  readonly #config: LocaleConfig;
  #stopWatching: (() => void) | undefined;
  #spoken: string | undefined;
  #tag: string | undefined;
  #messages: CommonMessages | undefined;

  constructor(host: ReactiveElement, config: LocaleConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stopWatching = watchLanguage(this.#host, () => {
      this.#host.requestUpdate();
    });
    this.#host.requestUpdate();
  }

  /** Looked up once an update, not once a text: the nearest `lang` may be far up the tree. */
  hostUpdate(): void {
    this.#spoken = this.#tag = undefined;
    this.#messages = undefined;
  }

  /**
   * Makes sure of the language that the next update speaks.
   * @returns what to wait for; it rejects where the language cannot be had
   */
  prepare(): Promise<unknown> | undefined {
    this.#spoken = undefined;
    return fetchTexts(this.#language);
  }

  hostDisconnected(): void {
    this.#stopWatching?.();
  }

  /** What `Intl` does not know writes numbers and dates as the nearest language that it does know. */
  get tag(): string {
    return (this.#tag ??= isOfIntl(this.#language)
      ? this.#language
      : languageOf(this.#host, this.#config.locale(), isOfIntl));
  }

  get messages(): CommonMessages {
    const spoken = textsOf(this.#language) ?? {};
    return (this.#messages ??= mergeTexts(
      mergeTexts(commonTexts, spoken),
      this.#config.messages(),
    ));
  }

  /** Of the texts. */
  get #language(): string {
    return (this.#spoken ??= languageOf(this.#host, this.#config.locale(), isSpoken));
  }

  get direction(): 'ltr' | 'rtl' {
    return this.#host.matches(':dir(rtl)') ? 'rtl' : 'ltr';
  }
}
