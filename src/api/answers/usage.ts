import type {
  UsageBucket,
  UsageRecord,
  UsageRecordPage,
  UsageSeries,
} from '../../billing/types.js';
import {
  bool,
  date,
  decimal,
  fields,
  instant,
  namedValues,
  nullable,
  otherwise,
  rows,
  someRows,
  text,
  token,
  wholeFrom,
} from '../read.js';
import type { Read } from '../read.js';
import { idOf, no } from './parts.js';

const bucket = fields(
  { start: date, value: decimal, partial: otherwise(bool, no) },
  {},
  // Without its groups a bar would stand there as none at all: then rather as a gap.
  { groups: namedValues(decimal) },
) satisfies Read<UsageBucket>;

const buckets: Read<UsageBucket[]> = (value, reading) =>
  someRows(bucket, ({ start }) => start)(value, reading)?.sort((a, b) =>
    a.start < b.start ? -1 : 1,
  );

export const usageSeries = fields(
  { meter: token, granularity: token, timeZone: token, from: date, to: date, buckets },
  { total: decimal, asOf: instant },
) satisfies Read<UsageSeries>;

/** A larger number of JSON loses digits on its way, silently. */
const cellNumber: Read<number> = (value) =>
  typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined;

const cell: Read<string | number> = (value, reading) =>
  text(value, reading) ?? cellNumber(value, reading);

const record = fields(
  { id: token, at: instant, values: namedValues(nullable(cell)) },
  { quantity: decimal },
) satisfies Read<UsageRecord>;

export const usageRecordPage = fields(
  { items: rows(record, idOf), nextCursor: nullable(token) },
  { timeZone: token, total: wholeFrom(0) },
) satisfies Read<UsageRecordPage>;
