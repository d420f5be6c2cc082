import { isZero } from '../../src/billing/decimal.js';
import type { CalendarDate, Plan, Slot } from '../../src/billing/types.js';
import { heldPlan } from './catalogue.js';
import { taxOn } from './prices.js';
import type { AccountState, InvoiceRecord } from './state.js';
import { periodEnd } from './state.js';
import { renews } from './subscriptions.js';

const slots: readonly Slot[] = ['plan', 'support'];

interface Renewal {
  readonly slot: Slot;
  readonly date: CalendarDate;
  readonly plan: Plan;
}

/** The next invoice as it stands: the renewal that comes first. */
export function upcomingInvoice(state: AccountState): InvoiceRecord | undefined {
  const [first] = slots
    .flatMap((slot) => renewalOf(state, slot))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const price = first?.plan.price;
  if (!first || !price) return undefined;
  const { slot, date, plan } = first;
  const end = periodEnd(date, 1, plan) ?? date;
  const description = `${plan.name}, ${plan.interval === 'year' ? 'yearly' : 'monthly'}`;
  const { calendar } = state;
  return {
    id: 'upcoming',
    number: null,
    date,
    due: undefined,
    kind: slot,
    description,
    lines: [
      {
        description,
        kind: 'plan',
        quantity: '1',
        unitPrice: price,
        amount: price,
        period: { start: calendar.instant(date), end: calendar.instant(end) },
      },
    ],
    tax: taxOn(price.amount, slot),
    period: { start: date, end },
    method: state.world.waysToPay.includes('pm_visa_4242') ? 'Visa •••• 4242' : undefined,
    status: 'draft',
    payment: { canPay: false },
  };
}

function renewalOf(state: AccountState, slot: Slot): Renewal[] {
  const holding = state.holdings[slot];
  const isBilled = holding?.status === 'active' && renews(holding);
  if (!isBilled || !holding.period) return [];
  const { scheduled } = holding;
  const next = scheduled?.type === 'change' ? scheduled.planId : undefined;
  const plan =
    next === undefined ? heldPlan(state, slot) : state.plans[slot].find(({ id }) => id === next);
  return plan?.price && !isZero(plan.price.amount)
    ? [{ slot, date: holding.period.end, plan }]
    : [];
}
