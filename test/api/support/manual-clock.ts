// What reads answers: here already, so that nothing but promises stands between request and answer.
import '../../../src/api/reading.js';
import type { Clock } from '../../../src/api/clock.js';

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that stands still until it is told to go on, and draws the same lot each time. */
export class ManualClock implements Clock {
  readonly #timers = new Set<Timer>();
  #now = Date.parse('2026-03-18T15:30:00Z');
  chance = 0.5;

  now(): number {
    return this.#now;
  }

  random(): number {
    return this.chance;
  }

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.#now + milliseconds, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** How many timers still wait. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Lets time pass; whatever becomes due on the way is done, and what follows from it too. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settled();
    for (let timer = this.#next(end); timer; timer = this.#next(end)) {
      this.#now = timer.at;
      this.#timers.delete(timer);
      timer.run();
      await settled();
    }
    this.#now = end;
  }

  #next(end: number): Timer | undefined {
    const due = [...this.#timers].filter(({ at }) => at <= end);
    return due.sort((a, b) => a.at - b.at)[0];
  }
}

/** Lets everything happen that needs no time to pass. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
