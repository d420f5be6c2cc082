import type { Clock } from './clock.js';

/**
 * Settles as the promise does, unless the signal is aborted first: then it rejects with the
 * signal's reason, even where the work itself takes no notice of signals.
 */
export function unlessAborted<Value>(
  signal: AbortSignal | undefined,
  work: Promise<Value>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      reject(signal?.reason);
    };
    work.then(resolve, reject).finally(() => {
      signal?.removeEventListener('abort', giveUp);
    });
    if (signal?.aborted) giveUp();
    else signal?.addEventListener('abort', giveUp, { once: true });
  });
}

/** Hands an abort on, with its reason, until the function that it answers is called. */
export function passOnAbort(from: AbortSignal | undefined, to: AbortController): () => void {
  const passOn = (): void => {
    to.abort(from?.reason);
  };
  if (from?.aborted) passOn();
  else from?.addEventListener('abort', passOn, { once: true });
  return () => {
    from?.removeEventListener('abort', passOn);
  };
}

/** Waits; rejects with the signal's reason as soon as that is aborted. */
export async function pause(
  milliseconds: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  let cancel: (() => void) | undefined;
  const elapsed = new Promise<void>((resolve) => {
    cancel = clock.after(milliseconds, resolve);
  });
  try {
    await unlessAborted(signal, elapsed);
  } finally {
    cancel?.();
  }
}
