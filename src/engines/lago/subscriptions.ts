import type { CallOptions } from '../../api/billing-api.js';
import { date, fields, instant, token } from '../../api/read.js';
import { startOfDay } from '../../billing/dates.js';
import type { Instant, Period, Plan, Slot, Subscription } from '../../billing/types.js';
import { asOffered } from '../shared/catalogue.js';
import { moneyOfMinor } from '../shared/money.js';
import { readAnswer, whole } from '../shared/read.js';
import { notSupported } from '../shared/refusals.js';
import { allOf } from './context.js';
import type { LagoContext } from './context.js';
import { planByCode, planOf } from './plans.js';

const subscriptionReader = fields(
  { lago_id: token, external_id: token, plan_code: token, status: token },
  {
    plan_amount_cents: whole,
    plan_amount_currency: token,
    subscription_at: instant,
    started_at: instant,
    terminated_at: instant,
    trial_ended_at: instant,
    next_plan_code: token,
    downgrade_plan_date: date,
    current_billing_period_started_at: instant,
    current_billing_period_ending_at: instant,
  },
  { ending_at: instant },
);
export type LagoSubscription = NonNullable<ReturnType<typeof subscriptionReader>>;

export const readSubscription = (answer: unknown): LagoSubscription =>
  readAnswer(fields({ subscription: subscriptionReader }), answer, 'The subscription').subscription;

/** The name that a slot's subscription has in Lago. */
export function externalIdOf({ options }: LagoContext, slot: Slot): string {
  const id = options.subscriptions?.[slot];
  if (id === undefined) throw notSupported('getSubscription');
  return id;
}

/** What a slot holds now, and what waits to begin. */
export interface Holding {
  readonly active: LagoSubscription | undefined;
  readonly pending: LagoSubscription | undefined;
}

export async function holdingOf(
  context: LagoContext,
  slot: Slot,
  call?: CallOptions,
): Promise<Holding> {
  const externalId = externalIdOf(context, slot);
  const all = await allOf(
    context,
    subscriptionReader,
    {
      path: ['customers', context.options.customer, 'subscriptions'],
      query: { 'status[]': ['active', 'pending'] },
      key: 'subscriptions',
    },
    call,
  );
  const own = all.filter((one) => one.external_id === externalId);
  return {
    active: own.find(({ status }) => status === 'active'),
    pending: own.find(({ status }) => status === 'pending'),
  };
}

/** The instant after a period: Lago names its last second. */
export function exclusiveEnd(end: Instant): Instant {
  const at = Date.parse(end);
  const isLastSecond = new Date(at).toISOString().slice(14, 19) === '59:59';
  return isLastSecond ? new Date(Math.floor(at / 1000) * 1000 + 1000).toISOString() : end;
}

export function periodOf({
  current_billing_period_started_at: start,
  current_billing_period_ending_at: end,
}: LagoSubscription): Period | undefined {
  return start === undefined || end === undefined ? undefined : { start, end: exclusiveEnd(end) };
}

/** The plan that follows when the period ends, and when that is. */
export interface Downgrade {
  readonly planCode: string;
  readonly at: Instant;
}

export function downgradeOf(
  { next_plan_code: planCode, downgrade_plan_date: day, ...active }: LagoSubscription,
  timeZone: string,
): Downgrade | undefined {
  if (planCode === undefined) return undefined;
  const at =
    day === undefined ? periodOf(active)?.end : new Date(startOfDay(day, timeZone)).toISOString();
  return at === undefined ? undefined : { planCode, at };
}

/** What a slot holds, as the contract says it. */
export async function getSubscription(
  context: LagoContext,
  slot: Slot,
  call?: CallOptions,
): Promise<Subscription> {
  const { active } = await holdingOf(context, slot, call);
  if (!active) return { slot, status: 'none', plan: null };
  const { timeZone } = await context.customer(call);
  const downgrade = downgradeOf(active, timeZone);
  const [plan, next] = await Promise.all([
    heldPlan(context, slot, active, call),
    downgrade && nextPlan(context, slot, downgrade.planCode, call),
  ]);
  const { ending_at: ending, trial_ended_at: trialEnd } = active;
  const period = periodOf(active);
  const isTrial = trialEnd !== undefined && Date.parse(trialEnd) > context.clock.now();
  const renewsAt = ending === undefined ? period?.end : null;
  return {
    slot,
    id: active.lago_id,
    status: isTrial ? 'trialing' : 'active',
    plan,
    ...(period && { period }),
    ...(renewsAt !== undefined && { renewsAt }),
    ...(isTrial && { trialEndsAt: trialEnd }),
    ...(ending === undefined &&
      downgrade && {
        scheduled: { type: 'change', at: downgrade.at, ...(next && { plan: next }) },
      }),
    ...(ending !== undefined && { scheduled: { type: 'cancel', at: ending } }),
  };
}

/** A plan may be agreed upon for one subscription; then its amount stands there. */
async function heldPlan(
  context: LagoContext,
  slot: Slot,
  { plan_code: code, plan_amount_cents: amount, plan_amount_currency: currency }: LagoSubscription,
  call?: CallOptions,
): Promise<Plan> {
  const { plans, meters = [] } = context.options;
  const plan = planOf(await planByCode(context, code, call), meters);
  const isOwn = amount !== undefined && currency !== undefined;
  const priced = isOwn ? { ...plan, price: moneyOfMinor(amount, currency) } : plan;
  return asOffered(
    priced,
    plans?.[slot]?.find(({ id }) => id === code),
    code,
  );
}

async function nextPlan(
  context: LagoContext,
  slot: Slot,
  code: string,
  call?: CallOptions,
): Promise<Plan> {
  const { plans, meters = [] } = context.options;
  const plan = planOf(await planByCode(context, code, call), meters);
  return asOffered(
    plan,
    plans?.[slot]?.find(({ id }) => id === code),
    undefined,
  );
}
