/** Good JSON that does not say what the contract says, or says what nobody thought of. */
import type { Exchange, Fault } from '../fault.js';
import { json, send } from '../fault.js';

type Visit = (key: string, value: unknown) => unknown;

/** Each value of the answer, the innermost first, as something else; `undefined` leaves it out. */
function changed(name: string, visit: Visit, more: Partial<Fault> = {}): Fault {
  return rewritten(name, (body) => JSON.stringify(JSON.parse(body, visit)), more);
}

function rewritten(
  name: string,
  rewrite: (body: string, exchange: Exchange) => string,
  more: Partial<Fault> = {},
): Fault {
  return {
    name,
    ends: ['ready', 'ready'],
    changesFigures: true,
    answer: async (exchange) => {
      const { body, status } = await exchange.good();
      send(exchange, status, json, status < 300 ? rewrite(body, exchange) : body);
    },
    ...more,
  };
}

/** Values under these keys as something else. */
function under(name: string, keys: readonly string[], to: Visit, more?: Partial<Fault>): Fault {
  return changed(name, (key, value) => (keys.includes(key) ? to(key, value) : value), more);
}

const optional = [
  ...['asOf', 'amountDue', 'autoTopUp', 'contact', 'description', 'dueDate', 'expires'],
  ...['expiresAt', 'features', 'grants', 'granted', 'group', 'interval'],
  ...['lowAt', 'next', 'payment', 'paymentMethod', 'period', 'recommendedReason', 'renewsAt'],
  ...['resetsAt', 'tax', 'topUp', 'unit', 'used', 'allowances', 'dimensions', 'records'],
];

const amounts = ['amount', 'remaining', 'granted', 'used', 'value', 'total', 'included'];
const isNumber = (value: unknown): value is string =>
  typeof value === 'string' && /^-?\d/u.test(value);
const toNumber =
  (change: (text: string) => string): Visit =>
  (_key, value) =>
    isNumber(value) ? change(value) : value;

const names = ['name', 'description', 'label', 'group', 'unit', 'number', 'recommendedReason'];
const named = (name: string, text: string): Fault =>
  under(name, names, (_key, value) => (typeof value === 'string' ? text : value));

const words = ['status', 'kind', 'interval', 'reason', 'change', 'method', 'type'];

const isRow = (value: unknown): value is object => typeof value === 'object' && value !== null;
const lists = ['items', 'buckets', 'meters'];

/** Each list with something done to it. */
const withLists = (name: string, change: (rows: object[]) => unknown, more?: Partial<Fault>) =>
  under(
    name,
    lists,
    (_key, value) => (Array.isArray(value) ? change(value as object[]) : value),
    more,
  );

const badRow = { id: 7, name: null, start: 'yesterday', at: 'soon', value: 'much', total: {} };

/** An element that shows rows says how many are missing; the others have none. */
const setAside: Partial<Fault> = { ends: ['partial', 'partial'] };

const refused = { ends: ['error', 'stale'] } as const;

type Ends = NonNullable<Fault['ends']>;
const partial: Ends = ['partial', 'partial'];
const empty: Ends = ['empty', 'empty'];
const ready: Ends = ['ready', 'ready'];

/** The elements of which this says something stand otherwise. */
const but = (names: NonNullable<Fault['but']>): Partial<Fault> => ({ but: names });

/** The backend has no way to pay in such a currency. */
const unpayable = but({ 'billing-checkout': refused.ends });

/** Of such amounts no bar, no invoice and no page to pay at is made. */
const unreadableAmounts = but({
  'plan-usage': partial,
  'usage-chart': refused.ends,
  'invoice-list': refused.ends,
  'billing-checkout': refused.ends,
});

/** All days of a century. */
const days = Array.from({ length: 36_000 }, (_, at) => {
  const start = new Date(Date.UTC(2000, 0, 1) + at * 86_400_000);
  return { start: start.toISOString().slice(0, 10), value: String(at % 97), partial: false };
});

