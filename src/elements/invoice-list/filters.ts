import { addDays, isCalendarDate } from '../../billing/dates.js';
import type { CalendarDate, InvoiceQuery } from '../../billing/types.js';

/** What the list is asked to show, as the page or a person has put it. */
export interface InvoiceFilters {
  readonly pageSize: number;
  readonly order: string | null;
  readonly status: string | null;
  /** First day. */
  readonly from: string | null;
  /** Last day, included. */
  readonly to: string | null;
}

const smallestPage = 1;
/** More rows than this are not given at once. */
const largestPage = 100;

/** What is wrong with the days; `undefined` where nothing is. */
export function dayFault({ from, to }: InvoiceFilters): 'from' | 'to' | 'order' | undefined {
  if (from !== null && !isCalendarDate(from)) return 'from';
  if (to !== null && !isCalendarDate(to)) return 'to';
  return from !== null && to !== null && from > to ? 'order' : undefined;
}

export function isFiltered({ from, status, to }: InvoiceFilters): boolean {
  return from !== null || to !== null || status !== null;
}

/** How many years can be chosen at once: as long as most laws let invoices be kept, and one more. */
const years = 11;

/** The years that can be chosen, the current one first. */
export function yearsUntil(today: CalendarDate): readonly string[] {
  const current = Number(today.slice(0, 4));
  return Array.from({ length: years }, (_, back) => String(current - back));
}

/** The days of a year, as filters. */
export function daysOf(year: string): Pick<InvoiceFilters, 'from' | 'to'> {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** The year whose days are asked for, all of them and no others; `undefined` where it is none. */
export function yearOf({ from, to }: InvoiceFilters): string | undefined {
  const year = from?.slice(0, 4) ?? '';
  const whole = daysOf(year);
  return from === whole.from && to === whole.to ? year : undefined;
}

/** The filters as the server is asked; on the wire the range ends before its last day. */
export function queryOf(filters: InvoiceFilters): InvoiceQuery {
  const { from, order, pageSize, status, to } = filters;
  const limit = Math.min(largestPage, Math.max(smallestPage, Math.trunc(pageSize) || 20));
  return {
    limit,
    order: order === 'asc' ? 'asc' : 'desc',
    ...(status !== null && { status }),
    ...(from !== null && { from }),
    ...(to !== null && { to: addDays(to, 1) }),
  };
}
