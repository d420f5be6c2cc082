/**
 * Runs once the host has really left the document. A move disconnects and connects in the same
 * task, and is no departure: nothing is given up for it.
 */
export function onDeparture(host: { readonly isConnected: boolean }, leave: () => void): void {
  queueMicrotask(() => {
    if (!host.isConnected) leave();
  });
}
