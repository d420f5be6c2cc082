import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';

/** A server on the loopback address that notes what it was asked, down to the closed socket. */
export interface WireServer {
  readonly origin: string;
  readonly asked: IncomingMessage[];
  /** Resolves when the client has given the given request up. */
  gaveUp(index: number): Promise<void>;
  close(): Promise<void>;
}

export async function startServer(answer: RequestListener): Promise<WireServer> {
  const asked: IncomingMessage[] = [];
  const departures: Promise<void>[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    departures.push(new Promise((resolve) => response.once('close', resolve)));
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: originOf(server),
    asked,
    gaveUp: async (index) => departures[index],
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function originOf(server: Server): string {
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}
