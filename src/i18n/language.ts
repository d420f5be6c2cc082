/** Which language an element speaks, and when that changes. */

type IsKnown = (tag: string) => boolean;

/** Whether numbers and dates can be written in a language. */
export const isOfIntl: IsKnown = (tag) => Intl.NumberFormat.supportedLocalesOf(tag).length > 0;

/** A tag as `Intl` takes it; `undefined` for what is none, such as `C` or an empty attribute. */
function canonical(tag: string | null | undefined, isKnown: IsKnown): string | undefined {
  if (!tag) return undefined;
  try {
    const [proper] = Intl.getCanonicalLocales(tag.replaceAll('_', '-'));
    return proper && isKnown(proper) ? proper : undefined;
  } catch {
    return undefined;
  }
}

/** The element itself and what it stands in, shadow hosts included. */
function* around(element: Element): Generator<Element> {
  let current: Element | null = element;
  while (current) {
    yield current;
    const parent: Node | null = current.assignedSlot ?? current.parentNode;
    current =
      parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
  }
}

/** The language asked for, else the nearest `lang`, else the browser's, else English. */
export function languageOf(element: Element, wanted: string | undefined, isKnown: IsKnown): string {
  const own = canonical(wanted, isKnown);
  if (own) return own;
  for (const { lang } of around(element) as Iterable<HTMLElement>) {
    const near = canonical(lang, isKnown);
    if (near) return near;
  }
  return canonical(navigator.language, isKnown) ?? 'en';
}

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Lets everyone who watches look again at how they speak. */
export function lookAgain(): void {
  for (const listening of [...listeners]) listening();
}

/** Calls back when a `lang` or `dir` around an element changes; answers how to stop that. */
export function watchLanguage(element: Element, listener: () => void): () => void {
  observer ??= new MutationObserver(lookAgain);
  const options = { subtree: true, attributes: true, attributeFilter: ['lang', 'dir'] };
  let root: Node | undefined = element.getRootNode();
  while (root) {
    observer.observe(root, options);
    root = root instanceof ShadowRoot ? root.host.getRootNode() : undefined;
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  };
}
