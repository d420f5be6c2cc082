import type { Account, Decimal, Meter, Plan, Slot } from '../../billing/types.js';
import type { EngineConnection } from '../shared/client.js';

/** A price that customers may move to, with what Stripe doesn't know of it. */
export interface StripePlan extends Partial<
  Pick<Plan, 'allowances' | 'recommended' | 'recommendedReason'>
> {
  /** `price_…`; recurring. Its product names the plan, and lists its features. */
  readonly price: string;
}

/** A meter that is shown. */
export interface StripeMeter extends Pick<Meter, 'name' | 'unit' | 'maxRangeDays'> {
  /** `mtr_…` */
  readonly id: string;
  /**
   * The meter's `default_aggregation.formula`. Hours of a `last` can't be added up, so each bucket
   * of it is a call of its own; left out, `sum`.
   */
  readonly formula?: 'sum' | 'count' | 'last';
}

/** How credits are bought: at Stripe's checkout. The host's webhook makes the credit grant. */
export interface StripeTopUp {
  /** `prod_…` that the checkout names and taxes; left out, a name alone stands there. */
  readonly product?: string;
  /** Amounts to choose from, in major units of the customer's currency. */
  readonly options: readonly {
    readonly id: string;
    readonly label?: string;
    readonly amount: Decimal;
  }[];
  /** Bounds of an amount of one's own. */
  readonly custom?: { readonly min: Decimal; readonly max: Decimal };
}

export interface StripeOptions extends EngineConnection {
  /** A secret or, better, restricted key. */
  readonly apiKey: string;
  /** `cus_…`: the one customer whose billing this is. */
  readonly customer: string;
  /** Of bills, where the customer has had none yet. */
  readonly currency: string;
  /** Stripe knows none: the zone of days, and of invoice dates. Left out, UTC. */
  readonly timeZone?: string;
  /** The account's id for the page; left out, the customer's. */
  readonly accountId?: string;
  readonly contact?: Account['contact'];
  /**
   * What subscriptions there are. A product whose metadata say `billing_slot: support` is of that
   * slot, all others are plans. Left out, plans alone.
   */
  readonly slots?: readonly Slot[];
  /** The plans on offer, of both slots, in display order. */
  readonly plans?: readonly StripePlan[];
  readonly meters?: readonly StripeMeter[];
  readonly topUp?: StripeTopUp;
  /** What balances and the hosted page are called. */
  readonly names?: {
    /** Left out, `Credits`. */
    readonly credits?: string;
    /** The customer's balance with the seller; left out, `Account credit`. */
    readonly accountCredit?: string;
    /** Left out, `Stripe`. */
    readonly hostedPage?: string;
  };
  /** Left out, `https://api.stripe.com`. */
  readonly baseUrl?: string;
}
