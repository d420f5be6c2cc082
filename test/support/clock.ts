/** The moment that the mock worlds are told for. */
export const storyTime = '2026-03-18T15:30:00Z';

const realNow = Date.now;

/** Lets the elements read one moment for "now", until `restoreClock`. Timers go on as ever. */
export function setClock(instant: string): void {
  const fixed = Date.parse(instant);
  Date.now = () => fixed;
}

export function restoreClock(): void {
  Date.now = realNow;
}
