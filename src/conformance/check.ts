import type { Probe } from './probe.js';

/** One thing that the contract says, looked at from outside. */
export interface Check {
  /** For example `usage.zone`. */
  readonly id: string;
  /** What the contract says, in a sentence. */
  readonly clause: string;
  /** It changes something, so it runs only where that was asked for. */
  readonly isWrite?: true;
  /** @returns what was seen; throws `Broken` where that is not what the clause says */
  readonly run: (probe: Probe) => Promise<string>;
}

/** Checks in the order in which they run. */
export const inOrder = (...checks: readonly Check[]): readonly Check[] => checks;

/** The server does something else than the contract says. The message is what was seen. */
export class Broken extends Error {}

/** There is nothing here that the check could look at. The message says why. */
export class NotApplicable extends Error {}

/** Fails a check unless what must hold does. */
export function must(holds: boolean, seen: string): asserts holds {
  if (!holds) throw new Broken(seen);
}

/** Skips a check unless there is something to look at. */
export function needs(holds: boolean, why: string): asserts holds {
  if (!holds) throw new NotApplicable(why);
}

/** The first few of a list, for a report that people read. */
export function fewOf(items: readonly unknown[], most = 3): string {
  const shown = items.slice(0, most).join(', ');
  return items.length > most ? `${shown} and ${items.length - most} more` : shown;
}
