import type { Operation, PaymentOption, PaymentOptions } from '../../billing/types.js';
import { bool, fields, instant, otherwise, rows, text, token } from '../read.js';
import type { Read } from '../read.js';
import { idOf, no } from './parts.js';
import { problem } from './problem.js';

const paymentOption = fields(
  {
    id: token,
    kind: token,
    label: text,
    default: otherwise(bool, no),
    autoTopUp: otherwise(bool, no),
  },
  { method: token, detail: text, expires: token },
) satisfies Read<PaymentOption>;

export const paymentOptions = fields({
  items: rows(paymentOption, idOf),
}) satisfies Read<PaymentOptions>;

export const operation = fields(
  { id: token, status: token },
  {
    url: token,
    effectiveAt: instant,
    instructions: rows(fields({ label: text, value: text })),
    message: text,
    problem,
  },
) satisfies Read<Operation>;
