import type { Problem } from '../../billing/types.js';
import { fields, otherwise, rows, text, token, wholeFrom } from '../read.js';
import type { Read } from '../read.js';

export const problem = fields(
  {
    code: token,
    type: otherwise(token, () => 'about:blank'),
    status: otherwise(wholeFrom(0), () => 0),
  },
  {
    title: text,
    detail: text,
    instance: token,
    errors: rows(fields({ detail: text }, { pointer: text, parameter: text })),
    requestId: token,
  },
) satisfies Read<Problem>;
