import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

import type { BillingHandler } from '../src/server/index.js';

/** A handler of web requests as a listener of `node:http`, or of whatever is built on it. */
export function nodeListener(handler: BillingHandler): RequestListener {
  return (message, answer) => {
    const gone = new AbortController();
    answer.on('close', () => {
      if (!answer.writableFinished) gone.abort();
    });
    handler(webRequest(message, gone.signal))
      .then((response) => send(response, answer))
      .catch((error: unknown) => {
        // That its sender has left is no fault.
        if (!gone.signal.aborted) console.error(error);
        answer.destroy();
      });
  };
}

function webRequest(message: IncomingMessage, signal: AbortSignal): Request {
  const { method = 'GET', headers, url = '/' } = message;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(new URL(url, `http://${headers.host ?? 'localhost'}`), {
    method,
    headers: headerList(headers),
    signal,
    ...(hasBody && { body: streamOf(message), duplex: 'half' }),
  });
}

/** Read only as far as it is asked for, so that a limit of the handler's is one. */
function streamOf(message: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array, unknown> = message[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: () => {
      message.resume();
    },
  });
}

function headerList(headers: IncomingMessage['headers']): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
}

async function send(response: Response, answer: ServerResponse): Promise<void> {
  // What `fetch` would see as a dead network is a line that breaks.
  if (response.type === 'error') {
    answer.destroy();
    return;
  }
  answer.writeHead(response.status, Object.fromEntries(response.headers));
  answer.end(new Uint8Array(await response.arrayBuffer()));
}
