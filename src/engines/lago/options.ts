import type { Account, Decimal, RecordColumn, Slot } from '../../billing/types.js';
import type { OfferedMeter, OfferedPlans } from '../shared/catalogue.js';
import type { EngineConnection } from '../shared/client.js';

/** A column of a meter's records: a property of an event. */
export interface LagoColumn extends Omit<RecordColumn, 'type'> {
  readonly type?: RecordColumn['type'];
  /** The name of the property; left out, `id`. */
  readonly property?: string;
}

export interface LagoMeter extends Omit<OfferedMeter, 'dimensions'> {
  /** The code of the billable metric; left out, `id`. */
  readonly code?: string;
  /** The events behind it; left out, its single records are not served. */
  readonly records?: {
    /** The slot whose subscription the events belong to; left out, `plan`. */
    readonly slot?: Slot;
    readonly columns: readonly LagoColumn[];
    /** The property that is summed up; left out, the quantity of a record isn't told. */
    readonly quantity?: string;
  };
}

/** How much may be bought at once, in major units of the wallet's currency. */
export interface LagoTopUp {
  readonly options: readonly {
    readonly id: string;
    readonly label?: string;
    readonly amount: Decimal;
  }[];
}

export interface LagoOptions extends EngineConnection {
  /** A secret of the server. */
  readonly apiKey: string;
  /** Where Lago's API stands, with `/api/v1`; left out, its cloud in the US. */
  readonly baseUrl?: string;
  /** The customer whose billing this is, by its external id. */
  readonly customer: string;
  /** The account's id for the page; left out, the customer's. */
  readonly accountId?: string;
  /** The currency of a customer that has none of its own. */
  readonly currency?: string;
  readonly contact?: Account['contact'];
  /** The external ids of the subscriptions, by slot. A slot that is left out is not served. */
  readonly subscriptions?: Partial<Readonly<Record<Slot, string>>>;
  /** The plans to move to, by their codes. */
  readonly plans?: OfferedPlans;
  /** The slots whose subscription may be cancelled; left out, all that are served. */
  readonly cancellable?: readonly Slot[];
  readonly meters?: readonly LagoMeter[];
  /** The zone that Lago's analytics count days in; it says none. Left out, UTC. */
  readonly usageTimeZone?: string;
  /** Left out, wallets are shown but nothing is sold. */
  readonly topUp?: LagoTopUp;
  /** Below this a wallet without an automatic top-up counts as low, in its own unit. */
  readonly lowAt?: Decimal;
  /** Whether Lago's customer portal is to be had (Premium). */
  readonly hasPortal?: boolean;
  /** What Lago has no words for. */
  readonly names?: {
    /** A wallet without a name; left out, `Credits`. */
    readonly wallet?: string;
    /** The unit of wallets that count credits; left out, `credit`. */
    readonly unit?: string;
    /** The payment provider's page; left out, `Payment page`. */
    readonly hostedPage?: string;
  };
}
