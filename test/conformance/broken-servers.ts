/** Servers that break one clause each, by what they do to the requests and answers of a good one. */
import { addDays } from '../../src/billing/dates.js';
import type {
  Account,
  Balances,
  Operation,
  PaymentOptions,
  Plans,
  Subscription,
  UsageRecordPage,
  UsageSeries,
} from '../../src/billing/types.js';
import type { BillingHandler } from '../../src/server/index.js';
import { base } from './support.js';

export type Break = (handle: BillingHandler) => BillingHandler;

const isAt = (request: Request, place: RegExp): boolean => {
  const { pathname, search } = new URL(request.url);
  return place.test(`${request.method} ${pathname.slice(base.length)}${search}`);
};

const sent = (response: Response, body: string, status = response.status): Response => {
  const headers = new Headers(response.headers);
  headers.delete('ETag');
  if (status === 200) headers.set('Content-Type', 'application/json');
  return new Response(body, { status, headers });
};

/** Changes the good JSON answers of a place. */
const answer =
  <Value extends object>(place: RegExp, change: (json: Value) => Value | undefined): Break =>
  (handle) =>
  async (request) => {
    const response = await handle(request);
    if (response.status !== 200 || !isAt(request, place)) return response;
    const json = (await response.json()) as Value;
    return sent(response, JSON.stringify(change(json) ?? json));
  };

