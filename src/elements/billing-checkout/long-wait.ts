import type { ReactiveController, ReactiveElement } from 'lit';

/** From here on a wait is said to be long, in milliseconds. */
const patience = 4_000;

/** Knows whether a wait has become long; its host updates when it does. */
export class LongWait implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #isWaiting: () => boolean;
  #isLong = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveElement, isWaiting: () => boolean) {
    this.#host = host;
    this.#isWaiting = isWaiting;
    host.addController(this);
  }

  get isLong(): boolean {
    return this.#isLong && this.#isWaiting();
  }

  hostUpdated(): void {
    if (!this.#isWaiting()) {
      this.#stop();
      return;
    }
    this.#timer ??= setTimeout(() => {
      this.#isLong = true;
      this.#host.requestUpdate();
    }, patience);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isLong = false;
  }
}
