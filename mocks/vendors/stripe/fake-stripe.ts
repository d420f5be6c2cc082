/** A stand-in for Stripe that carries state; what it sends has the types of Stripe's SDK. */
import type { Stripe } from 'stripe';

import { json, scriptedEngine } from '../scripted-engine.js';
import type { EngineRequest, ScriptedEngine } from '../scripted-engine.js';
import { CUSTOMER, listOf, preview, price, product, seconds, visa } from './objects.js';
import type { FakeInvoice, FakePrice, FakeSchedule, FakeSubscription } from './objects.js';
import { repliesOf } from './replies.js';
import type { Saved } from './replies.js';
import { sentPairs } from './typed.js';
import type { Sent } from './typed.js';

interface Meterage {
  /** Second of an event. */
  readonly at: number;
  readonly value: number;
}

/** What there is at this Stripe; tests change it as webhooks and other people would. */
export class FakeStripe {
  readonly engine: ScriptedEngine;
  readonly fetch: typeof globalThis.fetch;

  customer: Sent<Stripe.Customer> | Sent<Stripe.DeletedCustomer> = {
    id: CUSTOMER,
    object: 'customer',
    name: 'Jane',
    currency: 'usd',
    balance: 0,
    invoice_settings: { default_payment_method: visa },
  };
  products = [product('basic'), product('pro'), product('care', 'support')];
  prices: FakePrice[] = [
    price('price_basic', 'basic', 2000),
    price('price_pro', 'pro', 5000),
    price('price_pro_year', 'pro', 50_000, { interval: 'year' }),
    price('price_care', 'care', 900),
  ];
  subscriptions: FakeSubscription[] = [];
  invoices: FakeInvoice[] = [];
  /** The lines of an invoice that has more of them than are sent with it. */
  lines: (Sent<Stripe.InvoiceLineItem> & { id: string })[] = [];
  methods: Sent<Stripe.PaymentMethod>[] = [visa];
  readonly sessions: (Sent<Stripe.Checkout.Session> & { id: string })[] = [];
  grants: Sent<Stripe.Billing.CreditGrant>[] = [];
  credits = 0;
  events: Meterage[] = [];
  nextBill = preview();
  /** What a change would cost at once, by the form that asks. */
  billFor: (sent: URLSearchParams) => Sent<Stripe.Invoice> = () => this.nextBill;
  /** Where people pay for a session of the checkout, or look after everything. */
  pageOf: (session: string, returnUrl: string) => string = (session) =>
    session === 'portal' ? 'https://billing.stripe.com/p/1' : 'https://checkout.stripe.com/c/1';
  /** The ids of what is made here. */
  nameOf: (kind: 'cs' | 'bps' | 'sub_sched', number: number) => string = (kind, number) =>
    `${kind}_${number}`;
  /** What an attempt to pay meets: the money, or a refusal of the bank's. */
  bank: 'pays' | 'declines' | 'asks' = 'pays';

