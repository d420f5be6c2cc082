import type { ReactiveController } from 'lit';

import type { BillingError } from '../../api/billing-error.js';
import type {
  Account,
  CalendarDate,
  Granularity,
  Meter,
  UsageSeries,
} from '../../billing/types.js';
import type { UsageWindow } from '../../billing/usage-range.js';
import type { BillingHost } from '../../state/connection.js';
import { BillingQuery } from '../../state/query.js';
import type { Loadable } from '../../state/query.js';
import { Today } from '../../state/today.js';
import { remember } from './remember.js';
import { select } from './selection.js';
import type { Choice, Selection } from './selection.js';

/** What is known. */
export interface Usage {
  readonly account: Account;
  /** Left out where there is nothing to ask for: no meter, or an impossible range from the start. */
  readonly series?: UsageSeries;
  /** What the series was asked for. */
  readonly asked?: { readonly meter: Meter; readonly window: UsageWindow };
}

/** The account first, as it says which meters there are and whose days count; then their usage. */
export class UsageSource implements ReactiveController, Loadable<Usage> {
  readonly #choice: () => Choice;
  readonly #today: Today;
  readonly #account: Loadable<Account>;
  readonly #series: BillingQuery<
    UsageSeries,
    readonly [string, Granularity, CalendarDate, CalendarDate, string, string | undefined]
  >;
  #asked: UsageWindow | undefined;

  /** What the choice stands for; `undefined` while the account is not known, or without a meter. */
  selection: Selection | undefined;

  constructor(host: BillingHost, account: Loadable<Account>, choice: () => Choice) {
    this.#choice = choice;
    this.#account = account;
    this.#today = new Today(host);
    // After the account and before the question that depends on both.
    host.addController(this);
    this.#series = new BillingQuery(host, {
      args: () => this.#question(),
      load: (client, options, [meter, granularity, from, to, timeZone, groupBy]) =>
        client.usage(
          { meter, granularity, from, to, timeZone, ...(groupBy !== undefined && { groupBy }) },
          options,
        ),
    });
  }

  /** Who is billed; known before the usage is. */
  get account(): Account | undefined {
    return this.#account.value;
  }

  get value(): Usage | undefined {
    const account = this.#account.value;
    if (!account) return undefined;
    const { selection } = this;
    const [window, series] = [this.#asked, this.#series.value];
    if (!selection || !window) return { account };
    return series && { account, series, asked: { meter: selection.meter, window } };
  }

  get answeredAt(): number | undefined {
    return this.#series.answeredAt;
  }

  get error(): BillingError | undefined {
    return this.#account.error ?? this.#series.error;
  }

  get pending(): boolean {
    return this.#account.pending || this.#series.pending;
  }

  get retryAt(): number | undefined {
    return this.#account.retryAt ?? this.#series.retryAt;
  }

  reload(): void {
    this.#account.reload();
    this.#series.reload();
  }

  /** Reads the choice as it stands now. */
  read(): Selection | undefined {
    const account = this.#account.value;
    return account && select(this.#choice(), account, (zone) => this.#today.in(zone));
  }

  hostUpdate(): void {
    this.selection = this.read();
    // An impossible range is no question: what was asked for last stays, with its own dates on it.
    if (!this.selection) this.#asked = undefined;
    else if (this.selection.window) this.#asked = this.#sameWindow(this.selection.window);
  }

  #question() {
    const { selection } = this;
    if (!selection || !this.#asked) return undefined;
    const { from, granularity, to } = this.#asked;
    const { groupBy, meter, timeZone } = selection;
    return [meter.id, granularity, from, to, timeZone, groupBy] as const;
  }

  readonly #windowOf = remember(
    (from: CalendarDate, to: CalendarDate, granularity: Granularity): UsageWindow => ({
      from,
      to,
      granularity,
    }),
  );

  #sameWindow({ from, granularity, to }: UsageWindow): UsageWindow {
    return this.#windowOf(from, to, granularity);
  }
}
