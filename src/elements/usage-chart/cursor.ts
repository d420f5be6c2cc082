import type { ReactiveController, ReactiveElement } from 'lit';

/** The bars as the cursor meets them. */
export interface CursorConfig {
  /** The same list while they are the same bars. */
  bars: () => readonly unknown[];
  /** How many bars a Page key goes. */
  page: () => number;
  isRtl: () => boolean;
  /** Points at a bar, or at none. */
  point: (at: number | undefined) => void;
  /** A bar in words. */
  words: (at: number) => string;
}

/** A held key must not flood the speech. */
const pause = 150;

/** Moves over the bars of a chart by keyboard, and says where it is. */
export class BarCursor implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #config: CursorConfig;
  #at: number | undefined;
  #bars: readonly unknown[] | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** What the polite region says. */
  spoken = '';

  constructor(host: ReactiveElement, config: CursorConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  hostUpdated(): void {
    const bars = this.#config.bars();
    // Where the cursor stood is now another day.
    if (bars !== this.#bars) this.leave();
    this.#bars = bars;
  }

  hostDisconnected(): void {
    this.#stopWaiting();
  }

  readonly press = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' ? this.#at === undefined : !(event.key in steps)) return;
    event.preventDefault();
    if (event.key === 'Escape') {
      // A dialog around the chart is not meant.
      event.stopPropagation();
      this.leave();
      return;
    }
    const { bars, isRtl, page } = this.#config;
    this.#at = moved(event.key, this.#at, { count: bars().length, page: page(), isRtl: isRtl() });
    this.#config.point(this.#at);
    this.#speak();
  };

  /** Takes the cursor away: the person left the chart, or other bars are there. */
  readonly leave = (): void => {
    if (this.#at === undefined) return;
    this.#at = undefined;
    this.#stopWaiting();
    this.#config.point(undefined);
    this.#say('');
  };

  /** At once if nothing was said lately, else once the pause is over, and then the latest. */
  #speak(): void {
    if (this.#timer !== undefined) return;
    this.#sayWhere();
    const said = this.#at;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#at !== said) this.#speak();
    }, pause);
  }

  #sayWhere(): void {
    if (this.#at !== undefined) this.#say(this.#config.words(this.#at));
  }

  #say(words: string): void {
    this.spoken = words;
    this.#host.requestUpdate();
  }

  #stopWaiting(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

interface Course {
  readonly count: number;
  readonly page: number;
  readonly isRtl: boolean;
}

/** By sight: the right arrow goes right, whatever the direction of the language. */
const steps: Readonly<Record<string, (course: Course) => number>> = {
  ArrowRight: ({ isRtl }) => (isRtl ? -1 : 1),
  ArrowLeft: ({ isRtl }) => (isRtl ? 1 : -1),
  PageDown: ({ page }) => page,
  PageUp: ({ page }) => -page,
  Home: () => -Infinity,
  End: () => Infinity,
};

/** The bar that a key leads to; from nowhere, to the first or the last one. */
function moved(key: string, at: number | undefined, course: Course): number | undefined {
  const step = steps[key]?.(course);
  if (step === undefined || course.count === 0) return at;
  const last = course.count - 1;
  if (at === undefined) return step > 0 && key !== 'End' ? 0 : key === 'Home' ? 0 : last;
  return Math.min(Math.max(at + step, 0), last);
}
