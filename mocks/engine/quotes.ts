import { addDays, daysBetween } from '../../src/billing/dates.js';
import { isNegative, isZero, subtractDecimals, sumDecimals } from '../../src/billing/decimal.js';
import type {
  ChangePreview,
  ChangeRequest,
  Decimal,
  Line,
  Plan,
  Slot,
} from '../../src/billing/types.js';
import { nameOf } from '../generate/random.js';
import { asOffered, heldPlan } from './catalogue.js';
import { prorated, taxOn } from './prices.js';
import { badField, conflict, forbidden } from './refusals.js';
import { periodEnd } from './state.js';
import type { AccountState, HoldingState } from './state.js';

const usd = (amount: Decimal) => ({ amount, currency: 'USD' });

/** A change as it would be carried out now. */
export interface Quote {
  readonly plan: Plan;
  /** At the period's end, without a charge now. */
  readonly isScheduled: boolean;
  /** The period that the account is in once it is done. */
  readonly period: HoldingState['period'];
  readonly isNewPeriod: boolean;
  readonly preview: ChangePreview & { readonly previewId: string };
}

/**
 * What a change costs. An upgrade takes effect at once and is prorated by whole days, today
 * counted; a downgrade waits for the period's end.
 */
export function quoteOf(state: AccountState, slot: Slot, change: ChangeRequest): Quote {
  const plan = state.plans[slot].find(({ id }) => id === change.planId);
  if (!plan) throw badField('/planId', 'Is not one of the plans.');
  const { change: direction } = asOffered(plan, state, slot);
  if (direction === 'current') throw conflict();
  if (direction === 'contact') throw forbidden();
  const held = state.holdings[slot]?.period;
  const isScheduled =
    held !== undefined && (direction === 'downgrade' || change.when === 'period_end');
  return isScheduled
    ? scheduledQuote(state, slot, plan, held.end)
    : immediateQuote(state, slot, plan);
}

function scheduledQuote(state: AccountState, slot: Slot, plan: Plan, end: string): Quote {
  const next = periodEnd(end, 1, plan);
  return {
    plan,
    isScheduled: true,
    isNewPeriod: true,
    period: next === undefined ? undefined : { start: end, end: next },
    preview: previewOf(state, slot, plan, end, { lines: [], next: end }),
  };
}

function immediateQuote(state: AccountState, slot: Slot, plan: Plan): Quote {
  const today = state.calendar.today();
  const running = continuing(state, slot, plan);
  const end = periodEnd(today, 1, plan);
  const period = running ?? (end === undefined ? undefined : { start: today, end });
  const lines = [
    ...unusedLine(state, slot),
    ...(period && plan.price ? [chargeLine(state, plan, plan.price.amount, period, running)] : []),
  ];
  return {
    plan,
    isScheduled: false,
    isNewPeriod: running === undefined,
    period,
    preview: previewOf(state, slot, plan, today, { lines, next: period?.end }),
  };
}

/** The running period, where the new plan goes on in it: a paid-by-use plan becomes another one. */
function continuing(state: AccountState, slot: Slot, plan: Plan): HoldingState['period'] {
  const holding = state.holdings[slot];
  const held = heldPlan(state, slot);
  const isSame = held?.interval === plan.interval && holding?.status === 'active';
  return isSame ? holding.period : undefined;
}

function unusedLine(state: AccountState, slot: Slot): Line[] {
  const period = state.holdings[slot]?.period;
  const held = heldPlan(state, slot);
  if (!period || !held?.price || isZero(held.price.amount)) return [];
  const { left, all } = daysOf(state, period);
  return [
    {
      description: `Unused time on ${held.name} (${left} of ${all} days)`,
      kind: 'proration',
      amount: usd(subtractDecimals('0.00', prorated(held.price.amount, left, all))),
    },
  ];
}

function chargeLine(
  { calendar, ...state }: AccountState,
  plan: Plan,
  price: Decimal,
  period: NonNullable<HoldingState['period']>,
  running: HoldingState['period'],
): Line {
  const span = { start: calendar.instant(period.start), end: calendar.instant(period.end) };
  if (!running) return { description: plan.name, kind: 'plan', amount: usd(price), period: span };
  const { left, all } = daysOf({ calendar, ...state }, period);
  return {
    description: `${plan.name} for ${left} of ${all} days`,
    kind: 'proration',
    amount: usd(prorated(price, left, all)),
    period: { start: calendar.instant(calendar.today()), end: span.end },
  };
}

function daysOf({ calendar }: AccountState, period: NonNullable<HoldingState['period']>) {
  return {
    left: daysBetween(calendar.today(), period.end),
    all: daysBetween(period.start, period.end),
  };
}

function previewOf(
  { calendar }: AccountState,
  slot: Slot,
  plan: Plan,
  effective: string,
  { lines, next }: { readonly lines: Line[]; readonly next: string | undefined },
): Quote['preview'] {
  const sum = sumDecimals(['0.00', ...lines.map(({ amount }) => amount.amount)]);
  const net = isNegative(sum) ? '0.00' : sum;
  const tax = taxOn(net, slot);
  const dueNow = sumDecimals([net, tax ?? '0.00']);
  const price = plan.price?.amount;
  const preview = {
    effectiveAt: calendar.instant(effective),
    dueNow: usd(dueNow),
    lines,
    ...(tax !== undefined && { tax: usd(tax) }),
    exact: true,
    ...(next !== undefined &&
      price !== undefined && {
        next: {
          at: calendar.instant(next),
          amount: usd(sumDecimals([price, taxOn(price, slot) ?? '0.00'])),
        },
      }),
  };
  return {
    ...preview,
    // Of the figures themselves: whoever brings other ones back has seen another preview.
    previewId: `pv_${nameOf(JSON.stringify([slot, plan.id, preview]))}`,
    expiresAt: calendar.instant(addDays(calendar.today(), 1)),
  };
}
