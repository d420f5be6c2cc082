/** What a scripted `fetch` was asked. */
export interface Asked {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly init: RequestInit;
}

type Step = (asked: Asked) => Response | Promise<Response>;

/** A `fetch` that answers by a script, the last step again and again, and notes what it was asked. */
export function scriptedFetch(...script: Step[]): typeof fetch & { readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const answer: typeof fetch = async (input, init = {}) => {
    const request = {
      url: new URL(input instanceof Request ? input.url : input),
      method: init.method ?? 'GET',
      headers: new Headers(init.headers),
      init,
    };
    asked.push(request);
    const step = script[Math.min(asked.length, script.length) - 1];
    if (!step) throw new Error('There is no script.');
    return step(request);
  };
  return Object.assign(answer, { asked });
}

/** The error that `fetch` knows for every dead line. */
export const dead: Step = () => {
  throw new TypeError('fetch failed');
};

/** Never answers, and takes no notice of signals either. */
export const silent: Step = () => new Promise(() => undefined);

export function json(body: unknown, init: ResponseInit = {}): Step {
  const headers = new Headers(init.headers);
  if (!headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
  return () => new Response(JSON.stringify(body), { ...init, headers });
}

export function failing(status: number, headers: Record<string, string> = {}): Step {
  return () => new Response('<h1>Gateway</h1>', { status, headers });
}

export function problem(status: number, code: string, more: object = {}): Step {
  const headers = { 'Content-Type': 'application/problem+json' };
  return json({ status, code, ...more }, { status, headers });
}
