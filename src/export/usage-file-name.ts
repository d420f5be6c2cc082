import { addDays } from '../billing/dates.js';
import type { CalendarDate } from '../billing/types.js';
import { safeFileName } from './file-name.js';

export interface UsageFile {
  /** The bars on screen, or every single record. */
  readonly content: 'summary' | 'records';
  /** The meter's id. */
  readonly meter: string;
  /** First day. */
  readonly from: CalendarDate;
  /** The day after the last one, as in the query. */
  readonly to: CalendarDate;
  /** Whether records are left out. */
  readonly incomplete?: boolean;
}

/** Ids may be long; the days and the word `incomplete` must not be cut off for one. */
const longestMeter = 30;

/** What a file of usage is called: both its days are in it, `to` is not. */
export function usageFileName({ content, meter, from, to, incomplete }: UsageFile): string {
  const name = [...meter].slice(0, longestMeter).join('');
  const what = content === 'records' ? `records-${name}` : name;
  const end = incomplete ? '-incomplete' : '';
  return safeFileName(`usage-${what}-${from}-to-${addDays(to, -1)}${end}.csv`);
}