  constructor(saved = new Map<string, Saved>()) {
    this.engine = scriptedEngine(repliesOf((request) => this.#answer(request), saved));
    this.fetch = this.engine.fetch;
  }

  /** The paths that were asked for so far, with their methods. */
  get asked(): string[] {
    return this.engine.requests.map(({ method, url }) => `${method} ${url.pathname}`);
  }

  /** The form that was sent last to a path, or the query where there was none. */
  sentTo(path: string): string[] {
    const request = this.engine.requests.findLast(({ url }) => url.pathname === path);
    if (!request) throw new Error(`Nothing was sent to ${path}`);
    return sentPairs(request.body || request.url.search);
  }

  #answer(request: EngineRequest): Response {
    const { method, url } = request;
    const [, , ...path] = url.pathname.split('/').map(decodeURIComponent);
    const sent = new URLSearchParams(request.body || url.search);
    const own = sent.get('customer') ?? CUSTOMER;
    const place = `${method} ${path[0] === 'billing' ? path.slice(1).join('/') : path.join('/')}`;
    const [kind, id = '', part] = path;
    // "It must belong to the customer", both of an invoice and of a subscription.
    const way = sent.get('payment_method') ?? sent.get('default_payment_method');
    if (way !== null && !this.methods.some((each) => each.id === way)) {
      return invalid('payment_method', 'resource_missing');
    }
    switch (true) {
      case place.startsWith('GET customers/') && part === 'payment_methods':
        return pageOf(this.methods, sent);
      case place.startsWith('GET customers/'):
        return json(this.customer);
      case place === 'GET products':
        return pageOf(
          this.products.filter((one) => sent.getAll('ids[]').includes(one.id)),
          sent,
        );
      case place === 'GET prices':
        return pageOf(
          this.prices.map((one) => this.#withProduct(one)),
          sent,
        );
      case place.startsWith('GET prices/'):
        return one(
          this.prices.find((each) => each.id === id),
          (it) => this.#withProduct(it),
        );
      case place === 'GET subscriptions':
        return pageOf(this.subscriptions.filter(isAliveOf(own)), sent);
      case kind === 'subscriptions':
        return one(
          this.subscriptions.find((each) => each.id === id),
          (it) => this.#subscription(method, it, sent),
        );
      case kind === 'subscription_schedules':
        return this.#schedule(id, part, sent);
      case place === 'POST invoices/create_preview':
        return json(this.billFor(sent));
      case place === 'GET invoices':
        return this.#invoicePage(sent);
      case kind === 'invoices' && part === 'lines':
        return pageOf(this.lines, sent);
      case kind === 'invoices':
        return one(
          this.invoices.find((each) => each.id === id),
          (it) => (part === 'pay' ? this.#pay(it) : it),
        );
      case place === 'POST checkout/sessions':
        return json(this.#checkout(sent));
      case place.startsWith('GET checkout/sessions/'):
        return one(
          this.sessions.find((each) => each.id === part),
          (it) => it,
        );
      case place === 'POST billing_portal/sessions':
        return json({
          id: this.nameOf('bps', 1),
          url: this.pageOf('portal', sent.get('return_url') ?? ''),
        });
      case place === 'GET credit_balance_summary':
        return json(this.#creditSummary());
      case place === 'GET credit_grants':
        return pageOf(this.grants, sent);
      case place.startsWith('GET meters/'):
        return this.#summaries(sent);
      case kind === 'tax_rates':
        return json({ id, display_name: 'VAT', percentage: 8.875 } satisfies Sent<Stripe.TaxRate>);
      default:
        return json({ error: { type: 'invalid_request_error', message: place } }, 404);
    }
  }

  #withProduct(of: FakePrice) {
    const found = this.products.find(({ id }) => id === of.product);
    return { ...of, product: found };
  }

  #subscription(method: string, held: FakeSubscription, sent: URLSearchParams): object {
    if (method === 'DELETE') held.status = 'canceled';
    const atEnd = sent.get('cancel_at_period_end');
    if (atEnd !== null) held.cancel_at_period_end = atEnd === 'true';
    held.default_payment_method = sent.get('default_payment_method') ?? held.default_payment_method;
    const wished = this.prices.find(({ id }) => id === sent.get('items[0][price]'));
    const [item] = held.items.data;
    if (!wished || !item) return held;
    held.latest_invoice = { id: 'in_change', hosted_invoice_url: 'https://invoice.stripe.com/c' };
    if (this.bank === 'pays') item.price = wished;
    else held.pending_update = { expires_at: seconds('2026-03-19T14:30:00Z') };
    return held;
  }

  #schedule(id: string, part: string | undefined, sent: URLSearchParams): Response {
    const from = sent.get('from_subscription');
    const held = this.subscriptions.find((each) => each.id === from || each.schedule?.id === id);
    if (!held) return json({}, 404);
    const schedule: FakeSchedule = held.schedule ?? {
      id: this.nameOf('sub_sched', 1),
      customer: held.customer,
      phases: [],
    };
    held.schedule = part === 'release' ? null : schedule;
    if (sent.has('phases[0][items][0][price]')) {
      schedule.phases = [0, 1].map((index) => ({
        start_date: Number(sent.get(`phases[${index}][start_date]`)),
        items: [{ price: sent.get(`phases[${index}][items][0][price]`) ?? '' }],
      }));
    }
    return json(schedule);
  }

  #invoicePage(sent: URLSearchParams): Response {
    const status = sent.get('status');
    const [from, to] = [
      Number(sent.get('created[gte]')),
      Number(sent.get('created[lt]') ?? Infinity),
    ];
    const all = this.invoices
      .filter((each) => !status || each.status === status)
      .filter(({ created = 0 }) => created >= from && created < to)
      .toSorted((a, b) => (b.created ?? 0) - (a.created ?? 0));
    return pageOf(all, sent);
  }

  #pay(bill: FakeInvoice): object | Response {
    if (this.bank === 'pays')
      return Object.assign(bill, { status: 'paid', amount_paid: bill.amount_due });
    const code = this.bank === 'asks' ? 'invoice_payment_intent_requires_action' : 'card_declined';
    return json({ error: { type: 'card_error', code, message: 'Your card …' } }, 402);
  }

