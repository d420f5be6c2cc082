/**
 * A stand-in for Lago that keeps subscriptions, wallets and invoices, as its documentation says how
 * they behave. Written by hand; nothing of it is taken from Lago's description.
 */
import { json, scriptedEngine } from '../scripted-engine.js';
import type { EngineRequest, ScriptedEngine } from '../scripted-engine.js';

export const uuid = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

type Row = Record<string, unknown>;
type Sent = Readonly<Record<string, Row | undefined>>;

export const plan = (code: string, cents: number, interval = 'monthly'): Row => ({
  code,
  name: `The ${code} plan`,
  interval,
  amount_cents: cents,
  amount_currency: 'USD',
  charges: [
    {
      billable_metric_code: 'sessions_metric',
      charge_model: 'standard',
      properties: { amount: '0.18' },
    },
  ],
});

/** The second after the period that a stand-in begins with. */
export const periodEnd = '2026-04-01T04:00:00.000Z';

const nothingWaits = { next_plan_code: null, downgrade_plan_date: null };

export class FakeLago implements ScriptedEngine {
  readonly subscriptions: Row[] = [];
  readonly wallets: Row[] = [];
  readonly transactions: Row[] = [];
  readonly invoices: Row[] = [];
  readonly customers = ['acme', 'rival'];
  events: Row[] = [];
  usages: Row[] = [];
  methods: Row[] = [];
  plans = [plan('basic', 25_000), plan('pro', 90_000), plan('yearly', 480_000, 'yearly')];
  name = 'Acme';
  /** What the numbers in ids are counted from. */
  first = 0;
  /** The current period of every subscription, as Lago tells it: to its last second. */
  period = { start: '2026-03-01T05:00:00Z', lastSecond: '2026-04-01T03:59:59Z' };
  /** The day on which the next one begins. */
  nextPeriod = '2026-04-01';
  /** What an invoice that isn't made would be about; without a plan, the one that is held. */
  billFor = (code: unknown) => ({
    name: 'Pro',
    net: 65_000,
    tax: 5363,
    total: code === undefined ? 27_063 : 70_363,
  });
  /** Where people pay for something, and where files are. */
  pageOf = (kind: 'checkout' | 'portal' | 'invoice' | 'credits' | 'file', _id: string): string =>
    kind === 'file' ? 'https://files.test/invoice.pdf' : `https://pay.test/${kind}`;
  /** How often a file is asked for until it is there. */
  downloadsToWait = 1;
  readonly #now: () => number;
  readonly #script = scriptedEngine((request) => this.#answer(request));

  constructor(now: () => number) {
    this.#now = now;
  }

  get fetch(): typeof globalThis.fetch {
    return this.#script.fetch;
  }

  get requests(): readonly EngineRequest[] {
    return this.#script.requests;
  }

  subscribe(externalId: string, code: string, customer = 'acme'): Row {
    const made = {
      lago_id: uuid(this.first + 100 + this.subscriptions.length),
      external_id: externalId,
      external_customer_id: customer,
      plan_code: code,
      status: 'active',
      started_at: new Date(this.#now()).toISOString(),
      current_billing_period_started_at: this.period.start,
      current_billing_period_ending_at: this.period.lastSecond,
      ending_at: null,
      next_plan_code: null,
      downgrade_plan_date: null,
    };
    this.subscriptions.push(made);
    return made;
  }

  addWallet(more: Row = {}): string {
    const id = uuid(this.first + 200 + this.wallets.length);
    this.wallets.push({
      lago_id: id,
      external_customer_id: 'acme',
      status: 'active',
      currency: 'USD',
      name: 'Prepaid',
      rate_amount: '1.0',
      credits_ongoing_balance: '184.6',
      consumed_credits: '615.40',
      paid_top_up_min_amount_cents: 10_000,
      paid_top_up_max_amount_cents: 2_000_000,
      recurring_transaction_rules: [],
      ...more,
    });
    return id;
  }

  addInvoice(number: number, date: string, more: Row = {}): string {
    const id = uuid(this.first + 300 + number);
    this.invoices.unshift({
      lago_id: id,
      number: `INV-${number}`,
      issuing_date: date,
      payment_due_date: date,
      payment_overdue: false,
      invoice_type: 'subscription',
      status: 'finalized',
      payment_status: 'succeeded',
      currency: 'USD',
      sub_total_excluding_taxes_amount_cents: 24_000,
      taxes_amount_cents: 1980,
      prepaid_credit_amount_cents: 500,
      total_amount_cents: 25_480,
      customer: { external_id: 'acme', name: 'Acme', address_line1: '1 Road', city: 'Town' },
      fees: [
        {
          amount_cents: 25_000,
          units: '1.0',
          precise_unit_amount: '250.0',
          from_date: '2026-02-01T00:00:00Z',
          to_date: '2026-02-28T23:59:59Z',
          item: { type: 'subscription', code: 'basic', name: 'Basic' },
        },
      ],
      credits: [{ amount_cents: 1000, item: { type: 'coupon', code: 'ten', name: 'Ten off' } }],
      applied_taxes: [{ tax_name: 'Sales tax', tax_rate: 8.25, amount_cents: 1980 }],
      ...more,
    });
    return id;
  }

  /** The provider says that a purchase was paid for, or was not: only then are its credits there. */
  settle(transaction: Row | undefined, status: 'settled' | 'failed'): void {
    if (!transaction) throw new Error('There is no such transaction.');
    transaction['status'] = status;
    const wallet = this.wallets.find((row) => row['lago_id'] === transaction['lago_wallet_id']);
    if (status !== 'settled' || !wallet) return;
    const sum = Number(wallet['credits_ongoing_balance']) + Number(transaction['credit_amount']);
    wallet['credits_ongoing_balance'] = sum.toFixed(2);
  }

  /** What waited for the end of the period happens when it is over. */
  #pass(): void {
    const now = this.#now();
    for (const row of this.subscriptions) {
      const { ending_at: end, downgrade_plan_date: date, status } = row;
      const lastSecond = Date.parse(String(row['current_billing_period_ending_at']));
      if (status !== 'active') continue;
      if (typeof end === 'string' && Date.parse(end) <= now) row['status'] = 'terminated';
      if (date === null || now < lastSecond + 1000) continue;
      row['status'] = 'terminated';
      const next = this.subscriptions.find(
        (one) => one['external_id'] === row['external_id'] && one['status'] === 'pending',
      );
      if (next) Object.assign(next, { status: 'active', ...nothingWaits });
    }
  }

