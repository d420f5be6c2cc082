/** What changes in an account while the engine lives. */
import { addMonths } from '../../src/billing/dates.js';
import type {
  CalendarDate,
  Decimal,
  Instant,
  Invoice,
  Line,
  Money,
  Operation,
  PaymentOption,
  Plan,
  Slot,
  Subscription,
} from '../../src/billing/types.js';
import { basicSupportId, supportPlans } from '../worlds/support-plans.js';
import { servicePlans } from '../worlds/plans.js';
import type { Holding, World } from '../worlds/world.js';
import { createCalendar, dayInWords } from './calendar.js';
import type { Calendar } from './calendar.js';
import { worldInvoices } from './invoice-records.js';

export interface HoldingState {
  planId: string;
  status: Subscription['status'];
  /** The current period, `[start, end)`; undefined for what has none. */
  period: { readonly start: CalendarDate; readonly end: CalendarDate } | undefined;
  /** The first day of the first period: renewals keep its day of the month. */
  anchor: CalendarDate | undefined;
  scheduled:
    { readonly type: 'cancel' } | { readonly type: 'change'; readonly planId: string } | undefined;
}

export interface GrantState {
  readonly id: string;
  readonly name: string;
  readonly granted: Decimal;
  remaining: Decimal;
  readonly expires: CalendarDate | undefined;
}

interface AutoReloadState {
  isOn: boolean;
  /** The last charge failed. */
  isFailing: boolean;
  /** It was asked for together with a way to pay that can't be used again. */
  isUnfit: boolean;
  threshold: Decimal | undefined;
  amount: Money | undefined;
}

export interface CreditsState {
  readonly id: 'credits';
  readonly name: string;
  readonly unitPrice: Decimal;
  /** In order of use: free ones first. */
  readonly grants: GrantState[];
  overdraft: Decimal;
  wasReloaded: boolean;
  readonly autoReload: AutoReloadState;
}

export interface AllowanceState {
  readonly name: string;
  included: Decimal | null;
  used: Decimal;
  resets: CalendarDate;
}

/** An invoice as it is kept; what follows from it is computed when it is asked for. */
export interface InvoiceRecord {
  readonly id: string;
  readonly number: string | null;
  readonly date: CalendarDate;
  readonly due: CalendarDate | undefined;
  readonly kind: NonNullable<Invoice['kind']>;
  readonly description: string;
  readonly lines: readonly Line[];
  readonly tax: Decimal | undefined;
  readonly period: { readonly start: CalendarDate; readonly end: CalendarDate } | undefined;
  method: string | undefined;
  status: Invoice['status'];
  payment: { failed?: boolean; nextAttempt?: CalendarDate; canPay?: boolean } | undefined;
}

/** One thing that really happened, and for which confirmation. */
export interface LedgerEntry {
  readonly kind:
    | 'top_up'
    | 'auto_top_up'
    | 'plan_change'
    | 'support_change'
    | 'scheduled_change'
    | 'cancellation'
    | 'resumption'
    | 'invoice_payment';
  /** What was charged; `null` where nothing was. */
  readonly amount: Money | null;
  /** `null` for what the engine did by itself. */
  readonly idempotencyKey: string | null;
  readonly operationId: string | null;
}

/** What is bought, and what becomes of it once it is paid. */
export interface Purchase {
  readonly amount: Money;
  /** Where it takes effect at another time than when it is paid. */
  readonly effectiveAt?: Instant;
  /** A transfer was announced. */
  readonly announce: (method: string) => void;
  /** It is paid: carries out what was bought. */
  readonly complete: (operationId: string, way: PaymentOption | undefined) => void;
}

interface OperationState {
  operation: Operation;
  /** `undefined` once the operation is final. */
  purchase: Purchase | undefined;
  readonly way: PaymentOption | undefined;
  /** The payer has agreed, and the provider has not yet decided. */
  isRunning: boolean;
}

