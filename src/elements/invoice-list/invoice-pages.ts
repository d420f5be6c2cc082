import type { BillingApi } from '../../api/billing-api.js';
import { BillingError } from '../../api/billing-error.js';
import type { Account, InvoicePage, InvoiceQuery } from '../../billing/types.js';
import { connectionOf } from '../../state/connection.js';
import type { BillingHost } from '../../state/connection.js';
import { BillingQuery } from '../../state/query.js';
import type { Loadable } from '../../state/query.js';
import { dayFault, queryOf } from './filters.js';
import type { InvoiceFilters } from './filters.js';

/** Twice what may be asked for: more would keep the page from answering while it is drawn. */
const mostRows = 200;

/** The element, as what it is drawn with knows it. */
export type InvoiceHost = BillingHost & {
  -readonly [Key in keyof InvoiceFilters]: InvoiceFilters[Key];
} & { readonly logo: string | null };

/** The cursors that led to a page, its own the last; the first page has none. */
type Trail = readonly (string | undefined)[];

interface Shown {
  readonly client: BillingApi | undefined;
  readonly filters: string;
  readonly trail: Trail;
  readonly page: InvoicePage;
}

/**
 * The page of invoices on screen. Its place is kept as a trail of cursors, so that new invoices do
 * not move what a person reads; the page before stays until the next one is there.
 */
export class InvoicePages implements Loadable<InvoicePage> {
  readonly account: Loadable<Account>;
  readonly #host: InvoiceHost;
  readonly #query: BillingQuery<InvoicePage, readonly [string, string | undefined]>;
  readonly #denied = new BillingError('forbidden', { status: 403 });
  /** The same, where the account says why: the list then tells that in words of its own. */
  readonly #deniedForReason = new BillingError('forbidden', { status: 403, cause: 'viewInvoices' });
  readonly #notOffered = new BillingError('not_supported');
  /** Where the person wants to be. Until that page is there, and where it fails, they are not. */
  #trail: Trail = [undefined];
  #filters = '';
  #client: BillingApi | undefined;
  #shown: Shown | undefined;

  constructor(host: InvoiceHost, account: Loadable<Account>) {
    this.#host = host;
    this.account = account;
    this.#query = new BillingQuery(host, {
      args: () => this.#question(),
      load: async (client, options, [filters, cursor]) => {
        const query = JSON.parse(filters) as InvoiceQuery;
        const page = await client.invoices({ ...query, ...(cursor && { cursor }) }, options);
        // A cursor that was followed already leads round and round.
        if (page.nextCursor === null || !this.#trail.includes(page.nextCursor)) {
          return withinMostRows(page);
        }
        throw new BillingError('bad_response', { retryable: true });
      },
    });
  }

  get value(): InvoicePage | undefined {
    return this.#now?.page;
  }

  get answeredAt(): number | undefined {
    return this.#query.answeredAt;
  }

  get error(): BillingError | undefined {
    return this.account.error ?? this.#refusal ?? this.#query.error;
  }

  get pending(): boolean {
    return this.account.pending || this.#query.pending;
  }

  get retryAt(): number | undefined {
    return this.account.retryAt ?? this.#query.retryAt;
  }

  reload(): void {
    this.account.reload();
    this.#query.reload();
  }

  /** Counted from 1. */
  get number(): number {
    return (this.#now?.trail ?? this.#trail).length;
  }

  get hasPrevious(): boolean {
    return this.number > 1;
  }

  get hasNext(): boolean {
    return typeof this.value?.nextCursor === 'string';
  }

  /** Another page is on its way, while this one is still shown. */
  get isTurning(): boolean {
    return this.#query.value === undefined && this.#query.pending && this.value !== undefined;
  }

  /** Whether there is a list to look at, be it that its rows are on their way or could not be had. */
  get isList(): boolean {
    return this.isPermitted === true && !this.#isRefused;
  }

  /** Whether this account may see invoices; `undefined` while that is not known. */
  get isPermitted(): boolean | undefined {
    return this.account.value && this.account.value.can.viewInvoices?.allowed === true;
  }

  next(): void {
    const { page, trail } = this.#now ?? {};
    const cursor = page?.nextCursor;
    if (trail && typeof cursor === 'string') this.#goTo([...trail, cursor]);
  }

  previous(): void {
    if (this.hasPrevious) this.#goTo((this.#now?.trail ?? this.#trail).slice(0, -1));
  }

  #goTo(trail: Trail): void {
    if (this.isTurning) return;
    const isSame = trail.length === this.#trail.length && trail.at(-1) === this.#trail.at(-1);
    this.#trail = trail;
    // A page that failed is asked for once more.
    if (isSame) this.#query.reload();
    this.#host.requestUpdate();
  }

  /** The page of these filters that came last; the next one does not hide it until it is there. */
  get #now(): Shown | undefined {
    const { value: page } = this.#query;
    const { client } = connectionOf(this.#host);
    if (!this.isPermitted || this.#isRefused) this.#shown = undefined;
    else if (page) this.#shown = { client, filters: this.#filters, trail: this.#trail, page };
    const shown = this.#shown;
    return shown?.client === client && shown?.filters === this.#filters ? shown : undefined;
  }

  /** What was shown must go with the right to see it. */
  get #isRefused(): boolean {
    return this.#query.error?.refused ?? false;
  }

  /** Why nothing is asked for. */
  get #refusal(): BillingError | undefined {
    const account = this.account.value;
    if (!account) return undefined;
    const permission = account.can.viewInvoices;
    if (permission?.allowed) return undefined;
    if (!permission || permission.reason === 'not_supported') return this.#notOffered;
    return permission.reason === undefined ? this.#denied : this.#deniedForReason;
  }

  #question(): readonly [string, string | undefined] | undefined {
    if (!this.isPermitted) return undefined;
    // Days that cannot be asked for leave on screen what is there.
    const filters = dayFault(this.#host) ? this.#filters : JSON.stringify(queryOf(this.#host));
    const { client } = connectionOf(this.#host);
    if (filters !== this.#filters || client !== this.#client) this.#trail = [undefined];
    this.#filters = filters;
    this.#client = client;
    return filters === '' ? undefined : [filters, this.#trail.at(-1)];
  }
}

/** What a server sends beyond all that was asked for is not drawn, but counted as not shown. */
function withinMostRows(page: InvoicePage): InvoicePage {
  const beyond = page.items.length - mostRows;
  if (beyond <= 0) return page;
  const setAside = (page.setAside ?? 0) + beyond;
  return { ...page, items: page.items.slice(0, mostRows), setAside };
}
