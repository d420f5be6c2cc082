/** The queries of the contract's reads, parameter by parameter. */
import type { InvoiceQuery, UsageQuery, UsageRecordQuery } from '../billing/types.js';
import {
  optionalChoice,
  optionalCount,
  optionalDate,
  optionalText,
  requiredChoice,
  requiredDate,
  requiredText,
} from './parameters.js';

export function usageQuery(query: URLSearchParams): UsageQuery {
  const timeZone = optionalText(query, 'timeZone');
  const groupBy = optionalText(query, 'groupBy');
  return {
    meter: requiredText(query, 'meter'),
    granularity: requiredChoice(query, 'granularity', ['day', 'month']),
    from: requiredDate(query, 'from'),
    to: requiredDate(query, 'to'),
    ...(timeZone !== undefined && { timeZone }),
    ...(groupBy !== undefined && { groupBy }),
  };
}

export function usageRecordQuery(query: URLSearchParams): UsageRecordQuery {
  const timeZone = optionalText(query, 'timeZone');
  const cursor = optionalText(query, 'cursor');
  return {
    meter: requiredText(query, 'meter'),
    from: requiredDate(query, 'from'),
    to: requiredDate(query, 'to'),
    limit: optionalCount(query, 'limit', 1000) ?? 1000,
    ...(timeZone !== undefined && { timeZone }),
    ...(cursor !== undefined && { cursor }),
  };
}

export function invoiceQuery(query: URLSearchParams): InvoiceQuery {
  const cursor = optionalText(query, 'cursor');
  const status = optionalText(query, 'status');
  const from = optionalDate(query, 'from');
  const to = optionalDate(query, 'to');
  return {
    limit: optionalCount(query, 'limit', 100) ?? 20,
    order: optionalChoice(query, 'order', ['desc', 'asc']) ?? 'desc',
    ...(cursor !== undefined && { cursor }),
    ...(status !== undefined && { status }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}
