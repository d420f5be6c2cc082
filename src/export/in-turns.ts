import { nextTask } from './next-task.js';

/** How long to work before the page gets its turn, in ms: a long task begins at 50. */
const turn = 8;
/** What the items that are given out at once may take, in ms. */
const share = 2;
const mostAtOnce = 256;

/**
 * Gives out items some at a time, as many as are quickly done with, and lets the page draw and
 * answer whenever a turn is over. The first ones come in a task of their own: the one that asks has
 * often just read them from JSON.
 */
export async function* inTurns<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[]> {
  let [start, atOnce, turnEnds] = [0, 1, 0];
  while (start < items.length) {
    if (performance.now() >= turnEnds) {
      await nextTask();
      turnEnds = performance.now() + turn;
    }
    const began = performance.now();
    yield items.slice(start, start + atOnce);
    start += atOnce;
    const isSlow = performance.now() - began > share;
    atOnce = isSlow ? Math.ceil(atOnce / 2) : Math.min(atOnce * 2, mostAtOnce);
  }
}
