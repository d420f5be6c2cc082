import { startOfDay } from '../../src/billing/dates.js';
import type { CalendarDate } from '../../src/billing/types.js';

const starts = new Map<string, number>();
const mostStarts = 20_000;

/** The first instant of a day in a zone, in milliseconds. It is searched for once. */
export function dayStart(date: CalendarDate, timeZone: string): number {
  const name = `${date} ${timeZone}`;
  const known = starts.get(name);
  if (known !== undefined) return known;
  if (starts.size >= mostStarts) starts.clear();
  const start = startOfDay(date, timeZone);
  starts.set(name, start);
  return start;
}
