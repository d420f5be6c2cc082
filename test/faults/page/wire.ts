/** What is on its way between the page and its servers, as the page sees it. */

export interface Wire {
  /** Answers that are awaited, and parts of bodies. */
  readonly pending: number;
  /** Grows whenever something begins or ends. */
  readonly activity: number;
  /** Method and URL of each request to the API that suffers. */
  readonly calls: string[];
  /** The browser's own `fetch`, which nobody counts. */
  readonly fetch: typeof globalThis.fetch;
}

/** Watches `fetch` and the reading of bodies from now on. */
export function watchWire(isWatched: (url: string) => boolean): Wire {
  const calls: string[] = [];
  let pending = 0;
  let activity = 0;
  const real = window.fetch.bind(window);

  const counted = async <Value>(promise: Promise<Value>): Promise<Value> => {
    pending += 1;
    activity += 1;
    try {
      return await promise;
    } finally {
      pending -= 1;
      activity += 1;
    }
  };

  window.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!isWatched(url)) return real(input, init);
    calls.push(`${init?.method ?? 'GET'} ${url}`);
    return counted(real(input, init));
  };

  const { read } = ReadableStreamDefaultReader.prototype;
  ReadableStreamDefaultReader.prototype.read = function (this: ReadableStreamDefaultReader) {
    return counted(read.call(this));
  };

  return {
    get pending() {
      return pending;
    },
    get activity() {
      return activity;
    },
    calls,
    fetch: real,
  };
}
