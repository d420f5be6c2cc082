/** What is on its way between the page and its servers, as the page sees it. */

export interface Wire {
  /** The numbers of requests whose answers are awaited, or parts of their bodies. */
  readonly pending: readonly number[];
  /** Grows whenever something begins or ends. */
  readonly activity: number;
  /** Method and URL of each request to the API that suffers. */
  readonly calls: string[];
  /** The browser's own `fetch`, which nobody counts. */
  readonly fetch: typeof globalThis.fetch;
}

/** Bodies of what is not watched; nobody knows of them that they stand still. */
const unnumbered = 0;

/**
 * Watches `fetch` and the reading of bodies from now on. Each request that is watched carries its
 * number in its URL, so that the server can name those to which nothing more will come.
 */
export function watchWire(isWatched: (url: string) => boolean): Wire {
  const calls: string[] = [];
  const pending: number[] = [];
  const numbers = new WeakMap<object, number>();
  let activity = 0;
  const real = window.fetch.bind(window);

  const counted = async <Value>(number: number, promise: Promise<Value>): Promise<Value> => {
    pending.push(number);
    activity += 1;
    try {
      return await promise;
    } finally {
      pending.splice(pending.indexOf(number), 1);
      activity += 1;
    }
  };

  const send = async (number: number, url: string, init?: RequestInit): Promise<Response> => {
    const response = await real(`${url}${url.includes('?') ? '&' : '?'}wire=${number}`, init);
    if (response.body) numbers.set(response.body, number);
    return response;
  };

  window.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!isWatched(url)) return real(input, init);
    calls.push(`${init?.method ?? 'GET'} ${url}`);
    return counted(calls.length, send(calls.length, url, init));
  };

  const { getReader } = ReadableStream.prototype as { getReader: () => object };
  Object.assign(ReadableStream.prototype, {
    getReader(this: ReadableStream, ...options: []) {
      const reader = getReader.apply(this, options);
      numbers.set(reader, numbers.get(this) ?? unnumbered);
      return reader;
    },
  });

  const { read } = ReadableStreamDefaultReader.prototype;
  ReadableStreamDefaultReader.prototype.read = function (this: ReadableStreamDefaultReader) {
    return counted(numbers.get(this) ?? unnumbered, read.call(this));
  };

  return {
    pending,
    get activity() {
      return activity;
    },
    calls,
    fetch: real,
  };
}
