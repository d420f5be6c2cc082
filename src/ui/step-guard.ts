import type { ReactiveController, ReactiveElement } from 'lit';

/** A second click that comes sooner than this was meant for what stood there before. */
const holdsFor = 500;

/** Keeps the final button of a step off for the moment in which a double click could reach it. */
export class StepGuard implements ReactiveController {
  readonly #host: ReactiveElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  get holds(): boolean {
    return this.#timer !== undefined;
  }

  /** The step has just come up. */
  begin(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#host.requestUpdate();
    }, holdsFor);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
