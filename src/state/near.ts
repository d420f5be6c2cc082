/** Which elements are on screen or about to be; one observer looks after all of them. */
const waiting = new Map<Element, () => void>();
let observer: IntersectionObserver | undefined;

function look(entries: readonly IntersectionObserverEntry[]): void {
  for (const { isIntersecting, target } of entries) {
    const arrive = isIntersecting ? waiting.get(target) : undefined;
    if (!arrive) continue;
    forget(target);
    arrive();
  }
}

function forget(element: Element): void {
  waiting.delete(element);
  observer?.unobserve(element);
}

/**
 * Calls once an element is less than a screen away from what is seen of the page. What is not
 * drawn at all, as in a closed tab, is not near. Returns what stops the waiting.
 */
export function whenNear(element: Element, arrive: () => void): () => void {
  observer ??= new IntersectionObserver(look, { rootMargin: '100%' });
  waiting.set(element, arrive);
  observer.observe(element);
  return () => {
    if (waiting.get(element) === arrive) forget(element);
  };
}
