import type { Loadable } from './query.js';

/** Something to load that is known only once its code is there; until then, what it waits for. */
export function later<Value>(
  known: () => Loadable<Value> | undefined,
  before: Loadable,
): Loadable<Value> {
  const now = () => known() ?? before;
  return {
    get value() {
      return known()?.value;
    },
    get answeredAt() {
      return now().answeredAt;
    },
    get error() {
      return now().error;
    },
    get pending() {
      return now().pending;
    },
    get retryAt() {
      return now().retryAt;
    },
    reload: () => {
      now().reload();
    },
  };
}
