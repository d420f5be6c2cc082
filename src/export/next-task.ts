declare global {
  // Not in TypeScript's DOM library yet. https://wicg.github.io/scheduling-apis/#dom-scheduler-yield
  var scheduler: { readonly yield?: () => Promise<void> } | undefined;
}

/** Ends the running task, so that the page may draw and answer, and goes on in a next one. */
export function nextTask(): Promise<void> {
  if (globalThis.scheduler?.yield) return globalThis.scheduler.yield();
  // Not setTimeout: browsers make nested ones wait 4 ms each, and a second in a hidden tab.
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
