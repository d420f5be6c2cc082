import type {
  CalendarDate,
  Decimal,
  Invoice,
  Plan,
  Subscription,
} from '../../src/billing/types.js';
import type { MonthOfUse } from '../generate/daily-counts.js';
import type { ExampleTalk } from '../generate/records.js';

/** The day that every world is told for. Another today that plays its part shifts all dates. */
export const storyToday: CalendarDate = '2026-03-18';
/** The moment of it, as the engine's clock shows it unless told otherwise. */
export const storyNow = '2026-03-18T15:30:00Z';

export type WorldName =
  'standard' | 'enterprise' | 'trial' | 'low-balance' | 'past-due' | 'empty' | 'huge';

/** What a slot holds. Dates are those of the story. */
export interface Holding {
  readonly planId: string;
  readonly status: Subscription['status'];
  /** First day of the current period; left out, the plan has none (Basic). */
  readonly start?: CalendarDate;
  /** Where the period is not the plan's own: the day after its last. */
  readonly end?: CalendarDate;
}

interface WorldGrant {
  /** A grant without a date in its name. */
  readonly name: string;
  /** The day of a reload; its name then ends with it. */
  readonly bought?: CalendarDate;
  readonly granted: Decimal;
  readonly remaining: Decimal;
  readonly expires?: CalendarDate;
}

interface WorldCredits {
  readonly name: string;
  /** In order of use. */
  readonly grants: readonly WorldGrant[];
  /** What was used beyond all grants. */
  readonly overdraft: Decimal;
  readonly unitPrice: Decimal;
  /** Whether a reload has ever been completed; automatic reload needs one. */
  readonly wasReloaded: boolean;
  /** An automatic reload that could not be paid. */
  readonly isFailing?: boolean;
}

interface WorldAllowance {
  readonly name: string;
  /** `null`: unlimited. */
  readonly included: Decimal | null;
  readonly used: Decimal;
  readonly resets: CalendarDate;
}

/** An invoice of the story; what follows from kind, total and status is left out. */
export interface WorldInvoice {
  readonly number: string;
  readonly date: CalendarDate;
  readonly kind: NonNullable<Invoice['kind']>;
  /** Without tax. */
  readonly net: Decimal;
  readonly tax?: Decimal;
  readonly description: string;
  readonly method?: string;
  readonly status: Invoice['status'];
  readonly due?: CalendarDate;
  readonly hasFailed?: boolean;
  readonly nextAttempt?: CalendarDate;
  readonly canPay?: boolean;
  /** What one line counts, where it is not one of something. */
  readonly units?: { readonly quantity: Decimal; readonly price: Decimal };
}

export interface WorldUse {
  readonly months: readonly MonthOfUse[];
  readonly botId: string;
  /** Names and shares in per cent, which add up to 100. */
  readonly channels: readonly (readonly [name: string, share: number])[];
  readonly example?: ExampleTalk;
}

/** Everything that an engine starts from. */
export interface World {
  readonly name: WorldName;
  readonly accountName: string;
  readonly timeZone: string;
  /** A contract account acts through people: it may change nothing by itself. */
  readonly isByContract: boolean;
  /** Left out where reloading is not offered. */
  readonly offersReload: boolean;
  readonly plan: Holding;
  /** Left out: nothing was ever bought. */
  readonly support?: Holding;
  readonly credits?: WorldCredits;
  readonly allowance?: WorldAllowance;
  readonly use: WorldUse;
  readonly invoices: readonly WorldInvoice[];
  /** How many more invoices there are, made when they are looked at. */
  readonly manyInvoices?: number;
  /** Ids of the ways to pay. */
  readonly waysToPay: readonly string[];
  /** Names of plans that are other than the catalogue's, by id. */
  readonly planNames?: Readonly<Record<string, string>>;
  /** A plan outside the catalogue that the account holds. */
  readonly ownPlan?: Plan;
}
