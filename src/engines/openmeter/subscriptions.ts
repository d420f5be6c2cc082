import type { CallOptions } from '../../api/billing-api.js';
import { fields, instant, text, token } from '../../api/read.js';
import { addDays, addMonths } from '../../billing/dates.js';
import type { Instant, Period, Plan, Slot, Subscription } from '../../billing/types.js';
import { asOffered, namedPlan } from '../shared/catalogue.js';
import { readAnswer } from '../shared/read.js';
import { notSupported } from '../shared/refusals.js';
import type { OpenMeterContext } from './context.js';
import { allOf } from './lists.js';
import { intervalOf, planById, planOf } from './plans.js';

const period = fields({ from: instant, to: instant });

const subscriptionReader = fields(
  { id: token, name: text, customerId: token, activeFrom: instant },
  {
    plan: fields({ id: token, key: token }),
    billingCadence: token,
    billingAnchor: instant,
    alignment: fields({}, { currentAlignedBillingPeriod: period }),
    deletedAt: instant,
  },
  { activeTo: instant },
);
export type OpenMeterSubscription = NonNullable<ReturnType<typeof subscriptionReader>>;

export const readSubscription = (value: unknown): OpenMeterSubscription =>
  readAnswer(subscriptionReader, value, 'The subscription');

/** What a slot holds now, and what follows it. */
export interface Holding {
  readonly current: OpenMeterSubscription | undefined;
  readonly next: OpenMeterSubscription | undefined;
}

/** The subscriptions of a slot: those of its plans; the slot `plan` also has those of no slot. */
export async function holdingOf(
  context: OpenMeterContext,
  slot: Slot,
  call?: CallOptions,
): Promise<Holding> {
  const { options, clock } = context;
  if (!options.plans?.[slot]) throw notSupported('getSubscription');
  const all = await allOf(
    context,
    subscriptionReader,
    { path: ['v1', 'customers', options.customer, 'subscriptions'], what: 'The subscriptions' },
    call,
  );
  const now = clock.now();
  const own = all.filter((one) => slotOf(context, one) === slot && one.deletedAt === undefined);
  const hasBegun = (one: OpenMeterSubscription): boolean => Date.parse(one.activeFrom) <= now;
  const hasEnded = ({ activeTo }: OpenMeterSubscription): boolean =>
    activeTo !== undefined && Date.parse(activeTo) <= now;
  const byBegin = (a: OpenMeterSubscription, b: OpenMeterSubscription): number =>
    Date.parse(a.activeFrom) - Date.parse(b.activeFrom);
  return {
    current: own
      .filter((one) => hasBegun(one) && !hasEnded(one))
      .sort(byBegin)
      .at(-1),
    next: own.filter((one) => !hasBegun(one)).sort(byBegin)[0],
  };
}

function slotOf({ options }: OpenMeterContext, { plan }: OpenMeterSubscription): Slot {
  const isSupport = options.plans?.support?.some(({ id }) => id === plan?.key) ?? false;
  return isSupport ? 'support' : 'plan';
}

/** What a slot holds, as the contract says it. */
export async function getSubscription(
  context: OpenMeterContext,
  slot: Slot,
  call?: CallOptions,
): Promise<Subscription> {
  const { current, next } = await holdingOf(context, slot, call);
  if (!current) return { slot, status: 'none', plan: null };
  const [running, plan, following] = await Promise.all([
    billingPeriodOf(context, current, call),
    planOfSubscription(context, slot, current, true, call),
    next && planOfSubscription(context, slot, next, false, call),
  ]);
  const { activeTo } = current;
  const renewsAt = activeTo !== undefined && !next ? null : running?.end;
  return {
    slot,
    id: current.id,
    status: 'active',
    plan,
    ...(running && { period: running }),
    ...(renewsAt !== undefined && { renewsAt }),
    ...(next && {
      scheduled: { type: 'change', at: next.activeFrom, ...(following && { plan: following }) },
    }),
    ...(!next && activeTo !== undefined && { scheduled: { type: 'cancel', at: activeTo } }),
  };
}

async function planOfSubscription(
  context: OpenMeterContext,
  slot: Slot,
  { id, name, plan }: OpenMeterSubscription,
  isHeld: boolean,
  call?: CallOptions,
): Promise<Plan> {
  const { plans, meters = [] } = context.options;
  const heldId = isHeld ? (plan?.key ?? id) : undefined;
  // A subscription that was agreed upon has no plan in the catalogue, and no price in it.
  if (!plan) return asOffered({ ...namedPlan(id, name), price: null }, undefined, heldId);
  const offered = plans?.[slot]?.find((one) => one.id === plan.key);
  return asOffered(planOf(await planById(context, plan.id, call), meters), offered, heldId);
}

/** The period that runs now; `undefined` where nothing says it. */
export async function billingPeriodOf(
  { client, clock }: OpenMeterContext,
  subscription: OpenMeterSubscription,
  call?: CallOptions,
): Promise<Period | undefined> {
  const answer = await client({
    path: ['api', 'v1', 'subscriptions', subscription.id],
    options: call,
  });
  const { alignment, billingAnchor, billingCadence } = readSubscription(answer);
  const aligned = alignment?.currentAlignedBillingPeriod;
  if (aligned) return { start: aligned.from, end: aligned.to };
  if (billingAnchor === undefined || billingCadence === undefined) return undefined;
  return periodAround(clock.now(), billingAnchor, billingCadence);
}

/** How many months or days an interval has. */
const spans = {
  day: [addDays, 1],
  week: [addDays, 7],
  month: [addMonths, 1],
  quarter: [addMonths, 3],
  half_year: [addMonths, 6],
  year: [addMonths, 12],
} as const;

/** The longest way from an anchor that is walked: a hundred years of months. */
const MOST_PERIODS = 1200;

/**
 * The period that an instant lies in, counted in UTC from an anchor: the day of the anchor stays,
 * and a month that lacks it ends on its last day.
 */
export function periodAround(now: number, anchor: Instant, cadence: string): Period | undefined {
  const { interval, intervalCount } = intervalOf(cadence);
  if (interval === undefined || !(interval in spans)) return undefined;
  const [add, length] = spans[interval as keyof typeof spans];
  const [date = '', time = ''] = new Date(anchor).toISOString().split('T');
  const edge = (index: number): Instant => `${add(date, index * length * intervalCount)}T${time}`;
  const step = Date.parse(edge(0)) <= now ? 1 : -1;
  for (let index = 0; Math.abs(index) < MOST_PERIODS; index += step) {
    const [start, end] = [edge(index), edge(index + 1)];
    if (Date.parse(start) <= now && now < Date.parse(end)) return { start, end };
  }
  return undefined;
}
