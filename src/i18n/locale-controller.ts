import type { ReactiveController, ReactiveElement } from 'lit';

import { commonTexts } from './en.js';
import { languageOf, watchLanguage } from './language.js';
import type { Speech } from './locale.js';
import { mergeTexts } from './merge-texts.js';
import type { AllMessages, CommonMessages } from './messages.js';
import { fetchTexts, textsOf } from './language-texts.js';

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
    this.#tag = undefined;
    this.#messages = undefined;
  }

  /**
   * Makes sure of the language that the next update speaks.
   * @returns what to wait for; it rejects where the language cannot be had
   */
  prepare(): Promise<unknown> | undefined {
    this.#tag = undefined;
    return fetchTexts(this.tag);
  }

  hostDisconnected(): void {
    this.#stopWatching?.();
  }

  get tag(): string {
    return (this.#tag ??= languageOf(this.#host, this.#config.locale()));
  }

  get messages(): CommonMessages {
    const spoken = textsOf(this.tag) ?? {};
    return (this.#messages ??= mergeTexts(
      mergeTexts(commonTexts, spoken),
      this.#config.messages(),
    ));
  }

  get direction(): 'ltr' | 'rtl' {
    return this.#host.matches(':dir(rtl)') ? 'rtl' : 'ltr';
  }
}