/** Answers what was refused as if it had been something else. */
const forgive =
  (place: RegExp, good: string, body?: unknown): Break =>
  (handle) =>
  async (request) => {
    const response = await handle(request.clone());
    if (response.status < 400 || !isAt(request, place)) return response;
    const { method, headers } = request;
    const url = new URL(request.url).origin + base + good;
    return handle(
      new Request(url, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
  };

/** Changes the address of what is asked at a place. */
const ask =
  (place: RegExp, change: (url: URL) => void): Break =>
  (handle) =>
  (request) => {
    if (!isAt(request, place)) return handle(request);
    const url = new URL(request.url);
    change(url);
    return handle(new Request(url, request));
  };

const headers =
  (place: RegExp, change: (headers: Headers) => void): Break =>
  (handle) =>
  async (request) => {
    if (!isAt(request, place)) return handle(request);
    const changed = new Headers(request.headers);
    change(changed);
    return handle(new Request(request, { headers: changed }));
  };

const forget = (name: string) => (url: URL) => {
  url.searchParams.delete(name);
};

const twice = (items: unknown[]): undefined => {
  items.push(...items.slice(0, 1));
};

const more = (value: string): string => String(Number(value) + 1);

const firstMore = (json: UsageSeries): UsageSeries => ({
  ...json,
  buckets: json.buckets.map((one, index) =>
    index === 0 ? { ...one, value: more(one.value) } : one,
  ),
});

const series = '/usage?meter=sessions&granularity=day&from=2026-03-01&to=2026-03-02';
const operation = { id: 'op_000001', status: 'completed' };
const reload = { optionId: 'pack_100' };

/** Instead of the answer at a place, something of its own. */
const say =
  (place: RegExp, response: () => Response): Break =>
  (handle) =>
  (request) =>
    isAt(request, place) ? Promise.resolve(response()) : handle(request);

/** Says of a place that there is no such thing here. */
const forgetful = (place: RegExp): Break =>
  say(place, () => {
    const problem = { type: 'about:blank', status: 501, code: 'not_supported' };
    const headers = { 'Content-Type': 'application/problem+json' };
    return new Response(JSON.stringify(problem), { status: 501, headers });
  });

/** A server for each check, which finds it. */
export const broken: Readonly<Record<string, Break>> = {
  'account.shape': answer(/^GET \/account/, (json) => ({ ...json, currency: undefined })),
  'account.zone': answer(/^GET \/account/, (json) => ({ ...json, timeZone: 'Nowhere/Land' })),
  'account.meters': answer<Account>(/^GET \/account/, ({ meters }) => twice(meters)),
  'subscription.shape': answer(/^GET \/subscriptions\/\w+$/, (json) => ({ ...json, slot: 'plan' })),
  'plans.shape': answer<Plans>(/plans$/, ({ items }) => twice(items)),
  'preview.shape': (handle) => {
    let previews = 0;
    return async (request) => {
      if (isAt(request, /preview$/)) previews += 1;
      const change = answer<Subscription>(/^GET \/subscriptions\/plan$/, (json) => ({
        ...json,
        plan: json.plan && { ...json.plan, id: `plan_${previews}` },
      }));
      return change(handle)(request);
    };
  },
  'balances.shape': answer<Balances>(/^GET \/balances/, ({ items }) => twice(items)),
  'payment-options.shape': answer<PaymentOptions>(/payment-options/, ({ items }) => ({
    items: items.map((option) => ({ ...option, default: true })),
  })),
  'usage.days': answer<UsageSeries>(/granularity=day/, ({ buckets }) => void buckets.splice(2, 1)),
  'usage.months': answer<UsageSeries>(/granularity=month/, ({ buckets }) => void buckets.pop()),
  'usage.half-open': answer(/granularity=day/, firstMore),
  'usage.months-of-days': answer(/granularity=month/, firstMore),
  'usage.total': answer<UsageSeries>(/granularity=day/, (json) => ({
    ...json,
    total: more(json.total ?? '0'),
  })),
  'usage.groups': answer<UsageSeries>(/groupBy/, (json) => ({
    ...json,
    buckets: json.buckets.map((one) => ({ ...one, groups: { ...one.groups, nobody: '1' } })),
  })),
  'usage.zone': answer(/^GET \/usage\?(?!.*timeZone)/, (json) => ({ ...json, timeZone: 'UTC' })),
  'usage.zone-asked': ask(/^GET \/usage\?/, forget('timeZone')),
  'usage.max-range': forgive(/from=2025-03-16/, series),
  'usage.refuses-half-months': forgive(/granularity=month/, series),
  'usage.refuses-empty-range': forgive(/to=2024-03-01/, series),
  'usage.refuses-no-date': forgive(/from=2023-02-29/, series),
  'usage.refuses-unknown-meter': forgive(/no-such-meter/, series),
  'usage.refuses-unknown-zone': forgive(/Mars/, series),
  'usage.refuses-unknown-granularity': forgive(/fortnight/, series),
  'records.shape': answer<UsageRecordPage>(/\/records/, (json) => ({
    ...json,
    items: json.items.map((one) => ({ ...one, values: { ...one.values, surprise: '1' } })),
  })),
  'records.order': answer<UsageRecordPage>(/\/records/, ({ items }) => void items.reverse()),
  'records.range': ask(/\/records/, ({ searchParams }) => {
    searchParams.set('from', addDays(searchParams.get('from') ?? '', -1));
  }),
  'records.pages': answer<UsageRecordPage>(/\/records.*cursor/, ({ items }) => void items.shift()),
  'records.total': answer<UsageRecordPage>(/\/records/, (json) => ({ ...json, total: 7 })),
  'records.unknown-cursor': ask(/\/records.*no-such-cursor/, forget('cursor')),
  'records.not-offered': ask(/\/records/, ({ searchParams }) => {
    searchParams.set('meter', 'sessions');
  }),
  'invoices.shape': ask(/^GET \/invoices\?limit=2$/, forget('limit')),
  'invoices.order': ask(/^GET \/invoices/, forget('order')),
  'invoices.pages': answer<Plans>(/^GET \/invoices.*cursor/, ({ items }) => void items.shift()),
  'invoices.unknown-cursor': ask(/^GET \/invoices.*no-such-cursor/, forget('cursor')),
  'invoices.refuses-limit': ask(/^GET \/invoices/, forget('limit')),
  'invoices.range': ask(/^GET \/invoices/, ({ searchParams }) => {
    const to = searchParams.get('to');
    if (to !== null) searchParams.set('to', addDays(to, 1));
  }),
  'invoices.status': ask(/^GET \/invoices/, forget('status')),
  'invoice.detail': answer(/^GET \/invoices\/[\w-]+$/, (json) => ({
    ...json,
    total: { amount: '0.01', currency: 'USD' },
  })),
  'invoice.unknown': forgive(/no-such-invoice/, '/invoices/upcoming'),
  'invoice.pdf': (handle) => async (request) => {
    const response = await handle(request);
    if (response.headers.get('Content-Type') !== 'application/pdf') return response;
    return new Response((await response.text()).slice(0, 100), response);
  },
  'invoice.no-pdf': forgive(/upcoming\/pdf/, '/invoices/inv-2025-0029/pdf'),
  'wire.etag': headers(/^GET/, (all) => {
    all.delete('If-None-Match');
  }),
  'wire.stale-etag': headers(/^GET/, (all) => {
    if (all.has('If-None-Match')) all.set('If-None-Match', '*');
  }),
  'wire.unknown-route': say(
    /no-such-thing/,
    () =>
      new Response('<h1>Not found</h1>', { status: 404, headers: { 'Content-Type': 'text/html' } }),
  ),
  'wire.unknown-slot': forgive(/no-such-slot/, '/subscriptions/plan'),
  'operation.unknown': say(/no-such-operation/, () => Response.json(operation)),
  'access.stranger': headers(/^GET \/account/, (all) => {
    all.set('Cookie', 'session=1');
  }),
  'write.key-missing': headers(/^POST/, (all) => {
    if (!all.has('Idempotency-Key')) all.set('Idempotency-Key', crypto.randomUUID());
  }),
  'write.replay': headers(/^POST/, (all) => {
    if (all.has('Idempotency-Key')) all.set('Idempotency-Key', crypto.randomUUID());
  }),
  'write.key-reused': (handle) => {
    const answers = new Map<string, string>();
    return async (request) => {
      const key = request.headers.get('Idempotency-Key') ?? '';
      const known = answers.get(key);
      if (known !== undefined)
        return new Response(known, { headers: { 'Content-Type': 'application/json' } });
      const response = await handle(request);
      if (key && response.ok) answers.set(key, await response.clone().text());
      return response;
    };
  },
  'write.bad-body': forgive(/^POST .*top-up/, '/balances/credits/top-up', reload),
  'write.operation': answer(/^GET \/operations/, (json) => ({ ...json, id: 'op_another' })),
  'write.foreign-return': (handle) => async (request) => {
    const text = request.method === 'POST' ? await request.clone().text() : '';
    if (!text.includes('stranger.invalid')) return handle(request);
    const body = JSON.stringify(reload);
    return handle(new Request(request.url, { method: 'POST', headers: request.headers, body }));
  },
  'write.forged': headers(/^POST/, (all) => {
    all.set('X-Requested-With', 'anybody');
  }),
  'write.not-allowed': say(/^POST \/subscriptions\/plan\/cancel/, () => Response.json(operation)),
  'write.cancel-and-keep': say(/^POST .*resume/, () => Response.json(operation)),
  'write.change-and-keep': answer<Subscription>(
    /^GET \/subscriptions\/plan$/,
    ({ scheduled: _, ...json }) => json,
  ),
  'write.pay': answer<Operation>(/^POST \/invoices/, (json) => ({
    ...json,
    id: crypto.randomUUID(),
  })),
  'offer.reads': forgetful(/^GET \/invoices\/no-such/),
  'offer.writes': forgetful(/^POST \/balances\/no-such/),
  'write.auto-top-up': answer(/^PUT/, (json) => ({ ...json, id: 'another' })),
};
