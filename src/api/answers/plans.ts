import type { ChangePreview, Plan, Plans, Slot, Subscription } from '../../billing/types.js';
import {
  bool,
  decimal,
  fields,
  instant,
  nullable,
  otherwise,
  rows,
  someRows,
  text,
  token,
  wholeFrom,
} from '../read.js';
import type { Read } from '../read.js';
import { idOf, line, money, no, period } from './parts.js';

const feature = fields(
  {
    name: text,
    // What is wrong must not be read as the default, which says that the plan has the feature.
    value: (value, reading) =>
      value === undefined || (bool(value, reading) ?? text(value, reading)),
  },
  { group: text },
);

const plan = fields(
  {
    id: token,
    name: text,
    intervalCount: otherwise(wholeFrom(1), () => 1),
    recommended: otherwise(bool, no),
    change: otherwise(token, () => 'switch'),
  },
  {
    description: text,
    price: nullable(money),
    interval: token,
    recommendedReason: text,
    features: rows(feature),
    allowances: rows(
      fields({ meter: token }, { included: nullable(decimal), overagePrice: money }),
    ),
    contactUrl: token,
  },
) satisfies Read<Plan>;

export const plans = fields({ items: someRows(plan, idOf) }) satisfies Read<Plans>;

const slot: Read<Slot> = (value) => (value === 'plan' || value === 'support' ? value : undefined);

export const subscription = fields(
  { slot, status: token, plan: nullable(plan) },
  {
    id: token,
    period,
    renewsAt: nullable(instant),
    trialEndsAt: instant,
    scheduled: fields({ type: token, at: instant }, { plan }),
  },
) satisfies Read<Subscription>;

export const changePreview = fields(
  {
    effectiveAt: instant,
    dueNow: money,
    lines: rows(line),
    // Left out it is exact; what can't be read must not be taken for exact.
    exact: (value) => value === undefined || value === true,
  },
  {
    previewId: token,
    expiresAt: instant,
    tax: money,
    next: fields({ at: instant, amount: money }),
  },
) satisfies Read<ChangePreview>;
