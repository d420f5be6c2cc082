/** What the handler is asked under load: a request for each count, and what answers it. */

const day = (index) => `2026-03-${String(index + 1).padStart(2, '0')}`;
const usd = (amount) => ({ amount, currency: 'USD' });
const period = { start: '2026-03-01T00:00:00Z', end: '2026-04-01T00:00:00Z' };
const plan = { id: 'essential', name: 'Essential', price: usd('250.00'), interval: 'month' };
const days = Array.from({ length: 31 }, (_, index) => day(index));
const allowed = { allowed: true };

/** Answers of an account, made for each request anew as a host would. */
export const answers = {
  account: (id) => ({
    id,
    name: `Account ${id}`,
    currency: 'USD',
    timeZone: 'Europe/Berlin',
    meters: [{ id: 'sessions', name: 'Sessions', granularities: ['day'], timeZones: 'any' }],
    slots: ['plan', 'support'],
    can: { changePlan: allowed, topUp: allowed, viewInvoices: allowed, payInvoice: allowed },
  }),
  subscription: () => ({ slot: 'plan', status: 'active', plan, period, renewsAt: period.end }),
  balances: (id) => ({
    items: [
      {
        id: 'credits',
        name: 'Credits',
        kind: 'money',
        currency: 'USD',
        remaining: `${id.slice(4)}.50`,
        status: 'ok',
      },
    ],
  }),
  usage: (id) => ({
    meter: 'sessions',
    granularity: 'day',
    timeZone: 'Europe/Berlin',
    from: days[0],
    to: '2026-04-01',
    buckets: days.map((start, index) => ({ start, value: `${id.slice(4)}${index}` })),
  }),
  invoices: (id) => ({
    items: Array.from({ length: 20 }, (_, index) => ({
      id: `inv_${id}_${index}`,
      number: `INV-${index}`,
      status: 'paid',
      date: day(index),
      total: usd('273.70'),
      amountDue: usd('0.00'),
      description: 'Essential',
      kind: 'plan',
      pdf: true,
      payment: { canPay: false },
    })),
    nextCursor: `after_${id}_19`,
  }),
  preview: () => ({
    previewId: 'preview_1',
    effectiveAt: '2026-03-18T15:30:00Z',
    dueNow: usd('108.87'),
    lines: [{ description: 'Essential', kind: 'plan', amount: usd('108.87') }],
    exact: true,
  }),
  topUp: (id) => ({ id: `op_${id}`, status: 'completed' }),
};

const fromOwnPage = {
  'Content-Type': 'application/json',
  'Sec-Fetch-Site': 'same-origin',
  'X-Requested-With': 'XMLHttpRequest',
};
const post = (path, value, headers = () => ({})) => {
  const body = JSON.stringify(value);
  const sized = { ...fromOwnPage, 'Content-Length': Buffer.byteLength(body) };
  return (count) => ({ method: 'POST', path, body, headers: { ...sized, ...headers(count) } });
};
const get = (path) => () => ({ method: 'GET', path, headers: {} });

// A key comes once: the answer to one that was there before would be remembered.
const run = process.pid;
let keys = 0;
const newKey = () => ({ 'Idempotency-Key': `a-key-of-the-bench-${run}-${(keys += 1)}` });

const range = `from=${days[0]}&to=2026-04-01`;

const single = {
  account: get('/account'),
  subscription: get('/subscriptions/plan'),
  balances: get('/balances'),
  usage: get(`/usage?meter=sessions&granularity=day&${range}`),
  invoices: get('/invoices?limit=20'),
  preview: post('/subscriptions/plan/preview', { planId: 'essential', when: 'now' }),
  topUp: post('/balances/credits/top-up', { optionId: 'pack_100' }, newKey),
};

const opening = [
  single.account,
  single.subscription,
  single.balances,
  single.usage,
  single.invoices,
];

/** Each operation's request of a count. */
export const requests = {
  ...single,
  opening: (count) => opening[count % opening.length](count),
};

/** The answer that a path below the account's has, by its end. */
const ends = [
  [/\/account$/, answers.account],
  [/\/subscriptions\/plan$/, answers.subscription],
  [/\/balances$/, answers.balances],
  [/\/usage$/, answers.usage],
  [/\/invoices$/, answers.invoices],
  [/\/preview$/, answers.preview],
  [/\/top-up$/, answers.topUp],
];

/** What answers a request, for servers that know nothing of the contract. */
export function answerAt(pathname) {
  const [, answer] = ends.find(([end]) => end.test(pathname));
  return answer(pathname.split('/')[4]);
}
