import type { ReactiveController, ReactiveElement } from 'lit';

/** Where the focus may go, by what stands there. */
const places = {
  outcome: '[part~="outcome-heading"]',
  notice: '[part~="notice"]:not(.visually-hidden)',
  progress: '[part~="progress"]',
  way: '[part~="ways"] input:not(:disabled)',
  consent: '[part~="consent"] input',
  heading: '[part~="heading"]',
} as const;

export type Place = keyof typeof places;

/** Leads the focus from step to step, and never lets it fall to the page's body. */
export class FocusKeeper implements ReactiveController {
  readonly #host: ReactiveElement;
  #wanted: readonly Place[] = [];
  #at: Element | null | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#at = this.#host.shadowRoot?.activeElement;
  }

  hostUpdated(): void {
    const wanted = this.#wanted;
    this.#wanted = [];
    const at = this.#host.shadowRoot?.activeElement;
    // What would fall to the body is led to the title in every element; here is a better place.
    const isLost = this.#at && at !== this.#at && (!at || at.matches(places.heading));
    this.now(...wanted, ...(isLost ? (['outcome', 'heading'] as const) : []));
  }

  /** To the first of these places that there is. */
  now(...wanted: readonly Place[]): void {
    for (const place of wanted) {
      const found = this.#host.shadowRoot?.querySelector<HTMLElement>(places[place]);
      if (!found) continue;
      found.focus();
      return;
    }
  }

  /** Like `now`, once what is about to be drawn is there. */
  next(...wanted: readonly Place[]): void {
    this.#wanted = wanted;
    this.#host.requestUpdate();
  }
}
