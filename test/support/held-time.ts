import { turn } from './turn.js';

interface Timer {
  readonly id: number;
  readonly at: number;
  readonly ring: () => void;
}

export interface HeldTime {
  /** Moves the clock on, and rings what is due on the way; milliseconds. */
  pass(milliseconds: number): Promise<void>;
  /** When the timers that stand still are due, in milliseconds from now, soonest first. */
  readonly due: readonly number[];
  /** Gives the page its own time back. */
  release(): void;
}

/**
 * Lets a test pass time instead of waiting for it: timers stand still until `pass` moves the clock.
 *
 * @param start - What "now" is at first.
 * @param shortest - Timers shorter than this, in milliseconds, only end a task and go on as ever.
 */
export function holdTime(start: string, shortest = 100): HeldTime {
  const real = { setTimeout: window.setTimeout, clearTimeout: window.clearTimeout, now: Date.now };
  let now = Date.parse(start);
  let lastId = 1_000_000_000;
  let timers: Timer[] = [];

  const setTimer = (ring: (...args: unknown[]) => void, delay = 0, ...args: unknown[]): number => {
    const call = (): void => {
      ring(...args);
    };
    if (delay < shortest) return Number(real.setTimeout.call(window, call, delay));
    lastId += 1;
    timers.push({ id: lastId, at: now + delay, ring: call });
    return lastId;
  };

  const clearTimer = (id?: number): void => {
    timers = timers.filter((timer) => timer.id !== id);
    real.clearTimeout.call(window, id);
  };

  Object.assign(window, { setTimeout: setTimer, clearTimeout: clearTimer });
  Date.now = () => now;

  return {
    get due() {
      return timers.map(({ at }) => at - now).sort((a, b) => a - b);
    },
    pass: async (milliseconds) => {
      const end = now + milliseconds;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        now = Math.max(now, next.at);
        timers = timers.filter((timer) => timer !== next);
        next.ring();
        // What it set off may set the next timer.
        for (let turns = 0; turns < 4; turns += 1) await turn();
      }
      now = end;
    },
    release: () => {
      Object.assign(window, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
      Date.now = real.now;
    },
  };
}
