/**
 * Ends the running task, so that the page may draw and answer, and goes on in a next one. In turn
 * with the page's own: after `scheduler.yield()` its timers and frames would stand back until all is
 * done, and after `setTimeout` each turn would wait 4 ms, and a second in a hidden tab.
 */
export function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