  #answer(request: EngineRequest): Response {
    const { method, url, headers, body } = request;
    this.#pass();
    if (headers.get('Authorization') !== 'Bearer key-of-the-test') return json({}, 401);
    const rest = url.pathname.replace('/api/v1/', '').split('/').map(decodeURIComponent);
    const sent = (body ? JSON.parse(body) : {}) as Sent;
    const query = url.searchParams;
    const [kind, id, action] = rest;
    switch (kind) {
      case 'customers':
        return this.#customer(method, id ?? '', action, query);
      case 'plans':
        return id === undefined
          ? paged('plans', this.plans, query)
          : one(
              'plan',
              this.plans.find(({ code }) => code === id),
            );
      case 'subscriptions':
        return this.#subscription(method, id, query, sent['subscription'] ?? {});
      case 'invoices':
        return this.#invoice(method, id ?? '', action, sent);
      case 'wallets':
        return this.#wallet(id ?? '', sent['wallet'] ?? {});
      case 'wallet_transactions':
        return this.#transaction(method, id, sent['wallet_transaction'] ?? {});
      case 'analytics':
        return json({ usages: this.usages });
      case 'events': {
        const [from, to] = ['timestamp_from', 'timestamp_to'].map((name) =>
          Date.parse(query.get(name) ?? ''),
        );
        const found = this.events.filter(({ timestamp }) => {
          const at = Date.parse(String(timestamp));
          return at >= Number(from) && at <= Number(to);
        });
        return paged('events', found, query);
      }
      default:
        return json({}, 404);
    }
  }

  #customer(
    method: string,
    id: string,
    action: string | undefined,
    query: URLSearchParams,
  ): Response {
    if (!this.customers.includes(id)) return json({}, 404);
    const own = (row: Row): boolean => row['external_customer_id'] === id;
    switch (action) {
      case undefined:
        return one('customer', {
          external_id: id,
          name: this.name,
          currency: 'USD',
          applicable_timezone: 'America/New_York',
        });
      case 'subscriptions': {
        const statuses = query.getAll('status[]');
        const found = this.subscriptions.filter(
          (row) => own(row) && statuses.includes(String(row['status'])),
        );
        return paged('subscriptions', found, query);
      }
      case 'wallets':
        return paged('wallets', this.wallets.filter(own), query);
      case 'payment_methods':
        return paged('payment_methods', this.methods, query);
      case 'invoices': {
        const [from, to] = [query.get('issuing_date_from'), query.get('issuing_date_to')];
        const found = this.invoices.filter((row) => {
          const date = String(row['issuing_date']);
          const isOwn = (row['customer'] as Row)['external_id'] === id;
          return isOwn && (!from || date >= from) && (!to || date <= to);
        });
        return paged('invoices', found, query);
      }
      case 'checkout_url':
        return method === 'POST'
          ? one('customer', { checkout_url: this.pageOf('checkout', id) })
          : json({}, 405);
      case 'portal_url':
        return one('customer', { portal_url: this.pageOf('portal', id) });
      default:
        return json({}, 404);
    }
  }

  /** An upgrade begins at once, a downgrade when the period ends, whoever asks for what. */
  #subscription(
    method: string,
    id: string | undefined,
    query: URLSearchParams,
    sent: Row,
  ): Response {
    if (id === undefined) {
      const [name, code] = [String(sent['external_id']), String(sent['plan_code'])];
      const active = this.subscriptions.find(
        (row) => row['external_id'] === name && row['status'] === 'active',
      );
      if (!this.plans.some((row) => row['code'] === code)) return one('plan', undefined);
      const customer = String(sent['external_customer_id']);
      if (!active) return one('subscription', this.subscribe(name, code, customer));
      const yearly = (wanted: unknown): number => {
        const found = this.plans.find((row) => row['code'] === wanted);
        return Number(found?.['amount_cents']) * (found?.['interval'] === 'yearly' ? 1 : 12);
      };
      if (yearly(code) >= yearly(active['plan_code'])) {
        active['status'] = 'terminated';
        return one('subscription', this.subscribe(name, code, customer));
      }
      active['next_plan_code'] = code;
      active['downgrade_plan_date'] = this.nextPeriod;
      this.subscriptions.push({
        ...active,
        lago_id: uuid(this.first + 190),
        plan_code: code,
        status: 'pending',
      });
      return one('subscription', active);
    }
    const wanted = query.get('status') ?? 'active';
    const found = this.subscriptions.find(
      (row) => row['external_id'] === id && row['status'] === wanted,
    );
    if (!found) return json({}, 404);
    if (method === 'PUT') found['ending_at'] = sent['ending_at'];
    if (method === 'DELETE') {
      found['status'] = wanted === 'pending' ? 'canceled' : 'terminated';
      found['terminated_at'] = new Date(this.#now()).toISOString();
      for (const row of this.subscriptions) {
        Object.assign(row, nothingWaits);
      }
    }
    return one('subscription', found);
  }

  #invoice(method: string, id: string, action: string | undefined, sent: Row): Response {
    if (id === 'preview') {
      const asked = (sent['subscriptions'] ?? {}) as Row;
      const { name, net, tax, total } = this.billFor(asked['plan_code'] ?? sent['plan_code']);
      return one('invoice', {
        lago_id: null,
        number: '',
        issuing_date: this.nextPeriod,
        currency: 'USD',
        total_amount_cents: total,
        taxes_amount_cents: tax,
        fees: [
          {
            amount_cents: net,
            units: '1.0',
            item: { type: 'subscription', code: 'pro', name },
          },
        ],
        customer: sent['customer'],
      });
    }
    const found = this.invoices.find((row) => row['lago_id'] === id);
    if (!found) return json({}, 404);
    if (method === 'GET') return one('invoice', found);
    if (action === 'download') {
      this.downloadsToWait -= 1;
      if (this.downloadsToWait >= 0) return new Response(null, { status: 200 });
      return one('invoice', { ...found, file_url: this.pageOf('file', id) });
    }
    if (action === 'retry_payment') return new Response(null, { status: 200 });
    return json({ invoice_payment_details: { payment_url: this.pageOf('invoice', id) } });
  }

  #wallet(id: string, sent: Row): Response {
    const found = this.wallets.find((row) => row['lago_id'] === id);
    if (!found) return json({}, 404);
    const rules = (sent['recurring_transaction_rules'] ?? []) as Row[];
    found['recurring_transaction_rules'] = rules.map((rule) => ({
      lago_id: uuid(this.first + 500),
      status: 'active',
      ...rule,
    }));
    return one('wallet', found);
  }

  #transaction(method: string, id: string | undefined, sent: Row): Response {
    if (id === undefined) {
      const wallet = this.wallets.find((row) => row['lago_id'] === sent['wallet_id']);
      if (!wallet) return refused('wallet_id', 'wallet_not_found');
      if (wallet['status'] !== 'active') return refused('wallet_id', 'wallet_is_terminated');
      const cents = Number(sent['paid_credits']) * Number(wallet['rate_amount']) * 100;
      const [least, most] = ['min', 'max'].map((end) =>
        Number(wallet[`paid_top_up_${end}_amount_cents`]),
      );
      if (cents < Number(least)) return refused('paid_credits', 'amount_below_minimum');
      if (cents > Number(most)) return refused('paid_credits', 'amount_above_maximum');
      const made = {
        lago_id: uuid(this.first + 400 + this.transactions.length),
        lago_wallet_id: sent['wallet_id'],
        status: 'pending',
        credit_amount: sent['paid_credits'],
      };
      this.transactions.push(made);
      return json({ wallet_transactions: [made] });
    }
    const found = this.transactions.find((row) => row['lago_id'] === id);
    if (!found) return json({}, 404);
    if (method === 'GET') return one('wallet_transaction', found);
    if (found['status'] !== 'pending') return refused('base', 'wallet_transaction_not_pending');
    return json({
      wallet_transaction_payment_details: { payment_url: this.pageOf('credits', id) },
    });
  }
}

const one = (key: string, row: Row | undefined): Response =>
  row ? json({ [key]: row }) : json({ status: 404, code: `${key}_not_found` }, 404);

const refused = (field: string, code: string): Response =>
  json({ status: 422, code: 'validation_errors', error_details: { [field]: [code] } }, 422);

function paged(key: string, rows: readonly Row[], query: URLSearchParams): Response {
  const [page, perPage] = [Number(query.get('page')), Number(query.get('per_page'))];
  const begin = (page - 1) * perPage;
  const hasMore = begin + perPage < rows.length;
  return json({
    [key]: rows.slice(begin, begin + perPage),
    meta: { current_page: page, next_page: hasMore ? page + 1 : null, total_count: rows.length },
  });
}
