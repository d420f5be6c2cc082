export interface Printing {
  /** The frames whose content was sent to a printer, in order. */
  readonly printed: readonly HTMLIFrameElement[];
  /** The dialog of the browser is closed, on whatever was printed last. */
  close(): void;
  /** Lets frames print as they did before. */
  stop(): void;
}

/** Notes what frames print, instead of the browser's own dialog, which nobody is there to close. */
export function watchPrinting(): Printing {
  const printed: HTMLIFrameElement[] = [];
  const name = 'contentWindow';
  const own = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, name);
  if (!own?.get) throw new Error('This browser has frames of another kind.');
  const viewOf = (frame: HTMLIFrameElement) => own.get?.call(frame) as Window | null;
  Object.defineProperty(HTMLIFrameElement.prototype, name, {
    ...own,
    get(this: HTMLIFrameElement) {
      const view = viewOf(this);
      if (view) view.print = () => printed.push(this);
      return view;
    },
  });
  return {
    printed,
    close: () => {
      const frame = printed.at(-1);
      const view = frame && viewOf(frame);
      view?.dispatchEvent(new Event('afterprint'));
    },
    stop: () => {
      Object.defineProperty(HTMLIFrameElement.prototype, name, own);
      for (const frame of printed) frame.remove();
    },
  };
}
