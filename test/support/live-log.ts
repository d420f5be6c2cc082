/** What assistive technology is told without being asked: every text that comes into a live region. */
export interface Said {
  readonly kind: 'alert' | 'status';
  readonly text: string;
}

export interface LiveLog {
  /** What was said since the last time, in order. */
  take(): Said[];
  stop(): void;
}

const regions = '[role="alert"], [role="status"]';

/** Listens to an element, and to all that stands in it by now or comes to stand there. */
export function listenTo(element: Element): LiveLog {
  const last = new Map<Element, string>();
  const watched = new Set<ShadowRoot>();
  let said: Said[] = [];

  const observer = new MutationObserver(() => {
    read(true);
  });

  const watch = (scope: Element | ShadowRoot): void => {
    const elements = [...scope.querySelectorAll('*'), ...(scope instanceof Element ? [scope] : [])];
    for (const { shadowRoot } of elements) {
      if (!shadowRoot) continue;
      if (!watched.has(shadowRoot)) {
        watched.add(shadowRoot);
        observer.observe(shadowRoot, { subtree: true, childList: true, characterData: true });
      }
      watch(shadowRoot);
    }
  };

  const read = (isHeard: boolean): void => {
    watch(element);
    for (const region of [...watched].flatMap((root) => [...root.querySelectorAll(regions)])) {
      const text = region.textContent.replaceAll(/\s+/gu, ' ').trim();
      if (text === (last.get(region) ?? '')) continue;
      last.set(region, text);
      const kind = region.role === 'alert' ? 'alert' : 'status';
      if (isHeard && text !== '') said.push({ kind, text });
    }
  };

  read(false);
  return {
    take: () => {
      read(true);
      const taken = said;
      said = [];
      return taken;
    },
    stop: () => {
      observer.disconnect();
    },
  };
}