export const dataFaults: readonly Fault[] = [
  withLists('a row of which nothing can be made', (rows) => [badRow, ...rows], setAside),
  under(
    'rows of which none can be read',
    ['items', 'buckets'],
    (_key, value) => (Array.isArray(value) ? value.map(() => badRow) : value),
    {
      ...refused,
      changesFigures: false,
      but: { 'plan-usage': partial, 'support-plan': ready, 'billing-console': ready },
    },
  ),
  withLists('rows that come twice', (rows) => [...rows, ...rows], setAside),
  withLists('rows that are null', (rows) => [null, ...rows, null], setAside),
  withLists('lists in no order', (rows) => [...rows].reverse()),
  withLists(
    'empty lists',
    () => [],
    but({ 'usage-chart': empty, 'invoice-list': empty, 'billing-checkout': empty }),
  ),
  withLists('lists that are objects', (rows) => ({ ...rows }), refused),
  withLists(
    'every second row is missing',
    (rows) => rows.filter((_row, at) => at % 2 === 0),
    but({ 'usage-chart': partial, 'billing-checkout': empty }),
  ),
  under(
    'optional fields that are null',
    optional,
    () => null,
    but({ 'billing-checkout': partial }),
  ),
  under(
    'optional fields that are missing',
    optional,
    () => undefined,
    but({ 'billing-checkout': partial }),
  ),
  under('optional fields of another type', optional, () => [{ nobody: 7 }], {
    ...setAside,
    but: { 'invoice-list': ['ready', 'ready'] },
  }),
  changed('fields that nobody knows', (_key, value) =>
    isRow(value) && !Array.isArray(value) ? { ...value, next: 1, nextVersion: [{}] } : value,
  ),
  rewritten('names of prototypes', (body) =>
    body.replace(
      /^\{/u,
      '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},',
    ),
  ),
  rewritten('keys that come twice', (body) =>
    body.replace(/^\{/u, '{"id":"x","items":7,"slot":1,'),
  ),
  changed(
    'numbers where texts should be',
    (_key, value) => (typeof value === 'string' ? 12 : value),
    refused,
  ),
  changed(
    'texts where numbers and booleans should be',
    (_key, value) => (typeof value === 'number' || typeof value === 'boolean' ? 'yes' : value),
    but({ 'invoice-list': empty, 'billing-checkout': empty }),
  ),
  under(
    'amounts as JSON numbers',
    amounts,
    (_key, value) => (isNumber(value) ? Number(value) : value),
    but({ ...unreadableAmounts.but, 'support-plan': partial }),
  ),
  under(
    'amounts with an exponent',
    amounts,
    toNumber(() => '1e21'),
    unreadableAmounts,
  ),
  under(
    'amounts below zero',
    amounts,
    toNumber((text) => `-${text.replace('-', '')}`),
  ),
  under(
    'zeros with a sign',
    amounts,
    toNumber(() => '-0.00'),
    but({ 'usage-chart': empty }),
  ),
  under(
    'huge amounts',
    amounts,
    toNumber(() => '123456789012345678901234567890.12'),
  ),
  under(
    'tiny amounts',
    amounts,
    toNumber(() => '0.000000000000000012'),
  ),
  under(
    'amounts of 200 digits',
    amounts,
    toNumber(() => '9'.repeat(200)),
    unreadableAmounts,
  ),
  under('more used than granted', ['used'], () => '1400.00'),
  under('nothing granted', ['granted'], () => '0'),
  under('less than nothing left', ['remaining'], () => '-3'),
  under('no limit', ['remaining', 'included'], () => null, but({ 'plan-usage': partial })),
  under('a currency that nobody knows', ['currency'], () => 'USDT', unpayable),
  under('a currency that is none', ['currency'], () => 'us', unpayable),
  under('words of the next version', words, (_key, value) =>
    typeof value === 'string' ? 'sparkling_new' : value,
  ),
  under('totals that do not add up', ['total', 'dueNow'], (_key, value) =>
    isRow(value) ? { ...value, amount: '7.00' } : '7',
  ),
  rewritten('several currencies', (body) => {
    let count = 0;
    return body.replace(/"currency":"USD"/gu, (found) =>
      (count += 1) % 2 ? found : '"currency":"JPY"',
    );
  }),
  under('an estimate', ['exact'], () => false),
  named('names of 10,000 characters', 'Wolkenkuckucksheim'.repeat(600)),
  named('names without a letter', ' '),
  named('names that are empty', ''),
  named(
    'names that turn the text round',
    'Invoice \u202Efdp.exe\u202C \u2067\u05D0\u2069 👩‍👩‍👧‍👦\u200B\u0000\u001B',
  ),
  named('names with half a letter', 'half \uD83D'),
  named(
    'names of markup',
    '<img src=x onerror="window.polluted=1"><script>window.polluted=1</script>',
  ),
  named('names in templates', '${window.polluted=1} {{constructor}} %s %d __proto__'),
  under('links that run', ['url', 'contactUrl'], () => 'javascript:window.polluted=1'),
  under('links to elsewhere', ['url', 'contactUrl'], () => '//evil.example/x'),
  rewritten(
    'all days of a century',
    (body) =>
      JSON.stringify(JSON.parse(body, (key, value: unknown) => (key === 'buckets' ? days : value))),
    but({ 'usage-chart': partial }),
  ),
  rewritten(
    '2,000 invoices on a page',
    (body, { resource }) => {
      if (resource !== 'invoices') return body;
      const page = JSON.parse(body) as { items: object[] };
      const items = Array.from({ length: 2_000 }, (_, at) => ({
        ...page.items[at % page.items.length],
        id: `inv_${at}`,
      }));
      return JSON.stringify({ ...page, items });
    },
    but({ 'invoice-list': partial }),
  ),
  under('a cursor that leads nowhere', ['nextCursor'], () => 'next\u0000page/../../x'),
  changed('an answer of nothing but null', () => null, refused),
];