  #checkout(sent: URLSearchParams): object {
    const id = this.nameOf('cs', this.sessions.length + 1);
    const session = {
      id,
      object: 'checkout.session',
      created: seconds('2026-03-18T15:30:00Z'),
      customer: sent.get('customer') ?? '',
      mode: sent.get('mode') ?? 'payment',
      status: 'open',
      payment_status: 'unpaid',
      amount_total: Number(sent.get('line_items[0][price_data][unit_amount]') ?? 0),
      url: this.pageOf(id, sent.get('success_url') ?? ''),
    } satisfies Sent<Stripe.Checkout.Session>;
    this.sessions.push(session);
    return session;
  }

  #creditSummary(): Sent<Stripe.Billing.CreditBalanceSummary> {
    const monetary = { currency: 'usd', value: this.credits };
    return {
      object: 'billing.credit_balance_summary',
      balances: this.credits
        ? [
            {
              available_balance: { type: 'monetary', monetary },
              ledger_balance: { type: 'monetary', monetary },
            },
          ]
        : [],
    };
  }

  /** Sums by windows that begin at whole hours or days of UTC, or over the whole range. */
  #summaries(sent: URLSearchParams): Response {
    const [from, to] = [Number(sent.get('start_time')), Number(sent.get('end_time'))];
    const unit = { hour: 3600, day: 86_400 }[sent.get('value_grouping_window') ?? ''];
    if (unit && (from % unit || to % unit)) return invalid('start_time');
    const sums = new Map<number, number>();
    for (const { at, value } of this.events.filter((each) => each.at >= from && each.at < to)) {
      const start = unit ? at - (at % unit) : from;
      sums.set(start, (sums.get(start) ?? 0) + value);
    }
    const rows = [...sums]
      .sort(([a], [b]) => a - b)
      .map(([start, sum]): Sent<Stripe.Billing.MeterEventSummary> & { id: string } => ({
        id: `sum_${start}`,
        object: 'billing.meter_event_summary',
        start_time: start,
        end_time: unit ? start + unit : to,
        aggregated_value: sum,
      }));
    return pageOf(rows, sent);
  }
}

/**
 * A page of a list: 10 rows unless told otherwise and never more than 100, behind a row of the list.
 * Source: https://docs.stripe.com/api/pagination
 */
function pageOf(all: readonly { readonly id?: string }[], sent: URLSearchParams): Response {
  const [limit, after] = [Number(sent.get('limit') ?? 10), sent.get('starting_after')];
  if (!(limit >= 1 && limit <= 100)) return invalid('limit');
  const start = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
  if (after !== null && start === 0) return invalid('starting_after');
  const end = start + limit;
  return json(listOf(all.slice(start, end), end < all.length));
}

const invalid = (param: string, code = 'parameter_invalid'): Response =>
  json({ error: { type: 'invalid_request_error', code, param } }, 400);

const isAliveOf =
  (customer: string) =>
  ({ customer: whose, status }: FakeSubscription): boolean =>
    whose === customer && status !== 'canceled';

function one<Found>(found: Found | undefined, answer: (found: Found) => object): Response {
  if (found === undefined) return json({ error: { code: 'resource_missing' } }, 404);
  const answered = answer(found);
  return answered instanceof Response ? answered : json(answered);
}
