import type { Account, Permission } from '../../billing/types.js';
import { bool, fields, otherwise, rows, text, token, wholeFrom } from '../read.js';
import type { Read } from '../read.js';
import { idOf, named } from './parts.js';

const permission = fields(
  { allowed: bool },
  { reason: token, contactUrl: token },
) satisfies Read<Permission>;

const column = fields({ id: token, name: text, type: otherwise(token, () => 'text') });

const meter = fields(
  {
    id: token,
    name: text,
    granularities: otherwise(rows(token), () => ['day', 'month']),
    timeZones: otherwise(token, () => 'any'),
  },
  {
    unit: text,
    dimensions: rows(named, idOf),
    maxRangeDays: wholeFrom(1),
    records: fields({ columns: rows(column, idOf) }),
  },
);

const can = fields(
  {},
  {
    changePlan: permission,
    cancelPlan: permission,
    changeSupport: permission,
    cancelSupport: permission,
    topUp: permission,
    viewInvoices: permission,
    payInvoice: permission,
    managePayment: permission,
  },
);

export const account = fields(
  {
    id: token,
    currency: token,
    timeZone: token,
    meters: rows(meter, idOf),
    slots: otherwise(rows(token), () => ['plan']),
    can,
  },
  {
    name: text,
    contact: fields({}, { url: token, email: token, phone: token }),
    paymentMethod: fields({ label: text }, { expires: token }),
  },
) satisfies Read<Account>;