export interface AccountState {
  readonly id: string;
  readonly world: World;
  readonly calendar: Calendar;
  readonly plans: Readonly<Record<Slot, readonly Plan[]>>;
  readonly holdings: Record<Slot, HoldingState | undefined>;
  readonly credits: CreditsState | undefined;
  allowance: AllowanceState | undefined;
  readonly invoices: InvoiceRecord[];
  readonly operations: Map<string, OperationState>;
  readonly ledger: LedgerEntry[];
  /** Answered writes, by their key. */
  readonly confirmed: Map<string, { readonly content: string; readonly operation: Operation }>;
  /** The provider declines charges of saved methods. */
  declines: boolean;
  /** The stand-in payment page of an operation. */
  readonly paymentPage: (operationId: string, returnUrl: string | undefined) => string;
}

export interface StateOptions {
  readonly id: string;
  readonly world: World;
  readonly now: () => number;
  readonly paymentPage: AccountState['paymentPage'];
}

export function createState({ id, world, now, paymentPage }: StateOptions): AccountState {
  const calendar = createCalendar(world.timeZone, now);
  const plans = { plan: plansOf(world), support: supportPlans };
  return {
    id,
    world,
    calendar,
    plans,
    holdings: {
      plan: holdingOf(world.plan, plans.plan, calendar),
      support: world.support && holdingOf(world.support, plans.support, calendar),
    },
    credits: creditsOf(world, calendar),
    allowance: world.allowance && {
      ...world.allowance,
      resets: calendar.date(world.allowance.resets),
    },
    invoices: worldInvoices(world, calendar),
    operations: new Map(),
    ledger: [],
    confirmed: new Map(),
    declines: false,
    paymentPage,
  };
}

function plansOf({ planNames, ownPlan }: World): readonly Plan[] {
  const catalogue = servicePlans.map((plan) => ({
    ...plan,
    name: planNames?.[plan.id] ?? plan.name,
  }));
  return ownPlan ? [ownPlan, ...catalogue] : catalogue;
}

function holdingOf(
  { planId, status, start, end }: Holding,
  plans: readonly Plan[],
  calendar: Calendar,
): HoldingState {
  const first = start && calendar.date(start);
  const plan = plans.find(({ id }) => id === planId);
  const last = end ? calendar.date(end) : first && periodEnd(first, 1, plan);
  return {
    planId,
    status,
    anchor: first,
    period: first && last ? { start: first, end: last } : undefined,
    scheduled: undefined,
  };
}

/** The day after the nth period since the anchor, whose day of the month it keeps. */
export function periodEnd(
  anchor: CalendarDate,
  periods: number,
  plan: Plan | undefined,
): CalendarDate | undefined {
  if (plan?.id === basicSupportId) return undefined;
  const months = plan?.interval === 'year' ? 12 : plan?.interval === 'month' ? 1 : undefined;
  return months === undefined
    ? undefined
    : addMonths(anchor, periods * months * (plan?.intervalCount ?? 1));
}

function creditsOf({ credits }: World, calendar: Calendar): CreditsState | undefined {
  if (!credits) return undefined;
  const { name, unitPrice, overdraft, wasReloaded, isFailing } = credits;
  return {
    id: 'credits',
    name,
    unitPrice,
    overdraft,
    wasReloaded,
    grants: credits.grants.map(({ bought, expires, ...grant }, index) => ({
      id: `grant_${index + 1}`,
      name: bought ? `${grant.name} of ${dayInWords(calendar.date(bought))}` : grant.name,
      granted: grant.granted,
      remaining: grant.remaining,
      expires: expires && calendar.date(expires),
    })),
    autoReload: {
      isOn: isFailing === true,
      isFailing: isFailing === true,
      isUnfit: false,
      threshold: isFailing ? '50.00' : undefined,
      amount: isFailing ? { amount: '100.00', currency: 'USD' } : undefined,
    },
  };
}
