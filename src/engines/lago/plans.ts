import type { CallOptions } from '../../api/billing-api.js';
import { fields, text, token } from '../../api/read.js';
import { compareDecimals, multiplyDecimals } from '../../billing/decimal.js';
import { ownOf } from '../shared/own.js';
import type { Decimal, Plan, Plans, Slot } from '../../billing/types.js';
import { asOffered, namedPlan, ownPlan } from '../shared/catalogue.js';
import { moneyOfMajor, moneyOfMinor } from '../shared/money.js';
import { list, numeric, readAnswer, whole } from '../shared/read.js';
import { notSupported } from '../shared/refusals.js';
import { allOf } from './context.js';
import type { LagoContext } from './context.js';
import type { LagoMeter } from './options.js';

const planReader = fields(
  { code: token, name: text, interval: token, amount_cents: whole, amount_currency: token },
  {
    description: text,
    charges: list(
      fields(
        { billable_metric_code: token, charge_model: token },
        { properties: fields({}, { amount: numeric }) },
      ),
    ),
  },
);
export type LagoPlan = NonNullable<ReturnType<typeof planReader>>;

const intervals: Readonly<Record<string, readonly [Plan['interval'], perYear: string]>> = {
  weekly: ['week', '52'],
  monthly: ['month', '12'],
  quarterly: ['quarter', '4'],
  semiannual: ['half_year', '2'],
  yearly: ['year', '1'],
};

/** What a plan costs in a year; `undefined` where its interval is none that is known. */
function yearly({ interval, amount_cents: amount }: LagoPlan): Decimal | undefined {
  const times = ownOf(intervals, interval)?.[1];
  return times === undefined ? undefined : multiplyDecimals(String(amount), times);
}

/**
 * Whether Lago changes to a plan at once, as it does where a year of it costs no less; to others it
 * changes when the period ends. `undefined` where the two can't be compared.
 */
export function isUpgrade(to: LagoPlan, from: LagoPlan | undefined): boolean | undefined {
  if (!from) return true;
  const [after, before] = [yearly(to), yearly(from)];
  if (after === undefined || before === undefined) return undefined;
  return compareDecimals(after, before) >= 0;
}

export async function planByCode(
  { client }: LagoContext,
  code: string,
  call?: CallOptions,
): Promise<LagoPlan> {
  const answer = await client({ path: ['plans', code], options: call });
  return readAnswer(fields({ plan: planReader }), answer, 'The plan').plan;
}

export const allPlans = (context: LagoContext, call?: CallOptions): Promise<LagoPlan[]> =>
  allOf(context, planReader, { path: ['plans'], key: 'plans' }, call);

/** The plans that are offered in a slot, in the host's order. */
export async function listPlans(
  context: LagoContext,
  slot: Slot,
  heldCode: string | undefined,
  call?: CallOptions,
): Promise<Plans> {
  const { subscriptions = {}, plans = {}, meters = [] } = context.options;
  const offered = plans[slot];
  if (subscriptions[slot] === undefined || !offered) throw notSupported('listPlans');
  const found = await allPlans(context, call);
  const held = found.find(({ code }) => code === heldCode);
  return {
    items: offered.flatMap((one) => {
      const plan = found.find(({ code }) => code === one.id);
      if (!plan) return ownPlan(one, heldCode);
      const up = held && isUpgrade(plan, held);
      const change = up === undefined ? 'switch' : up ? 'upgrade' : 'downgrade';
      return asOffered({ ...planOf(plan, meters), change }, one, heldCode);
    }),
  };
}

export function planOf(plan: LagoPlan, meters: readonly LagoMeter[]): Plan {
  const { code, name, description, interval, charges = [] } = plan;
  const known = ownOf(intervals, interval)?.[0];
  const allowances = charges.flatMap(
    ({ billable_metric_code: metric, charge_model, properties }) => {
      const meter = meters.find(({ id, code: own = id }) => own === metric);
      // Only this model has one price for every unit.
      if (!meter || charge_model !== 'standard' || properties?.amount === undefined) return [];
      const overagePrice = moneyOfMajor(properties.amount, plan.amount_currency);
      return [{ meter: meter.id, included: '0', overagePrice }];
    },
  );
  return {
    ...namedPlan(code, name),
    price: moneyOfMinor(plan.amount_cents, plan.amount_currency),
    ...(description !== undefined && { description }),
    ...(known !== undefined && { interval: known }),
    ...(allowances.length > 0 && { allowances }),
  };
}
