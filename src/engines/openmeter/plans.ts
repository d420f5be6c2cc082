import type { CallOptions } from '../../api/billing-api.js';
import { fields, instant, text, token } from '../../api/read.js';
import type { Read } from '../../api/read.js';
import { sumDecimals } from '../../billing/decimal.js';
import { ownOf } from '../shared/own.js';
import type { Money, Plan, Plans, Slot } from '../../billing/types.js';
import { asOffered, namedPlan, ownPlan } from '../shared/catalogue.js';
import { moneyOfMajor, quantityOf } from '../shared/money.js';
import { list, number, numeric, readAnswer } from '../shared/read.js';
import { notSupported } from '../shared/refusals.js';
import type { OpenMeterContext } from './context.js';
import { allOf } from './lists.js';
import type { OpenMeterMeter } from './options.js';

const present: Read<boolean> = (value) => (typeof value === 'object' ? true : undefined);

const rateCard = fields(
  { type: token },
  {
    featureKey: token,
    billingCadence: token,
    price: fields({ type: token }, { amount: numeric }),
    discounts: present,
    entitlementTemplate: fields({ type: token }, { issueAfterReset: number }),
  },
);
type RateCard = NonNullable<ReturnType<typeof rateCard>>;

const planReader = fields(
  {
    id: token,
    key: token,
    name: text,
    currency: token,
    billingCadence: token,
    phases: list(fields({ rateCards: list(rateCard) })),
  },
  { description: text, effectiveTo: instant },
);
export type OpenMeterPlan = NonNullable<ReturnType<typeof planReader>>;

/** The plans that are offered in a slot, in the host's order. */
export async function listPlans(
  context: OpenMeterContext,
  slot: Slot,
  heldKey: string | undefined,
  call?: CallOptions,
): Promise<Plans> {
  const { plans = {}, meters = [] } = context.options;
  const offered = plans[slot];
  if (!offered) throw notSupported('listPlans');
  if (offered.length === 0) return { items: [] };
  const found = await allOf(
    context,
    planReader,
    {
      path: ['v1', 'plans'],
      query: { status: 'active', key: offered.map(({ id }) => id) },
      what: 'The plans',
    },
    call,
  );
  return {
    items: offered.flatMap((one) => {
      const plan = found.find(({ key }) => key === one.id);
      return plan ? asOffered(planOf(plan, meters), one, heldKey) : ownPlan(one, heldKey);
    }),
  };
}

/** A plan by its id, which names one version of it. */
export async function planById(
  { client }: OpenMeterContext,
  id: string,
  call?: CallOptions,
): Promise<OpenMeterPlan> {
  const answer = await client({ path: ['api', 'v1', 'plans', id], options: call });
  return readAnswer(planReader, answer, 'The plan');
}

/** A plan as its last phase says it: the one that stays once trials and ramps are over. */
export function planOf(plan: OpenMeterPlan, meters: readonly OpenMeterMeter[]): Plan {
  const { key, name, description, currency, billingCadence } = plan;
  const cards = plan.phases.at(-1)?.rateCards ?? [];
  const price = fixedPrice(cards, billingCadence, currency);
  const allowances = allowancesOf(cards, meters);
  return {
    ...namedPlan(key, name),
    ...(description !== undefined && { description }),
    ...(price && { price }),
    ...intervalOf(billingCadence),
    ...(allowances.length > 0 && { allowances }),
  };
}

/**
 * What a plan costs each time, use apart. `undefined` where that is no single price: with discounts,
 * or with fees that come in another rhythm than the plan.
 */
function fixedPrice(
  cards: readonly RateCard[],
  cadence: string,
  currency: string,
): Money | undefined {
  const fees = cards.filter(({ type, billingCadence, price }) => {
    const isRecurring = billingCadence !== undefined;
    return price?.type === 'flat' && (type !== 'flat_fee' || isRecurring);
  });
  const isPlain = fees.every(
    ({ billingCadence, discounts, price }) =>
      billingCadence === cadence && !discounts && price?.amount !== undefined,
  );
  if (!isPlain) return undefined;
  return moneyOfMajor(sumDecimals(fees.map(({ price }) => price?.amount ?? '0')), currency);
}

function allowancesOf(
  cards: readonly RateCard[],
  meters: readonly OpenMeterMeter[],
): NonNullable<Plan['allowances']> {
  return cards.flatMap(({ featureKey, entitlementTemplate }) => {
    const meter = meters.find(({ feature }) => feature !== undefined && feature === featureKey);
    const included = entitlementTemplate?.issueAfterReset;
    if (!meter || entitlementTemplate?.type !== 'metered' || included === undefined) return [];
    return [{ meter: meter.id, included: quantityOf(included) }];
  });
}

const intervals: Readonly<Record<string, Plan['interval']>> = {
  P1D: 'day',
  P1W: 'week',
  P7D: 'week',
  P1M: 'month',
  P3M: 'quarter',
  P6M: 'half_year',
  P12M: 'year',
  P1Y: 'year',
};

const units: Readonly<Record<string, NonNullable<Plan['interval']>>> = {
  D: 'day',
  W: 'week',
  M: 'month',
  Y: 'year',
};

/** How often something comes again; no interval where none of the contract's fits. */
interface IntervalOf {
  readonly interval?: NonNullable<Plan['interval']>;
  readonly intervalCount: number;
}

/** An ISO 8601 duration as an interval; nothing for one that mixes units. */
export function intervalOf(cadence: string): IntervalOf {
  const interval = ownOf(intervals, cadence);
  if (interval !== undefined) return { interval, intervalCount: 1 };
  const [, count, unit = ''] = /^P(\d+)([DWMY])$/.exec(cadence) ?? [];
  const each = units[unit];
  return each === undefined
    ? { intervalCount: 1 }
    : { interval: each, intervalCount: Number(count) };
}
