import type { ReactiveController, ReactiveElement } from 'lit';

import { dateIn, isTimeZone, startOfNextDay } from '../billing/dates.js';
import type { CalendarDate } from '../billing/types.js';
import { whilePageLives } from './page-life.js';

/** Timers count this far only; a day that is further away is looked at again. */
const longestTimer = 2_147_483_647;

/** Today's date in a time zone; its host updates when that day ends while the page stands open. */
export class Today implements ReactiveController {
  readonly #host: ReactiveElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #nextDay = Infinity;
  #stopListening: (() => void) | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  /** A zone that nobody knows is UTC. */
  in(timeZone: string): CalendarDate {
    const now = Date.now();
    const known = isTimeZone(timeZone) ? timeZone : 'UTC';
    this.#wakeAt(startOfNextDay(now, known), now);
    return dateIn(known, now);
  }

  hostConnected(): void {
    // A sleeping machine runs no timers, and a hidden tab late ones.
    this.#stopListening = whilePageLives({
      returned: () => {
        if (Date.now() >= this.#nextDay) this.#host.requestUpdate();
      },
    });
  }

  hostDisconnected(): void {
    this.#stopListening?.();
    clearTimeout(this.#timer);
    this.#nextDay = Infinity;
  }

  #wakeAt(nextDay: number, now: number): void {
    if (nextDay === this.#nextDay || !this.#host.isConnected) return;
    this.#nextDay = nextDay;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.#nextDay = Infinity;
        this.#host.requestUpdate();
      },
      Math.min(nextDay - now, longestTimer),
    );
  }
}
