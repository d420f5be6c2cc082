/** What happens to the page around all elements, heard once for all of them. */
export interface PageLife {
  /** The person is back: the tab is shown again, or the page came out of the back-forward cache. */
  returned?: () => void;
  /** The browser says that there is a network again. That proves nothing, but is worth a try. */
  online?: () => void;
}

const listeners = new Set<PageLife>();

const returned = (): void => {
  if (document.visibilityState === 'hidden') return;
  for (const listener of [...listeners]) listener.returned?.();
};

const online = (): void => {
  for (const listener of [...listeners]) listener.online?.();
};

const cameBack = (event: PageTransitionEvent): void => {
  if (event.persisted) returned();
};

/** Tells of the page's life until the function that it answers is called. */
export function whilePageLives(listener: PageLife): () => void {
  if (listeners.size === 0) {
    document.addEventListener('visibilitychange', returned);
    addEventListener('pageshow', cameBack);
    addEventListener('online', online);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener('visibilitychange', returned);
    removeEventListener('pageshow', cameBack);
    removeEventListener('online', online);
  };
}
