import { Readable } from 'node:stream';

/** Serves a handler of web requests with `node:http`, or with whatever is built on it. */
export const listener = (handle) => async (message, answer) => {
  try {
    const hasBody = message.method !== 'GET' && message.method !== 'HEAD';
    const path = message.originalUrl ?? message.url;
    const request = new Request(`http://${message.headers.host}${path}`, {
      method: message.method,
      headers: message.headers,
      ...(hasBody && { body: Readable.toWeb(message), duplex: 'half' }),
    });
    const response = await handle(request);
    answer.writeHead(response.status, Object.fromEntries(response.headers));
    answer.end(new Uint8Array(await response.arrayBuffer()));
  } catch {
    // No web request can be made of it.
    answer.writeHead(400).end();
  }
};
