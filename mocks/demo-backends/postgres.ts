import type { BillingHandler } from '../../src/server/index.js';
import { proxyTo } from '../node-proxy.js';
import type { RunningServer } from '../node-server.js';
import type { DemoBackend, DemoSurroundings } from './demo-backend.js';

/** Who looks after the accounts that the console names; the others have nobody. */
const people: Readonly<Record<string, string>> = {
  standard: 'wanda@lighthouse.example',
  trial: 'tama@tideline.example',
};
const password = 'made-up';

interface HostModule {
  readonly startHost: (port: number) => Promise<RunningServer>;
}

/** The host of `examples/host-postgres`, asked as its own page would ask it: with its cookies. */
export async function postgresBackend({ load }: DemoSurroundings): Promise<DemoBackend> {
  const { startHost } = (await load('/examples/host-postgres/host.js')) as HostModule;
  const host = await startHost(0);
  return { ...hostBackend(host.origin), close: () => host.close() };
}

/** A running host as the demo's backend. */
function hostBackend(origin: string): DemoBackend {
  const ask = proxyTo(origin);
  const cookies = new Map<string, Promise<string>>();

  const logOn = (from: Request, person: string): Promise<Response> =>
    ask(
      new Request(new URL('/session', from.url), {
        method: 'POST',
        body: new URLSearchParams({ email: person, password }),
      }),
    );

  /** The cookie of whoever looks after an account. */
  const cookieOf = (request: Request, person: string): Promise<string> => {
    const known =
      cookies.get(person) ??
      logOn(request, person).then(({ headers }) => headers.get('set-cookie')?.split(';')[0] ?? '');
    cookies.set(person, known);
    return known;
  };

  const session: BillingHandler = async (request) => {
    if (request.method !== 'POST')
      return ask(new Request(new URL('/session', request.url), request));
    const person = new URLSearchParams(await request.text()).get('person') ?? '';
    return logOn(request, person);
  };

  return {
    handle: async (request) => {
      const url = new URL(request.url);
      const [prefix = '', account = ''] =
        /^\/api\/billing\/accounts\/([\w-]+)\//.exec(url.pathname) ?? [];
      const person = people[account];
      if (person === undefined) return new Response(null, { status: 404 });
      url.pathname = url.pathname.replace(prefix, '/api/billing/');
      const asked = new Request(url, request);
      const headers = new Headers(request.headers);
      headers.set('cookie', await cookieOf(request, person));
      return ask(new Request(asked, { headers }));
    },
    ownAccount: (request) =>
      new URL(request.url).pathname === '/api/session' ? session(request) : ask(request),
    play: () => undefined,
    payments: { amountOf: () => undefined, settle: () => undefined },
  };
}
