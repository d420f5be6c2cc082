import type { Account, RecordColumn, Slot } from '../../billing/types.js';
import type { OfferedMeter, OfferedPlans } from '../shared/catalogue.js';
import type { EngineConnection } from '../shared/client.js';

/** A column of a meter's records, and where in an event it stands. */
export interface OpenMeterColumn extends Omit<RecordColumn, 'type'> {
  readonly type?: RecordColumn['type'];
  /** An attribute of the event itself, or a field of its `data`; left out, the field named as `id`. */
  readonly from?: 'id' | 'source' | 'subject' | 'time' | `data.${string}`;
}

export interface OpenMeterMeter extends OfferedMeter {
  /**
   * The meter in OpenMeter; left out, `id`. Its windows must add up: of its aggregations that is
   * true for SUM and COUNT. Its dimensions are called as its group-bys there.
   */
  readonly slug?: string;
  /** The feature that counts by it, for allowances of plans and balances. */
  readonly feature?: string;
  /** The events behind it; left out, its single records are not served. */
  readonly records?: {
    readonly eventType: string;
    readonly columns: readonly OpenMeterColumn[];
    /** The field of `data` that is summed up; left out, the quantity of a record isn't told. */
    readonly quantity?: string;
  };
}

/** What a balance of an entitlement is called; OpenMeter has keys only. */
export interface OpenMeterFeature {
  readonly key: string;
  readonly name: string;
  readonly unit?: string;
}

export interface OpenMeterOptions extends EngineConnection {
  /** A secret of the server. */
  readonly apiKey: string;
  /** Where OpenMeter stands, without `/api/v1`; left out, its cloud. */
  readonly baseUrl?: string;
  /** The customer whose billing this is: its id or its key. */
  readonly customer: string;
  /** The account's id for the page; left out, the customer's. */
  readonly accountId?: string;
  /** The zone of days, unless a question names another one, and of invoice dates; left out, UTC. */
  readonly timeZone?: string;
  /** The currency of a customer that has none of its own. */
  readonly currency?: string;
  readonly contact?: Account['contact'];
  /** The plans to move to, by their keys. */
  readonly plans?: OfferedPlans;
  /** The slots whose subscription may be cancelled; left out, all that are served. */
  readonly cancellable?: readonly Slot[];
  readonly meters?: readonly OpenMeterMeter[];
  /** The features whose balances are shown, in display order. */
  readonly features?: readonly OpenMeterFeature[];
  /** Whether OpenMeter has a Stripe app, whose pages take payment details. */
  readonly hasStripe?: boolean;
  /** What a line of taxes is called, as OpenMeter has a sum only; left out, `Tax`. */
  readonly taxName?: string;
}
