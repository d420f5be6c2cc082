import type { Money } from '../../src/billing/types.js';
import type { BillingHandler } from '../../src/server/index.js';
import { proxyTo } from '../node-proxy.js';
import type { RunningServer } from '../node-server.js';
import { paymentAddress } from '../payment-page.js';
import type { DemoBackend, DemoSurroundings } from './demo-backend.js';

/** Who looks after the accounts that the console names; the others have nobody. */
const people: Readonly<Record<string, string>> = {
  standard: 'wanda@lighthouse.example',
  huge: 'tama@tideline.example',
};
const tenants: Readonly<Record<string, string>> = {
  standard: 'acc_lighthouse',
  huge: 'acc_tideline',
};
const password = 'made-up';
/** Worth 40.00: after a few times a balance is below the threshold of an automatic reload. */
const someLetters = 200;

interface Host extends RunningServer {
  readonly database: {
    query(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  };
  readonly startOver: () => Promise<void>;
}

interface Wish {
  readonly id: string;
  readonly amount: string;
  readonly returnUrl?: string;
}

/** The provider that the host is given. */
interface Payments {
  readonly charge: () => Promise<boolean>;
  readonly page: (account: { readonly id: string }, wish: Wish) => string;
}

interface HostModule {
  readonly startHost: (port: number, payments: Payments) => Promise<Host>;
}

interface BalancesModule {
  readonly settle: (
    database: Host['database'],
    operation: string,
    isPaid: boolean,
  ) => Promise<void>;
  readonly use: (
    database: Host['database'],
    payments: Payments,
    account: string,
    quantity: number,
  ) => Promise<void>;
}

/** The host of `examples/host-postgres`, asked as its own page would ask it: with its cookies. */
export async function postgresBackend({ load, provider }: DemoSurroundings): Promise<DemoBackend> {
  const folder = '/examples/host-postgres';
  const { startHost } = (await load(`${folder}/host.js`)) as HostModule;
  const { settle, use } = (await load(`${folder}/balances.js`)) as BalancesModule;
  const waiting = new Map<string, Money>();
  let declines = false;
  const payments: Payments = {
    charge: () => Promise.resolve(!declines),
    page: (account, { id, amount, returnUrl }) => {
      waiting.set(id, { amount, currency: 'USD' });
      return paymentAddress(provider(), account.id, id, returnUrl);
    },
  };
  const { close, database, origin, startOver } = await startHost(0, payments);
  const { forget, ...backend } = hostBackend(origin);

  const scenes: Readonly<Record<string, (tenant: string | undefined) => unknown>> = {
    'start-over': async () => {
      declines = false;
      waiting.clear();
      forget();
      await startOver();
    },
    'use-sessions': (tenant) =>
      tenant === undefined ? undefined : use(database, payments, tenant, someLetters),
    'clear-transfers': async (tenant) => {
      const rows = await database.query(
        'SELECT operation_id FROM waiting_payments WHERE account_id = $1',
        [tenant],
      );
      const transfers = rows
        .map(({ operation_id: id }) => String(id))
        .filter((id) => !waiting.has(id));
      for (const id of transfers) await settle(database, id, true);
    },
    'decline-cards': () => (declines = true),
    'accept-cards': () => (declines = false),
  };

  return {
    ...backend,
    close,
    ledger: (account) =>
      database.query('SELECT kind FROM operations WHERE account_id = $1 ORDER BY made_at', [
        tenants[account],
      ]),
    play: (account, scene) => scenes[scene]?.(tenants[account]),
    payments: {
      amountOf: (_account, id) => waiting.get(id),
      settle: async (_account, id, outcome) => {
        waiting.delete(id);
        await settle(database, id, outcome === 'approved');
      },
    },
  };
}

/** A running host as the demo's backend. */
function hostBackend(
  origin: string,
): Pick<DemoBackend, 'handle' | 'ownAccount'> & { readonly forget: () => void } {
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
    forget: () => {
      cookies.clear();
    },
  };
}
