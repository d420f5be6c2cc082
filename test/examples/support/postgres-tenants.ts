/** The host on Postgres, with a person of each tenant logged on. */
import type { TwoTenants, Who } from '../../support/tenants/two-tenants.js';
import type { Host, Payments } from './postgres-host.js';

const people: Readonly<Record<Who, string>> = {
  ours: 'wanda@lighthouse.example',
  theirs: 'tama@tideline.example',
};
const theirs = 'acc_tideline';
const canaries = [
  'Tideline Tours',
  'Mastercard •••• 4444',
  '77.31',
  'TIDELINE-1',
  'tidal',
  '77777000',
];

/** A provider that notes whose card it was to charge. */
export function notingProvider(): Payments & { readonly charged: string[] } {
  const charged: string[] = [];
  return {
    charged,
    charge: ({ id }) => {
      charged.push(id);
      return Promise.resolve(true);
    },
    page: () => 'https://provider.test/pay',
  };
}

/** Words that nobody else has: cents of their balance, numbers of invoices, and of letters each day. */
async function tell({ database: { query } }: Host): Promise<void> {
  await query('UPDATE balances SET remaining = 7777.31 WHERE account_id = $1', [theirs]);
  const number = `'TIDELINE-' || row_number`;
  await query(
    `UPDATE invoices SET number = ${number}
     FROM (SELECT id, row_number() OVER (ORDER BY date) FROM invoices WHERE account_id = $1) AS own
     WHERE own.id = invoices.id`,
    [theirs],
  );
  await query('DELETE FROM usage_records WHERE account_id = $1', [theirs]);
  // So many that they can still be read in a sum with those of others.
  await query(
    `INSERT INTO usage_records (account_id, at, channel, quantity)
     SELECT $1, current_date - day * interval '1 day' + interval '12 hours', 'tidal', 7777700000
     FROM generate_series(1, 9) AS day`,
    [theirs],
  );
}

/** Everything with the account's id in it, whatever tables there are. */
async function keptIn({ database: { query } }: Host): Promise<string> {
  const tables = await query(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'account_id' ORDER BY 1`,
  );
  const rows = [
    'accounts WHERE id',
    ...tables.map(({ name }) => `${String(name)} WHERE account_id`),
  ];
  const sums = rows.map(
    (of) => `SELECT md5(coalesce(string_agg(one::text, ' ' ORDER BY one::text), '')) AS sum
      FROM (SELECT * FROM ${of} = $1) AS one`,
  );
  return JSON.stringify(await query(sums.join(' UNION ALL '), [theirs]));
}

async function cookieOf({ origin }: Host, email: string): Promise<string> {
  const body = new URLSearchParams({ email, password: 'made-up' });
  const { headers } = await fetch(`${origin}/session`, { method: 'POST', body });
  return headers.get('Set-Cookie')?.split(';', 1)[0] ?? '';
}

/** The host as new, both logged on. Its paths name no account: the session alone says whose it is. */
export async function postgresTenants(host: Host, charged: string[]): Promise<TwoTenants> {
  await host.startOver();
  await tell(host);
  const cookies = {
    ours: await cookieOf(host, people.ours),
    theirs: await cookieOf(host, people.theirs),
  };
  const base = `${host.origin}/api/billing`;
  const day = (days: number): string =>
    new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  return {
    base: { ours: base, theirs: base },
    claims: [theirs, people.theirs],
    canaries,
    days: { from: day(3), to: day(1) },
    send: (who, request) => {
      const headers = new Headers(request.headers);
      headers.set('Cookie', [cookies[who], headers.get('Cookie') ?? []].flat().join('; '));
      return fetch(new Request(request, { headers, redirect: 'manual' }));
    },
    kept: () => keptIn(host),
    trespasses: () =>
      charged
        .splice(0)
        .filter((id) => id === theirs)
        .map((id) => `the card of ${id} was charged`),
  };
}
