/** Who may log on to the demo. Everybody is made up, so nobody has a password. */
import type { WorldName } from './memory-engine.js';

/** People by the name they log on with, and the account that each looks after. */
const accounts: Readonly<Record<string, WorldName>> = {
  'mara@harbor-travel.example': 'standard',
  'jonas@meridian-bank.example': 'enterprise',
  'aiko@pocket-garden.example': 'trial',
};

const cookie = 'tern-session';

export interface DemoSessions {
  /** The account of whoever sends a request; `undefined` where nobody is logged on. */
  readonly accountOf: (request: Request) => WorldName | undefined;
  /** Answers `POST` with a session for the person in the form, and `DELETE` without one. */
  readonly handle: (request: Request) => Promise<Response>;
}

/** Sessions as a host keeps them: the page has a cookie that it cannot read, the server knows the rest. */
export function createDemoSessions(): DemoSessions {
  const sessions = new Map<string, WorldName>();

  const idOf = (request: Request): string | undefined =>
    new RegExp(`(?:^|;\\s*)${cookie}=([\\w-]+)`).exec(request.headers.get('cookie') ?? '')?.[1];

  const withCookie = (status: number, value: string, maxAge: number): Response =>
    new Response(null, {
      status,
      headers: {
        'Set-Cookie': `${cookie}=${value}; Path=/api; HttpOnly; SameSite=Strict; Max-Age=${maxAge}`,
      },
    });

  const logOn = async (request: Request): Promise<Response> => {
    const person = new URLSearchParams(await request.text()).get('person') ?? '';
    const account = Object.hasOwn(accounts, person) ? accounts[person] : undefined;
    if (!account) return new Response(null, { status: 403 });
    const id = crypto.randomUUID();
    sessions.set(id, account);
    return withCookie(204, id, 3600);
  };

  return {
    accountOf: (request) => sessions.get(idOf(request) ?? ''),
    handle: async (request) => {
      if (request.method === 'POST') return logOn(request);
      if (request.method !== 'DELETE') return new Response(null, { status: 405 });
      sessions.delete(idOf(request) ?? '');
      return withCookie(204, '', 0);
    },
  };
}
