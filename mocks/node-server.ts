import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { BillingHandler } from '../src/server/index.js';
import { nodeListener } from './node-listener.js';

/** A server that listens. */
export interface RunningServer {
  /** For example `http://127.0.0.1:4000`. */
  readonly origin: string;
  /** Stops listening and ends what is still open. */
  readonly close: () => Promise<void>;
}

export interface ListenOptions {
  /** Left out or 0: one that is free. */
  readonly port?: number;
  /** Left out: this machine alone. */
  readonly host?: string;
}

/** Serves a handler with `node:http`. */
export function listen(
  handler: BillingHandler,
  { port = 0, host = '127.0.0.1' }: ListenOptions = {},
): Promise<RunningServer> {
  const server = createServer(nodeListener(handler));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve({ origin: `http://${host}:${portOf(server.address())}`, close });
    });
  });
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('Not listening on a port.');
  return address.port;
}
