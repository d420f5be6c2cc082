const channel = new MessageChannel();
channel.port1.start();

/** A turn of the event loop, without the pause that browsers put between timers. */
export function turn(): Promise<void> {
  return new Promise((done) => {
    const ended = (): void => {
      done();
    };
    channel.port1.addEventListener('message', ended, { once: true });
    channel.port2.postMessage(null);
  });
}

/** Until the page is drawn once more. */
export function nextFrame(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => done());
  });
}
