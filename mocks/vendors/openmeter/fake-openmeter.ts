/**
 * A stand-in for OpenMeter that keeps subscriptions and invoices, as far as its published
 * description says how they behave. Its subscriptions and invoices may be another customer's, so
 * that a test can ask for these.
 */
import { addMonths, dateIn, startOfDay, startOfNextDay } from '../../../src/billing/dates.js';
import { json, scriptedEngine } from '../scripted-engine.js';
import type { EngineRequest, ScriptedEngine } from '../scripted-engine.js';

export const ulid = (name: string): string =>
  `01${name
    .toUpperCase()
    .replace(/[ILOU]/g, '0')
    .padEnd(24, '0')}`;

export const own = ulid('acme');
export const other = ulid('rival');

interface FakeSubscription {
  readonly id: string;
  readonly customerId: string;
  readonly plan: { id: string; key: string; version: number };
  activeFrom: string;
  activeTo?: string | undefined;
  deletedAt?: string | undefined;
}

export interface FakeEvent {
  readonly id: string;
  readonly time: string;
  readonly ingestedAt?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Nothing that anybody could do about an invoice. */
const inHand = { failed: false, availableActions: {} };

type Body = Readonly<Record<string, unknown>>;

interface FakePlan {
  readonly name: string;
  readonly amount: string;
  /** Units that are in it each month. */
  readonly included?: number;
}

const planOf = (key: string, { name, amount, included = 1500 }: FakePlan): Body => ({
  id: ulid(key),
  key,
  version: 1,
  name,
  currency: 'USD',
  billingCadence: 'P1M',
  status: 'active',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  phases: [
    { key: 'trial', name: 'Trial', duration: 'P1M', rateCards: [] },
    {
      key: 'normal',
      name: 'Normal',
      duration: null,
      rateCards: [
        {
          type: 'flat_fee',
          key: 'base',
          name: 'Base fee',
          billingCadence: 'P1M',
          price: { type: 'flat', amount },
        },
        {
          type: 'usage_based',
          key: 'sessions',
          name: 'Sessions',
          featureKey: 'sessions',
          billingCadence: 'P1M',
          price: { type: 'unit', amount: '0.18' },
          entitlementTemplate: { type: 'metered', issueAfterReset: included },
        },
      ],
    },
  ],
});

export class FakeOpenMeter implements ScriptedEngine {
  readonly subscriptions: FakeSubscription[] = [];
  readonly invoices: Body[] = [];
  events: FakeEvent[] = [];
  /** The value of each window, by its date. */
  usage: Record<string, number> = {};
  /** The same, where days and months must differ, or zones. */
  usageBy: (size: 'DAY' | 'MONTH', timeZone: string) => Readonly<Record<string, number>> = () =>
    this.usage;
  plans: Record<string, FakePlan> = {
    basic: { name: 'The basic plan', amount: '250.00' },
    pro: { name: 'The pro plan', amount: '900' },
    help: { name: 'The help plan', amount: '0.10' },
  };
  name = 'Acme';
  /** What the periods of subscriptions are counted from. */
  anchor = '2026-01-01T00:00:00Z';
  /** What is left of the entitlement to sessions, and until when. */
  allowance = {
    period: { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' },
    granted: 1500,
    used: 1512.5,
  };
  /** Where people leave details of a way to pay. */
  pageOf: (kind: 'setup' | 'portal', returnUrl: string) => string = (kind) =>
    `https://pay.test/${kind}`;
  now: () => number;
  readonly #key: string;
  readonly #own: string;
  readonly #script = scriptedEngine((request) => this.#answer(request));

  constructor(now: () => number, key = 'acme') {
    this.now = now;
    this.#key = key;
    this.#own = ulid(key);
  }

  get fetch(): typeof globalThis.fetch {
    return this.#script.fetch;
  }

  get requests(): readonly EngineRequest[] {
    return this.#script.requests;
  }

  subscribe(key: string, activeFrom: string, customerId = this.#own): FakeSubscription {
    const made = {
      id: ulid(`${this.#key}sub${this.subscriptions.length}`),
      customerId,
      plan: { id: ulid(key), key, version: 1 },
      activeFrom,
    };
    this.subscriptions.push(made);
    return made;
  }

  addInvoice(name: string, issuedAt: string, more: Body = {}): string {
    const id = ulid(name);
    const totals = {
      amount: '250',
      chargesTotal: '0',
      discountsTotal: '0',
      creditsTotal: '10.5',
      taxesInclusiveTotal: '0',
      taxesExclusiveTotal: '20.63',
      taxesTotal: '20.63',
      total: '260.13',
    };
    this.invoices.push({
      id,
      number: `INV-${name}`,
      currency: 'USD',
      status: 'paid',
      totals,
      createdAt: issuedAt,
      issuedAt,
      customer: { id: this.#own, name: this.name },
      supplier: { name: 'Seller', addresses: [{ line1: '1 Road', city: 'Town', country: 'US' }] },
      statusDetails: inHand,
      lines: [
        {
          name: 'Base fee',
          currency: 'USD',
          quantity: '1',
          price: { type: 'flat', amount: '250' },
          period: { from: '2026-02-01T00:00:00Z', to: '2026-03-01T00:00:00Z' },
          totals,
        },
      ],
      ...more,
    });
    return id;
  }

  /** The app that collects says that an invoice is paid, which takes it a while. */
  collect(id: string): void {
    const found = this.invoices.find((one) => one['id'] === id);
    if (found) this.#become(found, { status: 'paid' });
  }

  #become(invoice: Body, change: Body): Body {
    const changed = { ...invoice, ...change };
    this.invoices.splice(this.invoices.indexOf(invoice), 1, changed);
    return changed;
  }

  #answer(request: EngineRequest): Response {
    const { method, url, body } = request;
    const [, api, version, ...rest] = url.pathname.split('/');
    if (request.headers.get('Authorization') !== 'Bearer key-of-the-test') return problem(401);
    if (api !== 'api') return problem(404);
    const place = `${method} ${version}/${rest.join('/')}`;
    const sent = (body ? JSON.parse(body) : {}) as Body;
    if (rest[0] === 'subscriptions') return this.#subscription(method, rest, sent);
    if (rest[0] === 'billing') return this.#invoice(rest, method, url.searchParams);
    if (rest[0] === 'plans') {
      const keys = rest[1] ? [rest[1]] : url.searchParams.getAll('key').map(ulid);
      const plans = Object.entries(this.plans)
        .map(([key, plan]) => planOf(key, plan))
        .filter(({ id }) => keys.includes(String(id)));
      return rest[1] ? json(plans[0]) : paged(plans, url.searchParams);
    }
    const { options, returnUrl = options?.successURL ?? '' } = sent as {
      readonly options?: { readonly successURL?: string };
      readonly returnUrl?: string;
    };
    switch (place.replace(`/customers/${this.#key}`, '/customers/own')) {
      case 'GET v1/customers/own':
        return json({ id: this.#own, key: this.#key, name: this.name, currency: 'USD' });
      case 'GET v1/customers/own/subscriptions':
        return paged(
          this.subscriptions
            .filter(({ customerId }) => customerId === this.#own)
            .map((one) => this.#full(one)),
          url.searchParams,
        );
      case 'GET v2/customers/own/entitlements':
        return paged(
          [
            {
              type: 'metered',
              featureKey: 'sessions',
              currentUsagePeriod: this.allowance.period,
            },
            { type: 'boolean', featureKey: 'sso' },
          ],
          url.searchParams,
        );
      case 'GET v2/customers/own/entitlements/sessions/value': {
        const { granted, used } = this.allowance;
        return json({
          hasAccess: true,
          balance: Math.max(granted - used, 0),
          usage: used,
          overage: Math.max(used - granted, 0),
          totalAvailableGrantAmount: granted,
        });
      }
      case 'GET v1/meters/sessions_total/query':
        return this.#meter(url.searchParams);
      case 'GET v2/events':
        return this.#events(url.searchParams);
      case 'POST v1/stripe/checkout/sessions':
        return json(
          { url: this.pageOf('setup', returnUrl), sessionId: 'cs_1', mode: 'setup' },
          201,
        );
      case 'POST v1/customers/own/stripe/portal':
        return json({ url: this.pageOf('portal', returnUrl), id: 'bps_1' }, 201);
      default:
        return problem(404);
    }
  }

  #subscription(method: string, [, id, action]: readonly string[], sent: Body): Response {
    const now = this.now();
    const [year = 0, month = 0] = dateIn('UTC', now).split('-').map(Number);
    const cycleEnd = new Date(Date.UTC(year, month, 1)).toISOString();
    const at = sent['timing'] === 'next_billing_cycle' ? cycleEnd : new Date(now).toISOString();
    const { key } = (sent['plan'] ?? {}) as { key: string };
    if (id === undefined) return json(this.#full(this.subscribe(key, at)), 201);
    const found = this.subscriptions.find((one) => one.id === id);
    if (!found) return problem(404);
    if (method === 'GET') return json(this.#full(found));
    switch (action) {
      case 'change': {
        found.activeTo = at;
        return json({ current: this.#full(found), next: this.#full(this.subscribe(key, at)) });
      }
      case 'cancel':
        found.activeTo = at;
        return json(this.#full(found));
      case 'restore':
        for (const one of this.subscriptions) {
          if (Date.parse(one.activeFrom) > now) one.deletedAt = new Date(now).toISOString();
        }
        found.activeTo = undefined;
        return json(this.#full(found));
      case 'unschedule-cancelation':
        found.activeTo = undefined;
        return json(this.#full(found));
      default:
        return problem(404);
    }
  }

  #full({ plan, ...one }: FakeSubscription): Body {
    return {
      ...one,
      plan,
      name: `The ${plan.key} plan`,
      status: 'active',
      currency: 'USD',
      billingCadence: 'P1M',
      billingAnchor: this.anchor,
      alignment: {},
    };
  }

  #invoice([, , id, action]: readonly string[], method: string, query: URLSearchParams): Response {
    if (id !== undefined) {
      const found = this.invoices.find((one) => one['id'] === id);
      if (!found) return problem(404);
      if (method === 'GET') return json(found);
      if (action !== 'retry') return problem(404);
      return json(this.#become(found, { status: 'payment_processing', statusDetails: inHand }));
    }
    const until = (name: string): number => Date.parse(query.get(name) ?? '2100-01-01T00:00:00Z');
    const after = Date.parse(query.get('issuedAfter') ?? '2000-01-01T00:00:00Z');
    const issued = (one: Body): number => Date.parse(String(one['issuedAt']));
    const found = this.invoices
      .filter((one) => query.getAll('statuses').includes(String(one['status'])))
      .filter((one) => query.get('customers') === (one['customer'] as { id: string }).id)
      .filter((one) => Date.parse(String(one['createdAt'])) <= until('createdBefore'))
      .filter((one) => issued(one) >= after && issued(one) <= until('issuedBefore'))
      .sort((a, b) => issued(a) - issued(b));
    if (query.get('order') === 'DESC') found.reverse();
    return paged(found, query);
  }

  /** Windows of whole days of the zone that have values, and one before the range. */
  #meter(query: URLSearchParams): Response {
    const zone = query.get('windowTimeZone') ?? 'UTC';
    const [from, to] = ['from', 'to'].map((name) => Date.parse(query.get(name) ?? ''));
    const groupBy = query.get('groupBy');
    const size = query.get('windowSize') === 'DAY' ? 'DAY' : 'MONTH';
    const data = Object.entries(this.usageBy(size, zone)).flatMap(([date, value]) => {
      const start = startOfDay(date, zone);
      const end =
        size === 'DAY' ? startOfNextDay(start, zone) : startOfDay(addMonths(date, 1), zone);
      if (start < Number(from) - 86_400_000 || start >= Number(to)) return [];
      const row = {
        windowStart: new Date(start).toISOString(),
        windowEnd: new Date(end).toISOString(),
        subject: null,
      };
      if (!groupBy) return [{ ...row, value, groupBy: {} }];
      return [
        { ...row, value: value - 1, groupBy: { [groupBy]: 'web' } },
        { ...row, value: 1, groupBy: { [groupBy]: null } },
      ];
    });
    return json({ data });
  }

  /** The newest first, as OpenMeter does. */
  #events(query: URLSearchParams): Response {
    const filter = JSON.parse(query.get('filter') ?? '{}') as {
      time: { $gte: string; $lt: string };
      customerId: { $in: string[] };
    };
    if (filter.customerId.$in[0] !== this.#own) return json({ items: [] });
    const time = (one: FakeEvent): number => Date.parse(one.time);
    const found = this.events
      .filter(
        (one) =>
          time(one) >= Date.parse(filter.time.$gte) && time(one) < Date.parse(filter.time.$lt),
      )
      .sort((a, b) => time(b) - time(a));
    const begin = Number(query.get('cursor') ?? 0);
    const items = found.slice(begin, begin + Number(query.get('limit')));
    return json({
      items: items.map(({ id, ingestedAt, time: at, data }) => ({
        event: {
          id,
          source: 'app',
          subject: this.#key,
          specversion: '1.0',
          type: 'session',
          time: at,
          data,
        },
        customerId: this.#own,
        ingestedAt: ingestedAt ?? at,
        storedAt: ingestedAt ?? at,
      })),
      nextCursor: String(begin + items.length),
    });
  }
}

function paged(items: readonly unknown[], query: URLSearchParams): Response {
  const [page, pageSize] = [Number(query.get('page')), Number(query.get('pageSize'))];
  const begin = (page - 1) * pageSize;
  return json({
    items: items.slice(begin, begin + pageSize),
    totalCount: items.length,
    page,
    pageSize,
  });
}

const problem = (status: number): Response =>
  json({ type: 'about:blank', title: 'No', status, detail: 'a secret detail' }, status);
