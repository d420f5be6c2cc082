/** What `examples/host-postgres` exports, as far as tests use it. */

export interface Charge {
  readonly amount: string;
  readonly key: string;
}

export interface Payments {
  readonly charge: (account: { readonly id: string }, charge: Charge) => Promise<boolean>;
  readonly page: () => string;
}

interface Database {
  readonly query: (
    text: string,
    values?: readonly unknown[],
  ) => Promise<readonly Record<string, unknown>[]>;
}

export interface Host {
  readonly origin: string;
  readonly database: Database;
  readonly startOver: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface HostModule {
  readonly startHost: (port: number, payments: Payments) => Promise<Host>;
}

export interface BalancesModule {
  readonly use: (
    database: Database,
    payments: Payments,
    account: string,
    quantity: number,
  ) => Promise<void>;
}
