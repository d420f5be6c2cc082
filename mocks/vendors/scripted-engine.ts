/** An engine's API in the test's own hands: what it was asked, and what it answers. */

/** A request as the engine got it. */
export interface EngineRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
}

type Answer = (request: EngineRequest) => Response | Promise<Response>;

export interface ScriptedEngine {
  readonly fetch: typeof globalThis.fetch;
  /** All requests so far, in order. */
  readonly requests: readonly EngineRequest[];
}

export const json = (
  value: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });

/** Answers by a function, or by a list in turn, whose last answer is given from then on. */
export function scriptedEngine(script: Answer | readonly Answer[]): ScriptedEngine {
  const requests: EngineRequest[] = [];
  return {
    requests,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const [method, url, headers] = [request.method, new URL(request.url), request.headers];
      const asked = { method, url, headers, body: await request.text() };
      const turn = requests.push(asked) - 1;
      const answer = typeof script === 'function' ? script : (script[turn] ?? script.at(-1));
      if (!answer) throw new Error('The engine has no answer.');
      return answer(asked);
    },
  };
}
