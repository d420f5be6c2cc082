import type { Balance, Balances } from '../../billing/types.js';
import {
  decimal,
  fields,
  instant,
  nullable,
  otherwise,
  rows,
  someRows,
  text,
  token,
} from '../read.js';
import type { Read } from '../read.js';
import { idOf, money } from './parts.js';

const topUpOption = fields({ id: token, price: money }, { label: text, units: decimal });

const topUp = fields(
  {},
  {
    options: rows(topUpOption, idOf),
    unitPrice: money,
    custom: fields({ min: money, max: money }, { step: decimal }),
  },
);

const autoTopUp = fields(
  { status: token },
  { reason: token, threshold: decimal, amount: money, min: money, max: money },
);

const grant = fields(
  { id: token, name: text, remaining: decimal },
  { granted: decimal, expiresAt: instant },
);

export const balance = fields(
  {
    id: token,
    name: text,
    kind: token,
    remaining: nullable(decimal),
    status: otherwise(token, () => 'ok'),
  },
  {
    meter: token,
    unit: text,
    currency: token,
    granted: decimal,
    used: decimal,
    resetsAt: instant,
    expiresAt: instant,
    asOf: instant,
    topUp,
    lowAt: decimal,
    autoTopUp,
    grants: rows(grant, idOf),
  },
) satisfies Read<Balance>;

export const balances = fields({ items: someRows(balance, idOf) }) satisfies Read<Balances>;
