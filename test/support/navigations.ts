/** Where the page was about to go. None of it happens: the test would go with it. */
export interface Navigations {
  readonly to: readonly string[];
  stop(): void;
}

/** Watches every way in which a page can be left, whoever sets it off. */
export function watchNavigations(): Navigations {
  const to: string[] = [];
  const note = (event: Event): void => {
    const destination = Object(Reflect.get(event, 'destination')) as object;
    // Another address of the same page, as a router writes it, leaves nothing.
    if (Reflect.get(destination, 'sameDocument') === true) return;
    to.push(String(Reflect.get(destination, 'url')));
    event.preventDefault();
  };
  const navigation: unknown = Reflect.get(window, 'navigation');
  if (!(navigation instanceof EventTarget)) throw new Error('This browser does not tell.');
  navigation.addEventListener('navigate', note);
  return {
    to,
    stop: () => {
      navigation.removeEventListener('navigate', note);
    },
  };
}
