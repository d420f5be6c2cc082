import type { CallOptions } from '../../api/billing-api.js';
import { bool, fields, instant, token } from '../../api/read.js';
import { isNegative, isZero, subtractDecimals } from '../../billing/decimal.js';
import type { Balance, Balances } from '../../billing/types.js';
import { quantityOf } from '../shared/money.js';
import { number, readAnswer } from '../shared/read.js';
import type { OpenMeterContext } from './context.js';
import { allOf } from './lists.js';
import type { OpenMeterFeature } from './options.js';

const entitlement = fields(
  { type: token, featureKey: token },
  { currentUsagePeriod: fields({ to: instant }), deletedAt: instant, activeTo: instant },
);
type Entitlement = NonNullable<ReturnType<typeof entitlement>>;

const value = fields(
  { hasAccess: bool, balance: number, overage: number },
  { usage: number, totalAvailableGrantAmount: number },
);
type Value = NonNullable<ReturnType<typeof value>>;

/** What is left of each feature that the host named and that the customer's plan measures. */
export async function listBalances(
  context: OpenMeterContext,
  call?: CallOptions,
): Promise<Balances> {
  const { customer, features = [] } = context.options;
  const owner = ['v2', 'customers', customer, 'entitlements'];
  const all = await allOf(context, entitlement, { path: owner, what: 'The entitlements' }, call);
  const metered = all.filter(
    ({ type, deletedAt }) => type === 'metered' && deletedAt === undefined,
  );
  const items = await Promise.all(
    features.map(async (feature) => {
      const held = metered.find(({ featureKey }) => featureKey === feature.key);
      if (!held) return [];
      const path = ['api', ...owner, feature.key, 'value'];
      const answer = await context.client({ path, options: call });
      return [balanceOf(context, feature, held, readAnswer(value, answer, 'The balance'))];
    }),
  );
  return { items: items.flat() };
}

function balanceOf(
  { options, clock }: OpenMeterContext,
  { key, name, unit }: OpenMeterFeature,
  { currentUsagePeriod }: Entitlement,
  { balance, overage, usage, totalAvailableGrantAmount }: Value,
): Balance {
  const meter = options.meters?.find(({ feature }) => feature === key);
  // The balance stops at zero; what was used beyond it is the overage.
  const remaining = subtractDecimals(quantityOf(balance), quantityOf(overage));
  const shownUnit = unit ?? meter?.unit;
  return {
    id: key,
    name,
    kind: 'allowance',
    remaining,
    status: isNegative(remaining) || isZero(remaining) ? 'exhausted' : 'ok',
    ...(meter && { meter: meter.id }),
    ...(shownUnit !== undefined && { unit: shownUnit }),
    ...(totalAvailableGrantAmount !== undefined && {
      granted: quantityOf(totalAvailableGrantAmount),
    }),
    ...(usage !== undefined && { used: quantityOf(usage) }),
    ...(currentUsagePeriod && { resetsAt: currentUsagePeriod.to }),
    asOf: new Date(clock.now()).toISOString(),
  };
}
